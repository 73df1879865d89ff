package io.github.syscallmaven.trust;

/**
 * One finding of a check of trusted checksums.
 *
 * @param isFailure whether the check fails by it
 * @param subject the property, path, plugin or artifact that it is about
 * @param line of the file of trusted checksums, from 1; 0 when it is about no line
 * @param what more there is to say, a sentence without a full stop
 */
public record TrustFinding(Kind kind, boolean isFailure, String subject, int line, String what) {
    /** The kinds of findings. */
    public enum Kind {
        /** As it should be. */
        FINE,
        /** A setting, a missing file or Maven itself lets artifacts pass that it should refuse. */
        NOT_ENFORCED,
        /** A line that Maven does not understand as it is meant. */
        MALFORMED,
        /** The project resolves an artifact that has no line. */
        NOT_LISTED,
        /** Nothing that is known before the build runs resolves the artifact of this line. */
        UNUSED,
        /** Something in the project that Maven cannot build while it enforces. */
        TRAP,
        /** Something worth a remark. */
        NOTE
    }

    /** As it should be. */
    public static TrustFinding fine(String subject, String what) {
        return new TrustFinding(Kind.FINE, false, subject, 0, what);
    }

    /** A failure about no line. */
    public static TrustFinding failure(Kind kind, String subject, String what) {
        return new TrustFinding(kind, true, subject, 0, what);
    }

    /** A remark about no line. */
    public static TrustFinding note(String subject, String what) {
        return new TrustFinding(Kind.NOTE, false, subject, 0, what);
    }
}
