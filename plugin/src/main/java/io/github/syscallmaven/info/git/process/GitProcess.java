package io.github.syscallmaven.info.git.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.info.git.process.GitException.Reason;
import io.github.syscallmaven.io.Printable;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs git in one directory: no shell, no prompt, no lock that is not needed, messages in English. Variables that name
 * another repository, as git sets them for hooks, are not passed on.
 *
 * <p>Of the programs that a repository's configuration names, {@code core.fsmonitor} is not run. Filters are, by {@code
 * git status}: without them, git cannot say whether a file was changed.
 */
public record GitProcess(String executable, String directory, Duration timeout, Map<String, String> environment) {
    /**
     * {@code git rev-parse --local-env-vars}, except configuration ({@code safe.directory} may come that way) and how
     * the user wants replaced objects.
     */
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
            "GIT_OBJECT_DIRECTORY",
            "GIT_PREFIX",
            "GIT_SHALLOW_FILE",
            "GIT_WORK_TREE");

    private static final Map<String, String> OVERRIDES = Map.of(
            "LC_ALL", "C",
            "GIT_NO_LAZY_FETCH", "1",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_PAGER", "cat",
            "GIT_TERMINAL_PROMPT", "0");

    /** Where {@code git -c} puts configuration for the processes that it starts. */
    private static final String PARAMETERS = "GIT_CONFIG_PARAMETERS";

    /** Empty is false to every git; before 2.36, 'false' is the name of a program. */
    private static final String NO_MONITOR = "'core.fsmonitor='";

    /** In bytes. The longest answer is that of git status when some 400,000 files were changed. */
    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private static final int LONGEST_COMPLAINT = 64 * 1024;

    /** What a git that failed has said is in its pipe already; this is for the thread that reads it. */
    private static final long COMPLAINT_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What Java says when it cannot start a program. */
    private static final Pattern REASON = Pattern.compile("error=(?<errno>\\d+), (?<meaning>.*)", Pattern.DOTALL);

    /** ENOENT, EACCES, ENOTDIR: of a file that is not there, or is no program. */
    private static final Set<String> NO_PROGRAM = Set.of("2", "13", "20");

    private static final List<String> VERSION = List.of("--version");

    /**
     * What git prints. Fails unless the exit code is 0, or this one.
     *
     * @param files where processes are found that git has left behind
     */
    public byte[] run(List<String> arguments, int alsoGood, GitFiles files) throws GitException {
        return finish(begin(arguments, Map.of()), alsoGood, files);
    }

    /** Starts git, with these variables besides, and does not wait. */
    RunningGit begin(List<String> arguments, Map<String, String> variables) {
        GitFamily family = new GitFamily();
        ProcessBuilder builder = builder(arguments, family);
        builder.environment().putAll(variables);
        return new RunningGit(arguments, builder, family, LONGEST_ANSWER, timeout.toNanos());
    }

    /** What a git prints that was started in the same directory; the rest is as for {@link #run}. */
    byte[] finish(RunningGit git, int alsoGood, GitFiles files) throws GitException {
        List<String> arguments = git.arguments();
        GitOutput output = git.output();
        try {
            Process process = git.start().get();
            GitOutput errors = new GitOutput(process::getErrorStream, LONGEST_COMPLAINT, () -> {});
            if (!process.waitFor(git.timeLeft(), TimeUnit.NANOSECONDS)) {
                throw timedOut(arguments, git.family().kill(process, files));
            }
            int exitCode = process.exitValue();
            if (!output.isTooMuch() && exitCode != 0 && exitCode != alsoGood) {
                boolean unusedIsWhole = errors.awaitEnd(COMPLAINT_NANOS);
                List<String> unusedNames = git.family().kill(process, files);
                throw failed(arguments, exitCode, errors.bytes(), files);
            }
            boolean isWhole = output.awaitEnd(git.timeLeft());
            if (output.isTooMuch()) {
                throw tooMuch(arguments, git.family().kill(process, files));
            }
            if (!isWhole) {
                throw leftOpen(arguments, git.family().kill(process, files));
            }
            if (output.failure() != null) {
                throw new GitException(
                        Reason.OTHER,
                        "Cannot read what " + command(arguments) + " prints: " + output.failure(),
                        output.failure());
            }
            return output.bytes();
        } catch (ExecutionException e) {
            throw notStarted(e);
        } catch (InterruptedException e) {
            // Also when it is only about to start.
            CompletableFuture<List<String>> unusedNames =
                    git.start().thenApply(process -> git.family().kill(process, files));
            Thread.currentThread().interrupt();
            throw new GitException(Reason.OTHER, command(arguments) + " was interrupted", e);
        }
    }

    private ProcessBuilder builder(List<String> arguments, GitFamily family) {
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
        builder.environment().merge(PARAMETERS, NO_MONITOR, (users, ours) -> users + " " + ours);
        family.mark(builder.environment());
        return builder;
    }

    private GitException notStarted(ExecutionException e) {
        Throwable root = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        Matcher reason = REASON.matcher(String.valueOf(root.getMessage()));
        String errno = reason.matches() ? reason.group("errno") : "";
        String what = "Cannot start '" + Printable.of(executable) + "' ("
                + (reason.matches() ? reason.group("meaning") : root) + ")";
        return NO_PROGRAM.contains(errno)
                ? new GitException(Reason.NOT_STARTED, what, e)
                : new GitException(Reason.OTHER, what + " in '" + shownDirectory() + "'", e);
    }

    private GitException timedOut(List<String> arguments, List<String> killed) {
        return new GitException(
                Reason.TIMED_OUT,
                command(arguments) + " did not end within " + timeout.toMillis() + " ms and was killed (processes: "
                        + killed.size() + ")",
                null);
    }

    private GitException leftOpen(List<String> arguments, List<String> killed) {
        return new GitException(
                Reason.LEFT_OPEN,
                command(arguments) + " ended, but left its output open to a program in the background, which was killed"
                        + " after " + timeout.toMillis() + " ms: "
                        + (killed.isEmpty() ? "one that hides" : String.join(", ", killed)),
                null);
    }

    private GitException tooMuch(List<String> arguments, List<String> killed) {
        return new GitException(
                Reason.OTHER,
                command(arguments) + " prints more than " + LONGEST_ANSWER + " bytes and was killed (processes: "
                        + Math.max(1, killed.size())
                        + "). Is this program git? Run it by hand, or exclude the git keys",
                null);
    }

    private GitException failed(List<String> arguments, int exitCode, byte[] complaint, GitFiles files) {
        String errors = new String(complaint, UTF_8);
        String failure = command(arguments) + " ended with exit code " + exitCode + ": " + essence(errors);
        Optional<GitVersion> old = arguments.equals(VERSION)
                ? Optional.empty()
                : version(files).filter(version -> version.isOlderThan(GitVersion.NEEDED));
        return old.isPresent()
                ? new GitException(
                        Reason.TOO_OLD,
                        "'" + Printable.of(executable) + "' is git "
                                + Printable.of(old.get().text())
                                + ", but " + GitVersion.NEEDED + " or later is needed: " + failure,
                        null)
                : new GitException(Reason.OTHER, failure + ". " + remedy(errors), null);
    }

    private Optional<GitVersion> version(GitFiles files) {
        try {
            return GitVersion.parse(new String(run(VERSION, 0, files), UTF_8));
        } catch (GitException notToldEither) {
            return Optional.empty();
        }
    }

    private String command(List<String> arguments) {
        return "'" + Printable.of(executable + " " + String.join(" ", arguments)) + "' in '" + shownDirectory() + "'";
    }

    private String shownDirectory() {
        return Printable.of(directory);
    }

    private static String essence(String errors) {
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: "))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .map(line -> Printable.of(line, 1000))
                .orElse("it gives no reason");
    }

    /** For a directory that git mistrusts, git itself names the command that makes it trusted. */
    private static String remedy(String errors) {
        return errors.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("git config") && line.contains("safe.directory"))
                .findFirst()
                .map(command -> "If you trust its owner, run '" + Printable.of(command) + "'")
                .orElse("Run the command by hand in that directory, or exclude the git keys");
    }
}
