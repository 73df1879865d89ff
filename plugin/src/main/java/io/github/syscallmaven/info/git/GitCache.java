package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.info.git.process.GitProcess;
import java.util.Map;
import java.util.Optional;

/**
 * Reads repositories for all modules and threads of one build: each command is run once, and again only when something
 * that its answer depends on has changed since, such as a tracked file.
 */
public final class GitCache {
    private final Map<String, String> environment;
    private final GitMemory memory;

    /**
     * @param environment of the git processes; usually the build's own
     */
    public GitCache(Map<String, String> environment, GitMemory memory) {
        this.environment = Map.copyOf(environment);
        this.memory = memory;
    }

    /**
     * What git says of the repository that the request's directory belongs to; empty when it belongs to none.
     *
     * @throws GitException when git is missing, refuses, fails or takes too long
     */
    public Optional<GitInfo> read(GitFiles files, GitRequest request) throws GitException {
        Optional<GitRoot> root = GitRoot.of(files, request.directory());
        return root.isPresent() ? Optional.of(read(root.get(), request)) : Optional.empty();
    }

    private GitInfo read(GitRoot root, GitRequest request) throws GitException {
        GitProcess process =
                new GitProcess(request.executable(), root.directory(), request.timeout(), environment, root.files());
        return new GitReader(root, request, new GitAnswers(memory, root, process), memory.isShared()).read();
    }
}
