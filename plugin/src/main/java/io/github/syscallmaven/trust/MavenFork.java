package io.github.syscallmaven.trust;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A second Maven, which builds the same project.
 *
 * @param command the program and its arguments
 * @param directory to run it in
 * @param environment variables to set beside those of this process
 */
record MavenFork(List<String> command, String directory, Map<String, String> environment) {
    /** In characters. Longer logs lose their beginning. */
    private static final int LONGEST_LOG = 8 * 1024 * 1024;

    /** @param exitCode 0 for success */
    record Result(int exitCode, ForkLog log) {}

    /**
     * Waits until it has ended. It ends with this process, and when this thread is interrupted.
     *
     * @param listener is given every line as it comes
     */
    Result run(Consumer<String> listener) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File(directory)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread end = new Thread(() -> kill(process), "end-forked-maven");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            process.getOutputStream().close();
            ForkLog log = new ForkLog(LONGEST_LOG);
            read(process, line -> {
                log.add(line);
                listener.accept(line);
            });
            return new Result(process.waitFor(), log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while Maven recorded");
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            kill(process);
            removeHook(end);
        }
    }

    private static void read(Process process, Consumer<String> sink) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            sink.accept(line);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void removeHook(Thread end) {
        try {
            boolean unusedWasThere = Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException thisProcessEnds) {
            // The hook is at work.
        }
    }
}
