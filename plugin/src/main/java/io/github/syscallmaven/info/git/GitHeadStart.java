package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.info.git.process.GitProcess;
import io.github.syscallmaven.info.git.process.RunningGit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first command of a request, started before anybody could look for the repository, in the place where it is most
 * likely to be: the request's own directory. Git is not to look for it further up, where the command might take long
 * for nothing.
 */
final class GitHeadStart implements AutoCloseable {
    private static final String CEILING = "GIT_CEILING_DIRECTORIES";

    private final GitRequest request;
    private final RunningGit git;
    private boolean isTaken;

    private GitHeadStart(GitRequest request, RunningGit git) {
        this.request = request;
        this.git = git;
    }

    static GitHeadStart begin(GitRequest request, Map<String, String> environment) {
        String directory = request.directory();
        String above = directory.substring(0, Math.max(1, directory.lastIndexOf('/')));
        GitProcess process = new GitProcess(request.executable(), directory, request.timeout(), environment);
        return new GitHeadStart(request, process.begin(GitStatus.command(request.keys()), Map.of(CEILING, above)));
    }

    /** Whether it is what this request would start for this repository. */
    boolean isFor(GitRoot root, GitRequest other) {
        return root.directory().equals(request.directory()) && other.equals(request);
    }

    /**
     * What git has printed, if this is the command; empty when it has to be run again to be sure why it failed. Given
     * out once.
     */
    Optional<byte[]> finish(GitProcess process, List<String> command, GitFiles files) throws GitException {
        if (isTaken || !command.equals(git.arguments())) {
            return Optional.empty();
        }
        isTaken = true;
        try {
            return Optional.of(process.finish(git, 0, files));
        } catch (GitException e) {
            if (e.reason() == GitException.Reason.OTHER) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        if (!isTaken) {
            git.end();
        }
    }
}
