package io.github.syscallmaven.checksum.list.entry;

import io.github.syscallmaven.checksum.list.text.Shown;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.AlgorithmSpellings;
import io.github.syscallmaven.io.BytePath;
import org.jspecify.annotations.Nullable;

/**
 * A problem in a list, or a note on it.
 *
 * @param line where, from 1; 0 when it is about the whole
 * @param what for people: what follows "line 7 of x.sha256 ", with a remedy where there is one
 * @param cause what of it decides what can be done; null for nothing that the kind does not say
 */
public record ListProblem(
        Kind kind, int line, String what, @Nullable Cause cause) implements ListItem, ParsedDigest {
    public ListProblem(Kind kind, int line, String what) {
        this(kind, line, what, null);
    }

    /** What it is about; what of it is a failure is for the caller to decide. */
    public enum Kind {
        /** A line that is not in any form that is read. */
        MALFORMED,
        /** A digest longer or shorter than its algorithm's. */
        WRONG_LENGTH,
        /** A line with a NUL, which no name and no digest can have. */
        NUL,
        /** A line, row, record or element of more than {@code Lines.MAX_LINE} bytes. */
        TOO_LONG,
        /** An entry of an algorithm that is not available. */
        UNKNOWN_ALGORITHM,
        /** A digest of another algorithm than the name of the list promises. It is not reported as an entry. */
        OTHER_ALGORITHM,
        /**
         * A second digest for the same file and algorithm that differs from the first. Both entries are reported as
         * entries.
         */
        CONFLICT,
        /**
         * Not a list but, for example, a web page, an archive, another XML or JSON document, or a signed text with text
         * around it. Reading stops.
         */
        NOT_A_LIST,
        /** There is not one entry, although it can be a list. */
        EMPTY,
        /** A note: the list began with a byte order mark, which was skipped; UTF-16 was decoded. */
        BYTE_ORDER_MARK,
        /** A note: the list is signed, which nobody has verified. */
        SIGNED,
        /** A note: a second entry with the same digest for the same file. */
        DUPLICATE,
        /** A note: a sidecar that names another file than the one that it stands beside. */
        OTHER_NAME;

        /** Whether it is worth a remark, but does not cast doubt on the list. */
        public boolean isNote() {
            return switch (this) {
                case BYTE_ORDER_MARK, SIGNED, DUPLICATE, OTHER_NAME -> true;
                default -> false;
            };
        }
    }

    @Override
    public ListItem named(BytePath name, EntryForm form, int entryLine) {
        return this;
    }

    public static ListProblem malformed(int line, String why) {
        return new ListProblem(Kind.MALFORMED, line, why);
    }

    public static ListProblem noChecksum(Slice text, int line) {
        return malformed(line, "is not a checksum: '" + text + "'");
    }

    public static ListProblem nameless(int line) {
        return malformed(line, "has a digest, but no name");
    }

    public static ListProblem unusualLength(int digits, int line) {
        return malformed(
                line, "has " + digits + " hexadecimal digits, from which no algorithm follows; name the algorithm");
    }

    public static ListProblem wrongLength(Algorithm algorithm, int digits, int line) {
        String what = "has " + digits + " hexadecimal digits where " + algorithm + " has " + 2 * algorithm.length();
        return new ListProblem(Kind.WRONG_LENGTH, line, what + "; it is damaged, or of another algorithm");
    }

    public static ListProblem unknownAlgorithm(String spelling, int line) {
        String what = "is of the algorithm '" + Shown.algorithm(spelling) + "', which is not available here; ";
        Cause cause = AlgorithmSpellings.isOfBouncyCastle(spelling)
                ? Cause.ALGORITHM_OF_BOUNCY_CASTLE
                : Cause.NO_SUCH_ALGORITHM;
        return new ListProblem(Kind.UNKNOWN_ALGORITHM, line, what + AlgorithmSpellings.remedy(spelling), cause);
    }

    public static ListProblem tooLong(int line, int most) {
        return new ListProblem(Kind.TOO_LONG, line, "is longer than " + most + " bytes");
    }
}
