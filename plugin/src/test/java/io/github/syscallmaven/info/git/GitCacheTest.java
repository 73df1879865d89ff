package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitCacheTest {
    private static final int THREADS = 30;

    @TempDir
    Path folder;

    private GitSandbox git;

    @BeforeEach
    void sandbox() {
        git = new GitSandbox(folder);
    }

    @Test
    void allKeysThatCostNoProcessOfTheirOwnTakeThreeProcesses() throws GitException {
        read(
                GitShape.NORMAL.make(git),
                GitRequests.keys(key -> !key.equals("tags") && !key.equals("total.commit.count")));

        assertThat(git.starts()).containsExactly("status", "log", "config");
    }

    @ParameterizedTest
    @CsvSource({
        "'branch,dirty,dirty-tracked,dirty-untracked,local.branch.ahead', status",
        "'commit.id,commit.time,commit.message.full,tag,closest.tag.name', log",
        "'branch,commit.id.describe,commit.id', 'status,log'",
        "'commit.id.describe', 'status,log'",
        "'commit.time,build.user.name', 'log,config'",
        "'remote.origin.url', 'rev-parse,config'",
        "'total.commit.count', 'status,rev-list'",
        "'tags', 'status,tag'",
        "'', ''"
    })
    void aKeyThatIsNotWantedStartsNoProcess(String keys, String processes) throws GitException {
        List<String> wanted = List.of(keys.split(",", -1));

        GitInfo info = read(GitShape.AHEAD_AND_BEHIND.make(git), GitRequests.keys(wanted::contains));

        assertThat(String.join(",", git.starts())).isEqualTo(processes);
        assertThat(String.join(",", info.values().keySet().toArray(String[]::new))
                        .split(",", -1))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void theTwoKeysThatCostAProcessOfTheirOwnSaySo() {
        assertThat(EnumSet.allOf(GitKey.class).stream().filter(GitKey::costsProcess))
                .containsExactlyInAnyOrder(GitKey.TAGS, GitKey.TOTAL_COMMIT_COUNT);
    }

    @ParameterizedTest
    @CsvSource({"LINKED_WORKTREE", "SUBMODULE", "WORKTREE_OF_BARE", "MANY_TAGS"})
    void noShapeTakesMoreProcesses(GitShape shape) throws GitException {
        read(shape.make(git), GitRequests.keys(key -> !key.equals("tags") && !key.equals("total.commit.count")));

        assertThat(git.starts()).containsExactly("status", "log", "config");
    }

    @Test
    void modulesInManyThreadsShareOneAnswer() throws Exception {
        Path repository = GitShape.NORMAL.make(git);
        GitCache cache = git.sharedCache();
        String wrapper = git.countingWrapper();

        List<Future<GitInfo>> answers = together(module -> {
            Path directory = repository.resolve("module-" + module);
            return cache.read(GitSandbox.files(), request(directory, EnumSet.allOf(GitKey.class), wrapper))
                    .orElseThrow();
        });

        SortedMap<String, String> first = answers.get(0).get().values();
        for (Future<GitInfo> answer : answers) {
            assertThat(answer.get().values()).isEqualTo(first);
        }
        assertThat(git.starts()).containsExactlyInAnyOrder("status", "log", "rev-list", "tag", "config");
    }

    @Test
    void modulesInManyThreadsShareOneFailure() throws Exception {
        Path repository = GitShape.NORMAL.make(git);
        GitCache cache = git.cache();
        String wrapper =
                git.wrapper("echo \"$1\" >> '" + folder.resolve("starts") + "'", "echo fatal: no >&2", "exit 9");

        List<Future<GitInfo>> answers = together(module -> cache.read(
                        GitSandbox.files(), request(repository, EnumSet.allOf(GitKey.class), wrapper))
                .orElseThrow());

        for (Future<GitInfo> answer : answers) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(answer::get)
                    .withCauseInstanceOf(GitException.class)
                    .withMessageContaining("exit code 9: fatal: no");
        }
        assertThat(git.starts()).containsExactly("status", "--version");
    }

    @Test
    void repositoriesAreToldApart() throws GitException {
        Path outer = GitShape.tagged(git, "outer");
        Path inner = git.repository("outer/inner");
        GitCache cache = git.cache();

        assertThat(cache.read(GitSandbox.files(), GitRequests.of(outer.toString(), Set.of(GitKey.CLOSEST_TAG_NAME))))
                .hasValueSatisfying(info -> assertThat(info.values()).containsEntry("closest.tag.name", "v1.0"));
        assertThat(cache.read(GitSandbox.files(), GitRequests.of(inner.toString(), Set.of(GitKey.CLOSEST_TAG_NAME))))
                .hasValueSatisfying(info -> {
                    assertThat(info.values()).containsEntry("closest.tag.name", "");
                    assertThat(info.root()).isEqualTo(inner.toString());
                });
    }

    @Test
    void whereThereIsNoRepositoryNothingIsReadAndNothingFails() throws GitException {
        assertThat(git.cache()
                        .read(GitSandbox.files(), request(folder, EnumSet.allOf(GitKey.class), git.countingWrapper())))
                .isEmpty();
        assertThat(git.starts()).isEmpty();
    }

    private GitInfo read(Path directory, Set<GitKey> keys) throws GitException {
        return git.cache()
                .read(GitSandbox.files(), request(directory, keys, git.countingWrapper()))
                .orElseThrow();
    }

    private static GitRequest request(Path directory, Set<GitKey> keys, String executable) {
        return new GitRequest(directory.toString(), keys, 7, GitRequests.DESCRIBE, Duration.ofSeconds(60), executable);
    }

    /** Lets all threads go at once. */
    private static List<Future<GitInfo>> together(Read read) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        List<Callable<GitInfo>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int module = i;
            tasks.add(() -> {
                ready.countDown();
                ready.await();
                return read.of(module);
            });
        }
        try {
            return threads.invokeAll(tasks);
        } finally {
            threads.shutdown();
        }
    }

    private interface Read {
        GitInfo of(int module) throws GitException;
    }
}
