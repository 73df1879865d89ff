package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.info.git.process.GitHeadStart;
import io.github.syscallmaven.info.git.process.GitProcess;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads repositories for all modules and threads of one build: each command is run once, and again only when something
 * that its answer depends on has changed since, such as a tracked file.
 */
public final class GitCache implements AutoCloseable {
    private final Map<String, String> environment;
    private final GitMemory memory;
    private @Nullable GitHeadStart headStart;

    /**
     * @param environment of the git processes; usually the build's own
     */
    public GitCache(Map<String, String> environment, GitMemory memory) {
        this.environment = Map.copyOf(environment);
        this.memory = memory;
    }

    /**
     * Starts git for a request that is about to be read, without waiting for it and without looking at any file. It is
     * waited for if the repository turns out to lie in the request's own directory; otherwise it has failed at once.
     */
    public void begin(GitRequest request) {
        if (request.wantsStatus() && !memory.isShared() && memory.answers().isEmpty() && headStart == null) {
            headStart = GitHeadStart.begin(process(request, request.directory()), GitReader.first(request));
        }
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
        GitProcess process = process(request, root.directory());
        return new GitReader(root, request, new GitAnswers(memory, root, process, headStart), memory.isShared()).read();
    }

    private GitProcess process(GitRequest request, String directory) {
        return new GitProcess(request.executable(), directory, request.timeout(), environment);
    }

    /** Ends what was begun and is not waited for. */
    @Override
    public void close() {
        if (headStart != null) {
            headStart.close();
        }
    }
}
