package io.github.syscallmaven.info;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads each repository once, however many modules and threads ask: for one build, whose view of git does not change.
 * Who asks while another reads waits for that answer; a failure is shared like an answer. Different requests of one
 * repository are read apart.
 */
public final class GitCache {
    private final Map<String, String> environment;
    private final ConcurrentMap<GitRequest, FutureTask<GitInfo>> answers = new ConcurrentHashMap<>();

    /**
     * @param environment of the git processes; usually the build's own
     */
    public GitCache(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * What git says of the repository that the request's directory belongs to; empty when it belongs to none.
     *
     * @throws GitException when git is missing, refuses, fails or takes too long
     */
    public Optional<GitInfo> read(GitFiles files, GitRequest request) throws GitException {
        Optional<GitRoot> root = GitRoot.of(files, request.directory());
        return root.isPresent()
                ? Optional.of(read(root.get(), request.in(root.get().directory())))
                : Optional.empty();
    }

    private GitInfo read(GitRoot root, GitRequest request) throws GitException {
        FutureTask<GitInfo> mine = new FutureTask<>(() -> new GitReader(root, request, environment).read());
        FutureTask<GitInfo> first = answers.putIfAbsent(request, mine);
        if (first == null) {
            mine.run();
        }
        return await(first == null ? mine : first);
    }

    private static GitInfo await(FutureTask<GitInfo> answer) throws GitException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitException("Interrupted while another module reads the repository", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GitException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
