package io.github.syscallmaven.info;

import org.jspecify.annotations.Nullable;

/** git could not be asked, or refused. The message names the command, the reason and a remedy. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int NOT_STARTED = -2;

    private final int exitCode;

    GitException(String message, int exitCode, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    GitException(String message, @Nullable Throwable cause) {
        this(message, -1, cause);
    }

    static GitException noRepository(String directory) {
        return new GitException(
                "No git repository above '" + directory + "', but <gitRequired> is true. Build in a clone, or set"
                        + " -Dsyscall.gitRequired=false",
                null);
    }

    /** @param message which program, where, and the remedy */
    static GitException notStarted(String message, Throwable cause) {
        return new GitException(message, NOT_STARTED, cause);
    }

    static GitException notUnderstood(String command, String answer) {
        return new GitException(
                "'git " + command + "' answers '" + answer + "', which is not what git 2.18 and later print."
                        + " Is this program git, and new enough? git --version tells",
                null);
    }

    /** Whether there is no such program, or none that can be run. */
    boolean isNotStarted() {
        return exitCode == NOT_STARTED;
    }

    /** What git ended with; negative when it did not run, or not to its end. */
    public int exitCode() {
        return exitCode;
    }
}
