package io.github.syscallmaven.info;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs git in one directory: no shell, no prompt, no lock that is not needed, messages in English. What names another
 * repository in the environment, as git's own hooks do, is not passed on.
 */
record GitProcess(String executable, String directory, Duration timeout, Map<String, String> environment) {
    /** {@code git rev-parse --local-env-vars}, except configuration: {@code safe.directory} may come that way. */
    private static final List<String> NAMES_OTHER_REPOSITORY = List.of(
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_COMMON_DIR",
            "GIT_CONFIG",
            "GIT_DIR",
            "GIT_GRAFT_FILE",
            "GIT_IMPLICIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_INTERNAL_SUPER_PREFIX",
            "GIT_NAMESPACE",
            "GIT_NO_REPLACE_OBJECTS",
            "GIT_OBJECT_DIRECTORY",
            "GIT_PREFIX",
            "GIT_REPLACE_REF_BASE",
            "GIT_SHALLOW_FILE",
            "GIT_WORK_TREE");

    private static final Map<String, String> OVERRIDES = Map.of(
            "LC_ALL", "C",
            "GIT_NO_LAZY_FETCH", "1",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_PAGER", "cat",
            "GIT_TERMINAL_PROMPT", "0");

    /** What git prints, decoded as UTF-8; malformed bytes become U+FFFD. Fails unless the exit code is 0. */
    String run(List<String> arguments) throws GitException {
        return run(arguments, 0);
    }

    /** The same, but this exit code is no failure either. */
    String run(List<String> arguments, int alsoGood) throws GitException {
        Process process = start(arguments);
        FutureTask<byte[]> output = drain(process.getInputStream());
        FutureTask<byte[]> errors = drain(process.getErrorStream());
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            int exitCode = process.exitValue();
            if (exitCode != 0 && exitCode != alsoGood) {
                throw failed(arguments, exitCode, read(errors, deadline));
            }
            return read(output, deadline);
        } catch (TimeoutException e) {
            throw timedOut(arguments, kill(process), e);
        } catch (InterruptedException e) {
            kill(process);
            Thread.currentThread().interrupt();
            throw new GitException(command(arguments) + " was interrupted", e);
        } catch (ExecutionException e) {
            kill(process);
            throw new GitException("Cannot read what " + command(arguments) + " prints: " + e.getCause(), e);
        }
    }

    private Process start(List<String> arguments) throws GitException {
        List<String> commandLine = new ArrayList<>(List.of(executable));
        commandLine.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(commandLine).directory(new File(directory));
        // What is there already stays: not every value survives the way through a String.
        builder.environment().keySet().retainAll(environment.keySet());
        environment.forEach((name, value) -> {
            if (!value.equals(builder.environment().get(name))) {
                builder.environment().put(name, value);
            }
        });
        builder.environment().keySet().removeAll(NAMES_OTHER_REPOSITORY);
        builder.environment().putAll(OVERRIDES);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            String reason = Objects.requireNonNullElse(e.getCause(), e).getMessage();
            throw GitException.notStarted(
                    "Cannot start '" + executable + "' in '" + directory + "': " + reason
                            + ". Install git and put it on the PATH, or exclude the git keys",
                    e);
        }
    }

    /** Both pipes are read at once, or git could block on the one that nobody reads. */
    private static FutureTask<byte[]> drain(InputStream stream) {
        FutureTask<byte[]> task = new FutureTask<>(stream::readAllBytes);
        Thread thread = new Thread(task, "git-output");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static String read(FutureTask<byte[]> stream, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        return new String(stream.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS), UTF_8);
    }

    /** Children are listed before anything dies: those of a dead parent can no longer be found. */
    private static int kill(Process process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        return all.size();
    }

    private GitException timedOut(List<String> arguments, int killed, TimeoutException cause) {
        return new GitException(
                command(arguments) + " did not end within " + timeout.toMillis() + " ms and was killed (processes: "
                        + killed + "). Run it by hand to see what it waits for, or allow it more time",
                cause);
    }

    private GitException failed(List<String> arguments, int exitCode, String errors) {
        return new GitException(
                command(arguments) + " ended with exit code " + exitCode + ": " + essence(errors) + ". "
                        + remedy(errors),
                exitCode,
                null);
    }

    private String command(List<String> arguments) {
        return "'" + executable + " " + String.join(" ", arguments).replace('\0', ' ') + "' in '" + directory + "'";
    }

    private static String essence(String errors) {
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: "))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("it gives no reason");
    }

    /** For a directory that git mistrusts, git itself names the command that makes it trusted. */
    private static String remedy(String errors) {
        return errors.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("git config") && line.contains("safe.directory"))
                .findFirst()
                .map(command -> "If you trust its owner, run '" + command + "'")
                .orElse("Run the command by hand in that directory, or exclude the git keys");
    }
}
