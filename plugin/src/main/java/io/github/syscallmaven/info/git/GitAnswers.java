package io.github.syscallmaven.info.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.info.git.process.GitHeadStart;
import io.github.syscallmaven.info.git.process.GitProcess;
import io.github.syscallmaven.io.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Git's answers about one repository. A command that another module of the build has run is not run again unless
 * something that its answer depends on has changed. If it is still running, the caller waits for its answer. A failure
 * is shared like an answer.
 */
final class GitAnswers {
    private static final String OUTPUT = "output";

    private final GitMemory memory;
    private final GitRoot root;
    private final GitProcess process;
    private final @Nullable GitHeadStart headStart;
    private final String repository;

    /**
     * @param headStart what runs already; none when nobody has started any
     */
    GitAnswers(GitMemory memory, GitRoot root, GitProcess process, @Nullable GitHeadStart headStart) {
        this.headStart = headStart;
        this.memory = memory;
        this.root = root;
        this.process = process;
        this.repository = GitSnapshot.ofRepository(root);
    }

    /**
     * What git printed.
     *
     * @param millis how long it took; empty when the answer was there
     */
    record Answer(List<String> command, String output, OptionalLong millis) {
        boolean isNew() {
            return millis.isPresent();
        }

        /** For those who want to know what was done. */
        String text() {
            String time = millis.isPresent() ? millis.getAsLong() + " ms" : "answered before in this build";
            return Printable.of("git " + String.join(" ", command)) + ": " + time;
        }
    }

    /** The answer to a command that depends on nothing but what git itself keeps. */
    Answer ask(List<String> command, int alsoGood) throws GitException {
        Optional<Answer> begun = begun(command, alsoGood);
        return begun.isPresent() ? begun.get() : ask("", command, alsoGood);
    }

    /**
     * The answer to a command that runs already; empty when none does. It is not kept: the repository may have changed
     * between its start and our first look.
     */
    Optional<Answer> begun(List<String> command, int alsoGood) throws GitException {
        if (headStart == null) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        return headStart.finish(process, command, alsoGood, root.files()).map(output -> answer(command, output, start));
    }

    private static Answer answer(List<String> command, byte[] output, long start) {
        return new Answer(command, new String(output, UTF_8), OptionalLong.of((System.nanoTime() - start) / 1_000_000));
    }

    /** The answer to a command that also depends on the tracked files, which are those of this snapshot. */
    Answer ask(String worktree, List<String> command, int alsoGood) throws GitException {
        CompletableFuture<Map.Entry<String, byte[]>> ours = new CompletableFuture<>();
        CompletableFuture<Map.Entry<String, byte[]>> first = memory.answers().putIfAbsent(key(worktree, command), ours);
        if (first != null) {
            return new Answer(command, understand(await(first)), OptionalLong.empty());
        }
        long start = System.nanoTime();
        try {
            ours.complete(run(command, alsoGood));
        } finally {
            ours.completeExceptionally(new IllegalStateException("Asking git failed in another module"));
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Answer(command, understand(await(ours)), OptionalLong.of(millis));
    }

    /** The answer of this moment, whatever was answered before. */
    Answer askAnew(List<String> command) throws GitException {
        long start = System.nanoTime();
        return answer(command, process.run(command, 0, root.files()), start);
    }

    /** A snapshot of the tracked files, if it can be taken without git. */
    Optional<String> worktree() {
        return GitSnapshot.ofWorktree(root);
    }

    /** Takes down what the tracked files are, in case that this command is not answered yet. */
    void noteWorktree(List<String> command) {
        String key = key("", command);
        if (!memory.answers().containsKey(key)) {
            worktree().ifPresent(now -> memory.worktrees().putIfAbsent(key, now));
        }
    }

    /** Whether they were the same before this command was answered; false when nobody has taken that down. */
    boolean isWorktreeOf(List<String> command, String worktree) {
        return worktree.equals(memory.worktrees().get(key("", command)));
    }

    private String key(String worktree, List<String> command) {
        return String.join(
                "\0", process.executable(), root.directory(), repository, worktree, String.join("\0", command));
    }

    private Map.Entry<String, byte[]> run(List<String> command, int alsoGood) {
        try {
            return Map.entry(OUTPUT, process.run(command, alsoGood, root.files()));
        } catch (GitException e) {
            String message = String.valueOf(e.getMessage());
            return Map.entry(e.reason().name(), message.getBytes(UTF_8));
        }
    }

    private static String understand(Map.Entry<String, byte[]> answer) throws GitException {
        String text = new String(answer.getValue(), UTF_8);
        if (answer.getKey().equals(OUTPUT)) {
            return text;
        }
        throw new GitException(GitException.Reason.valueOf(answer.getKey()), text, null);
    }

    private static Map.Entry<String, byte[]> await(CompletableFuture<Map.Entry<String, byte[]>> answer)
            throws GitException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitException(
                    GitException.Reason.OTHER, "Interrupted while another module reads the repository", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
