package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.syscallmaven.info.git.process.GitException;
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
            while (git.starts().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(git.starts()).containsExactly("status");

            assertThat(cache.read(GitSandbox.files(), request).orElseThrow().values())
                    .isEqualTo(usual);
        }
        assertThat(git.starts()).containsOnlyOnce("status").contains("log", "config");
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
            assertThat(cache.read(GitSandbox.files(), request).orElseThrow().root())
                    .isEqualTo(repository.toString());
        }
        assertThat(git.starts())
                .filteredOn(start -> start.startsWith("status"))
                .containsExactlyInAnyOrder(
                        "status in " + module + ", " + module.getParent(), "status in " + repository + ", ");
        assertThat(git.starts())
                .filteredOn(start -> !start.startsWith("status"))
                .allSatisfy(start -> assertThat(start).endsWith("in " + repository + ", "));
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
            assertThat(catchThrowable(() -> cache.read(GitSandbox.files(), request)))
                    .isInstanceOf(GitException.class)
                    .hasMessageContaining("ended with exit code 9: fatal: no");
        }
        assertThat(git.starts()).containsExactly("status", "--version", "status", "--version");
    }

    @Test
    void whatNobodyWaitsForIsEnded() throws Exception {
        Path pid = folder.resolve("pid");
        String hanging =
                git.wrapper("echo $$ > '" + pid + ".new' && mv '" + pid + ".new' '" + pid + "'", "exec sleep 1000");
        try (GitCache cache = git.cache()) {
            cache.begin(request(repository, hanging));
            while (!Files.exists(pid)) {
                Thread.onSpinWait();
            }
        }
        Optional<ProcessHandle> left =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        if (left.isPresent()) {
            assertThat(left.get().onExit().get().isAlive()).isFalse();
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

    private static GitRequest request(Path directory, String executable) {
        return new GitRequest(
                directory.toString(),
                EnumSet.allOf(GitKey.class),
                7,
                GitDescribe.DEFAULT,
                Duration.ofSeconds(60),
                executable);
    }
}
