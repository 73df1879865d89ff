package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Git may be started before anybody can look at files, and answers as it does otherwise. */
@Timeout(60)
class GitHeadStartTest {
    @TempDir
    private Path folder;

    private GitSandbox git;
    private Path repository;

    @BeforeEach
    void sandbox() {
        git = new GitSandbox(folder);
        repository = GitShape.NORMAL.make(git);
    }

    @Test
    void itRunsBeforeItIsAskedAndIsNotRunAgain() throws Exception {
        GitRequest request = request(repository, git.countingWrapper());
        SortedMap<String, String> usual = git.cache()
                .read(GitSandbox.files(), request(repository, "git"))
                .orElseThrow()
                .values();
        try (GitCache cache = git.cache()) {
            cache.begin(request);
            awaitStarts();
            assertThat(git.starts()).containsExactlyInAnyOrder("status", "log", "config");

            assertThat(cache.read(GitSandbox.files(), request).orElseThrow().values())
                    .isEqualTo(usual);
        }
        assertThat(git.starts()).containsOnlyOnce("status", "log", "config");
    }

    @Test
    void aCommitMadeBetweenTwoCommandsIsNotMixedWithTheOneBefore() throws Exception {
        Path logged = folder.resolve("logged");
        Path committed = folder.resolve("committed");
        String wrapper = git.wrapper(
                "[ \"$1\" = log ] && { git \"$@\"; : > '" + logged + "'; exit; }",
                "while [ \"$1\" = status ] && [ ! -e '" + committed + "' ]; do sleep 0.01; done");
        GitRequest request = request(repository, wrapper);
        try (GitCache cache = git.cache()) {
            cache.begin(request);
            while (!Files.exists(logged)) {
                Thread.onSpinWait();
            }
            git.commit(repository, "in between");
            Files.createFile(committed);

            assertThat(cache.read(GitSandbox.files(), request).orElseThrow().values())
                    .containsEntry(GitKey.COMMIT_MESSAGE_SHORT.key(), "in between")
                    .containsEntry(
                            GitKey.COMMIT_ID.key(),
                            git.git(repository, "rev-parse", "HEAD").strip());
        }
    }

    @Test
    void aRepositoryFurtherUpIsNotReadTwice() throws Exception {
        Path module = Files.createDirectories(repository.resolve("a/b"));
        // What it does after it has been refused in the module's own folder is what it does without a head start.
        String wrapper =
                git.wrapper("echo \"$1 in $PWD, $GIT_CEILING_DIRECTORIES\" >> '" + folder.resolve("starts") + "'");
        GitRequest request = request(module, wrapper);
        try (GitCache cache = git.cache()) {
            cache.begin(request);
            awaitStarts();
            assertThat(cache.read(GitSandbox.files(), request).orElseThrow().root())
                    .isEqualTo(repository.toString());
        }
        String early = " in " + module + ", " + module.getParent();
        assertThat(git.starts())
                .filteredOn(start -> start.endsWith(early))
                .containsExactlyInAnyOrder("status" + early, "log" + early, "config" + early);
        assertThat(git.starts())
                .filteredOn(start -> !start.endsWith(early))
                .allSatisfy(start -> assertThat(start).endsWith(" in " + repository + ", "))
                .containsOnlyOnce("status in " + repository + ", ");
    }

    @Test
    void withoutARepositoryThereIsNone() throws Exception {
        GitRequest request = request(Files.createDirectories(folder.resolve("elsewhere")), git.countingWrapper());
        try (GitCache cache = git.cache()) {
            cache.begin(request);
            assertThat(cache.read(GitSandbox.files(), request)).isEmpty();
        }
    }

    @Test
    void aGitThatFailsIsAskedAgainAndSaysWhy() {
        String failing =
                git.wrapper("echo \"$1\" >> '" + folder.resolve("starts") + "'", "echo fatal: no >&2", "exit 9");
        GitRequest request = request(repository, failing);
        try (GitCache cache = git.cache()) {
            cache.begin(request);
            awaitStarts();
            assertThat(catchThrowable(() -> cache.read(GitSandbox.files(), request)))
                    .isInstanceOf(GitException.class)
                    .hasMessageContaining("ended with exit code 9: fatal: no");
        }
        assertThat(git.starts())
                .filteredOn(start -> !start.equals("log") && !start.equals("config"))
                .containsExactly("status", "--version", "status", "--version");
    }

    @Test
    void whatNobodyWaitsForIsEnded() throws Exception {
        String hanging = git.wrapper("echo $$ >> '" + folder.resolve("starts") + "'", "exec sleep 1000");
        try (GitCache cache = git.cache()) {
            cache.begin(request(repository, hanging));
            awaitStarts();
        }
        for (String pid : git.starts()) {
            Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(pid));
            if (left.isPresent()) {
                assertThat(left.get().onExit().get().isAlive()).isFalse();
            }
        }
    }

    @Test
    void whatCannotBeStartedIsToldWhenItIsAsked() {
        GitRequest request = request(repository, folder + "/no/git");
        try (GitCache cache = git.cache()) {
            cache.begin(request);
            assertThat(catchThrowable(() -> cache.read(GitSandbox.files(), request)))
                    .isInstanceOfSatisfying(
                            GitException.class, e -> assertThat(e.reason()).isEqualTo(GitException.Reason.NOT_STARTED));
        }
    }

    @Test
    void modulesThatShareAnswersGetNone() throws Exception {
        try (GitCache cache = git.sharedCache()) {
            cache.begin(request(repository, git.countingWrapper()));
        }
        assertThat(git.starts()).isEmpty();
    }

    private void awaitStarts() {
        while (git.starts().size() < 3) {
            Thread.onSpinWait();
        }
    }

    private static GitRequest request(Path directory, String executable) {
        return new GitRequest(
                directory.toString(),
                EnumSet.allOf(GitKey.class),
                7,
                GitRequests.DESCRIBE,
                Duration.ofSeconds(60),
                executable);
    }
}
