package io.github.syscallmaven.checksum.verify.verdict;

/**
 * Which findings do not fail the build.
 *
 * @param ignoreMissing whether files may be missing, as long as one is there
 * @param lenient whether lines may be malformed, as {@code sha256sum -c} has it without {@code --strict}
 * @param failOnWeak whether every file has to have a digest that is not weak
 * @param failOnExtra whether an audit that finds files in no list is a failure
 */
public record Leniency(boolean ignoreMissing, boolean lenient, boolean failOnWeak, boolean failOnExtra) {
    /** Nothing, but that weak algorithms only cause a warning. */
    public static final Leniency DEFAULT = new Leniency(false, false, false, true);

    public boolean isFailure(Status status) {
        return switch (status) {
            case OK, NOTE -> false;
            case MISSING -> !ignoreMissing;
            case MALFORMED -> !lenient;
            case WEAK -> failOnWeak;
            case EXTRA, MOVED -> failOnExtra;
            default -> true;
        };
    }
}
