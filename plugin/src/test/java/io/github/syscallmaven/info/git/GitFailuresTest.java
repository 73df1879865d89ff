package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.info.git.process.GitException.Reason;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitFailuresTest {
    @TempDir
    Path folder;

    private GitSandbox git;
    private Path repository;

    @BeforeEach
    void sandbox() {
        git = new GitSandbox(folder);
        repository = GitShape.NORMAL.make(git);
    }

    @Test
    void aMissingGitIsNamedWithARemedy() {
        assertFails(repository, folder + "/no/git")
                .withMessageStartingWith("Cannot start '" + folder + "/no/git' (")
                .withMessageContaining("No such file or directory")
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_STARTED));
    }

    @Test
    void aRepositoryOfSomebodyElseIsRefusedWithTheCommandThatTrustsIt() {
        git.environment.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");

        assertFails(repository, "git")
                .withMessageContaining(
                        "exit code 128: fatal: detected dubious ownership in repository at '" + repository)
                .withMessageContaining("run 'git config --global --add safe.directory " + repository + "'");
    }

    @Test
    void aRepositoryOfSomebodyElseIsNotMistakenForOneWithoutRemote() {
        git.environment.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        GitRequest request = GitRequests.of(repository.toString(), Set.of(GitKey.REMOTE_ORIGIN_URL));

        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> git.cache().read(GitSandbox.files(), request))
                .withMessageContaining("dubious ownership");
    }

    @Test
    void aRepositoryOfSomebodyElseThatIsTrustedByTheEnvironmentIsRead() throws GitException {
        git.environment.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        git.environment.put("GIT_CONFIG_COUNT", "1");
        git.environment.put("GIT_CONFIG_KEY_0", "safe.directory");
        git.environment.put("GIT_CONFIG_VALUE_0", "*");

        assertThat(git.cache().read(GitSandbox.files(), GitRequests.of(repository.toString(), Set.of(GitKey.BRANCH))))
                .isPresent();
    }

    @Test
    void aWorktreeWhoseRepositoryIsGoneFailsWithWhatGitSays() throws Exception {
        Path worktree = folder.resolve("lost");
        GitSandbox.write(worktree.resolve(".git"), "gitdir: /nowhere/.git/worktrees/lost\n");

        assertFails(worktree, "git")
                .withMessageContaining("exit code 128: fatal: not a git repository: /nowhere/.git/worktrees/lost")
                .withMessageContaining("Run the command by hand");
    }

    @Test
    void aBrokenCommitFailsEvenWhenNothingElseIsAsked() throws Exception {
        Files.writeString(repository.resolve(".git/refs/heads/main"), "1".repeat(40) + "\n");
        GitRequest request = GitRequests.of(repository.toString(), Set.of(GitKey.COMMIT_TIME));

        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> git.cache().read(GitSandbox.files(), request))
                .withMessageContaining("exit code 128: fatal: ");
    }

    @Test
    void aProgramThatIsNotGitIsNotBelieved() {
        assertFails(repository, git.wrapper("echo 'Hello, world'; exit 0"))
                .withMessageContaining("'git status' answers")
                .withMessageContaining("git --version");
    }

    @Test
    void aLogThatIsNotGitsIsNotBelieved() {
        assertFails(repository, git.wrapper("case $1 in log) echo 'Hello, world'; exit 0; esac"))
                .withMessageContaining("'git log' answers 'Hello, world");
    }

    @Test
    void aGitThatHangsIsKilledWithItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        String hanging = git.wrapper("sleep 600 & echo $$ $! > '" + pids + "'; wait");

        assertThat(timedOut(hanging, failure -> failure.contains("(processes: 2)")))
                .startsWith("'" + hanging + " status --porcelain=v2")
                .containsPattern("did not end within \\d+ ms and was killed \\(processes: 2\\)");

        for (String pid : Files.readString(pids).strip().split(" ", -1)) {
            awaitEnd(Long.parseLong(pid));
        }
    }

    @Test
    void anInterruptedBuildEndsGitAtOnce() throws Exception {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        String hanging = git.wrapper("exec sleep 600");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> git.cache().read(GitSandbox.files(), request(repository, hanging, 60)))
                .withMessageContaining("was interrupted");

        assertThat(Thread.interrupted()).isTrue();
        List<ProcessHandle> after =
                new ArrayList<>(ProcessHandle.current().children().toList());
        after.removeAll(before);
        for (ProcessHandle process : after) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aProcessThatGitLeavesBehindIsNotWaitedFor() throws Exception {
        Path pids = folder.resolve("pids");
        String daemon = git.wrapper("test -e '" + pids + "' || { sleep 600 > /dev/null & echo $! > '" + pids + "'; }");

        assertThat(git.cache().read(GitSandbox.files(), request(repository, daemon, 60)))
                .isPresent();

        ProcessHandle.of(Long.parseLong(Files.readString(pids).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void aProcessThatKeepsTheOutputOpenIsNamedAndEnded() throws Exception {
        Path pids = folder.resolve("pids");
        // So much is not printed before somebody reads.
        String leaving = git.wrapper("sleep 600 & echo $! > '" + pids + "'; head -c 1000000 /dev/zero; exit 0");

        assertThat(timedOut(leaving, failure -> failure.contains("ended, but")))
                .startsWith("'" + leaving + " status --porcelain=v2")
                .containsPattern("ended, but left its output open to a program in the background, which was killed"
                        + " after \\d+ ms: '")
                .contains("sleep 600' (process " + Files.readString(pids).strip() + ")");
        awaitEnd(Long.parseLong(Files.readString(pids).strip()));
    }

    @Test
    void aProcessWhoseParentsAreDeadIsFoundAllTheSame() throws Exception {
        Path pids = folder.resolve("pids");
        String hanging = git.wrapper(
                "( ( sh -c 'sleep 600 & echo $$ $! > \"" + pids + ".new\"; mv \"" + pids + ".new\" \"" + pids
                        + "\"; wait' > /dev/null 2>&1 ) & )",
                "until test -e '" + pids + "'; do sleep 0.01; done",
                "exec sleep 600");

        assertThat(timedOut(hanging, failure -> Files.exists(pids))).contains("was killed (processes: ");
        for (String pid : Files.readString(pids).strip().split(" ", -1)) {
            awaitEnd(Long.parseLong(pid));
        }
    }

    @Test
    void aGitThatFailsIsNotWaitedForBecauseOfWhatItLeavesBehind() throws Exception {
        Path pids = folder.resolve("pids");
        String failing = git.wrapper("sleep 600 > /dev/null & echo $! >> '" + pids + "'; echo 'fatal: no' >&2; exit 9");

        assertFails(repository, failing).withMessageContaining("exit code 9: fatal: no");
        for (String pid : Files.readAllLines(pids)) {
            awaitEnd(Long.parseLong(pid));
        }
    }

    @Test
    void aGitThatPrintsWithoutEndIsStopped() throws Exception {
        Path pids = folder.resolve("pids");
        String endless = git.wrapper("echo $$ > '" + pids + "'; exec yes");

        assertFails(repository, endless)
                .withMessageContaining("prints more than 67108864 bytes and was killed")
                .withMessageContaining("Is this program git?");
        awaitEnd(Long.parseLong(Files.readString(pids).strip()));
    }

    @ParameterizedTest
    @CsvSource({
        "2.11.0, exit 129, error: unknown option `no-renames'",
        "2.17.6.windows.1, exit 129, error: unknown option `no-renames'",
        "1.8.3.1, exit 128, fatal: unsupported porcelain version 'v2'"
    })
    void aGitThatIsTooOldIsToldByItsVersion(String version, String exit, String complaint) {
        String old = git.wrapper(
                "case $1 in --version) echo 'git version " + version + "'; exit;; esac",
                "echo \"" + complaint.replace("`", "\\`") + "\" >&2",
                "echo 'usage: git status [<options>] [--] <pathspec>...' >&2",
                exit);

        assertFails(repository, old)
                .withMessageStartingWith("'" + old + "' is git " + version + ", but 2.18 or later is needed: ")
                .withMessageContaining(complaint)
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.TOO_OLD));
    }

    @Test
    void aNewGitThatFailsIsNotToldByItsVersion() {
        String failing = git.wrapper("test \"$1\" = --version || { echo 'fatal: broken' >&2; exit 128; }");

        assertFails(repository, failing)
                .withMessageContaining("ended with exit code 128: fatal: broken. Run the command by hand");
    }

    @Test
    void whatGitSaysCannotChangeTheTerminal() {
        String hostile = git.wrapper("printf 'fatal: \\033]0;owned\\007 \\342\\200\\256 txt\\n' >&2; exit 1");

        assertFails(repository, hostile).withMessageContaining("fatal: \\u001b]0;owned\\u0007 \\u202e txt");
        assertFails(repository, git.wrapper("printf '\\033[2J'; exit"))
                .withMessageContaining("'git status' answers '")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\033"));
    }

    @Test
    void aGitThatComplainsAtLengthDoesNotBlock() throws Exception {
        String chatty = git.wrapper("head -c 1000000 /dev/zero | tr '\\0' x >&2");

        assertThat(git.cache().read(GitSandbox.files(), request(repository, chatty, 60)))
                .isPresent();
    }

    private ThrowableAssertAlternative<GitException> assertFails(Path directory, String executable) {
        return assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> git.cache().read(GitSandbox.files(), request(directory, executable, 60)));
    }

    /**
     * What is said when the time is over, after as little time as lets the program get that far: a busy machine needs
     * more.
     */
    private String timedOut(String executable, Predicate<String> isThatFar) {
        String failure = "";
        for (int seconds = 3; seconds < 100 && !isThatFar.test(failure); seconds *= 3) {
            GitRequest request = request(repository, executable, seconds);
            failure = String.valueOf(catchThrowableOfType(
                            GitException.class, () -> git.cache().read(GitSandbox.files(), request))
                    .getMessage());
        }
        return failure;
    }

    private static GitRequest request(Path directory, String executable, int seconds) {
        Duration timeout = Duration.ofSeconds(seconds);
        return new GitRequest(
                directory.toString(), EnumSet.allOf(GitKey.class), 7, GitRequests.DESCRIBE, timeout, executable);
    }

    private static void awaitEnd(long pid) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }
}
