package io.github.syscallmaven.info;

import org.jspecify.annotations.Nullable;

/** git could not be asked, or refused. The message names the command, the reason and a remedy. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1L;

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

    static GitException notUnderstood(String command, String answer) {
        return new GitException(
                "'git " + command + "' answers '" + answer + "', which is not what git 2.18 and later print."
                        + " Is this program git, and new enough? git --version tells",
                null);
    }

    /** What git ended with; -1 when it did not run, or not to its end. */
    public int exitCode() {
        return exitCode;
    }
}
