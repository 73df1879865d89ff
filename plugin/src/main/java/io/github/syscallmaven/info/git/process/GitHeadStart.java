package io.github.syscallmaven.info.git.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first git commands, started in parallel before the repository is looked for, in the directory where it most
 * likely is. Git must not look further up, where a command might take long in vain.
 */
public final class GitHeadStart implements AutoCloseable {
    private static final String CEILING = "GIT_CEILING_DIRECTORIES";

    private final GitProcess process;
    private final Map<List<String>, RunningGit> running = new HashMap<>();

    private GitHeadStart(GitProcess process) {
        this.process = process;
    }

    public static GitHeadStart begin(GitProcess process, List<List<String>> commands) {
        String directory = process.directory();
        String above = directory.substring(0, Math.max(1, directory.lastIndexOf('/')));
        GitHeadStart start = new GitHeadStart(process);
        for (List<String> command : commands) {
            start.running.put(command, process.begin(command, Map.of(CEILING, above)));
        }
        return start;
    }

    /**
     * What git has printed, if this is one of the commands in the same place; empty when it has to be run, perhaps to
     * be sure why it failed. Given out once.
     *
     * @param alsoGood an exit code that is no failure
     */
    public Optional<byte[]> finish(GitProcess wanted, List<String> command, int alsoGood, GitFiles files)
            throws GitException {
        boolean isSame = wanted.directory().equals(process.directory())
                && wanted.executable().equals(process.executable());
        RunningGit git = isSame ? running.remove(command) : null;
        if (git == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(wanted.finish(git, alsoGood, files));
        } catch (GitException e) {
            if (e.reason() == GitException.Reason.OTHER) {
                // The others may have read another configuration than the commands that are run now.
                close();
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Ends what nobody has waited for. */
    @Override
    public void close() {
        running.values().forEach(RunningGit::end);
        running.clear();
    }
}
