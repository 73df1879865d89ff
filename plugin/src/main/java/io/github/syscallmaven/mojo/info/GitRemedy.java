package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.git.process.GitException;

/** Advice for failures of git. */
final class GitRemedy {
    private GitRemedy() {}

    /** What went wrong and what to do, without a full stop. */
    static String wording(GitException e) {
        return e.getMessage()
                + switch (e.reason()) {
                    case NO_REPOSITORY ->
                        ", but <gitRequired> is true. Build in a clone, or set -Dsyscall.gitRequired=false";
                    case NOT_STARTED ->
                        ": install git and put it on the PATH, name it by <gitExecutable>, or exclude git.*";
                    case TIMED_OUT ->
                        ". Run it by hand to see what it waits for, or allow it more time by <gitTimeout>";
                    case LEFT_OPEN -> ". What <gitExecutable> starts in the background has to close its output";
                    case TOO_OLD -> ". Install a newer git, or name one by <gitExecutable>";
                    case OTHER -> "";
                };
    }
}
