package io.github.syscallmaven.info.git.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A running git process, whose output is being read. The caller must finish or end it. */
final class RunningGit {
    private final List<String> arguments;
    private final GitFamily family;
    private final CompletableFuture<Process> start = new CompletableFuture<>();
    private final GitOutput output;
    private final long deadline;

    RunningGit(List<String> arguments, ProcessBuilder builder, GitFamily family, int longest, long nanos) {
        this.arguments = List.copyOf(arguments);
        this.family = family;
        this.deadline = System.nanoTime() + nanos;
        this.output = new GitOutput(() -> start(builder), longest, this::destroy);
    }

    private InputStream start(ProcessBuilder builder) throws IOException {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            start.complete(process);
            return process.getInputStream();
        } catch (IOException | RuntimeException | Error e) {
            start.completeExceptionally(e);
            throw e;
        }
    }

    private void destroy() {
        CompletableFuture<Boolean> unusedSuccess =
                start.thenApply(process -> process.toHandle().destroyForcibly());
    }

    List<String> arguments() {
        return arguments;
    }

    GitFamily family() {
        return family;
    }

    /** The process, once it is there; an ExecutionException if it cannot be started. */
    CompletableFuture<Process> start() {
        return start;
    }

    GitOutput output() {
        return output;
    }

    /** In nanoseconds; negative when its time is over. */
    long timeLeft() {
        return deadline - System.nanoTime();
    }

    /** Ends it, as nobody wants its answer any more, with what it has started. */
    void end() {
        start.thenAccept(process -> {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                })
                .exceptionally(notStarted -> null)
                .join();
    }
}
