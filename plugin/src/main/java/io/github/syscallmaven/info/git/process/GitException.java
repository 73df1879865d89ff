package io.github.syscallmaven.info.git.process;

import io.github.syscallmaven.io.Printable;
import org.jspecify.annotations.Nullable;

/** git could not be asked, or refused. The message names the command and the reason, without a full stop. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What a caller can offer a remedy for. */
    public enum Reason {
        /** There is no repository, although one is required. */
        NO_REPOSITORY,
        /** There is no such program, or it cannot be run. */
        NOT_STARTED,
        TIMED_OUT,
        /** It ended, but something that it started in the background holds its output. */
        LEFT_OPEN,
        TOO_OLD,
        /** The message has its own remedy, if there is one. */
        OTHER
    }

    private final Reason reason;

    public GitException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public static GitException noRepository(String directory) {
        return new GitException(
                Reason.NO_REPOSITORY, "No git repository above '" + Printable.of(directory) + "'", null);
    }

    public static GitException notUnderstood(String command, String answer) {
        return new GitException(
                Reason.OTHER,
                "'git " + command + "' answers '" + Printable.of(answer, 200) + "', which is not what git prints. Check"
                        + " 'git --version': " + GitVersion.NEEDED + " or later is needed",
                null);
    }

    public Reason reason() {
        return reason;
    }
}
