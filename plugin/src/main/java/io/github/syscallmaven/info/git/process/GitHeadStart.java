package io.github.syscallmaven.info.git.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first command for a repository, started before anybody could look for one, in the place where it is most likely
 * to be. Git is not to look for it further up, where the command might take long for nothing.
 */
public final class GitHeadStart implements AutoCloseable {
    private static final String CEILING = "GIT_CEILING_DIRECTORIES";

    private final GitProcess process;
    private final RunningGit git;
    private boolean isTaken;

    private GitHeadStart(GitProcess process, RunningGit git) {
        this.process = process;
        this.git = git;
    }

    public static GitHeadStart begin(GitProcess process, List<String> command) {
        String directory = process.directory();
        String above = directory.substring(0, Math.max(1, directory.lastIndexOf('/')));
        return new GitHeadStart(process, process.begin(command, Map.of(CEILING, above)));
    }

    /**
     * What git has printed, if this is the same command in the same place; empty when it has to be run, perhaps to be
     * sure why it failed. Given out once.
     */
    public Optional<byte[]> finish(GitProcess wanted, List<String> command, GitFiles files) throws GitException {
        boolean isSame = wanted.directory().equals(process.directory())
                && wanted.executable().equals(process.executable())
                && command.equals(git.arguments());
        if (isTaken || !isSame) {
            return Optional.empty();
        }
        isTaken = true;
        try {
            return Optional.of(wanted.finish(git, 0, files));
        } catch (GitException e) {
            if (e.reason() == GitException.Reason.OTHER) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Ends it if nobody waits for it. */
    @Override
    public void close() {
        if (!isTaken) {
            git.end();
        }
    }
}
