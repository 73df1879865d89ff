package io.github.syscallmaven.info.git.process;

import io.github.syscallmaven.io.Printable;
import org.jspecify.annotations.Nullable;

/** git could not be asked, or refused. The message names the command, the reason and a remedy. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean isNotStarted;

    private GitException(String message, boolean isNotStarted, @Nullable Throwable cause) {
        super(message, cause);
        this.isNotStarted = isNotStarted;
    }

    public GitException(String message, @Nullable Throwable cause) {
        this(message, false, cause);
    }

    /** There is no such program, or it cannot be run; the message names it and the remedy. */
    public static GitException notStarted(String message, @Nullable Throwable cause) {
        return new GitException(message, true, cause);
    }

    public static GitException noRepository(String directory) {
        return new GitException(
                "No git repository above '" + Printable.of(directory)
                        + "', but <gitRequired> is true. Build in a clone," + " or set -Dsyscall.gitRequired=false",
                null);
    }

    public static GitException notUnderstood(String command, String answer) {
        return new GitException(
                "'git " + command + "' answers '" + Printable.of(answer, 200) + "', which is not what git prints. Check"
                        + " 'git --version': " + GitVersion.NEEDED + " or later is needed",
                null);
    }

    /** Whether there is no such program, or none that can be run. */
    public boolean isNotStarted() {
        return isNotStarted;
    }
}
