package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.testing.SeparateClasses;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of git anew within a build, and what is not. */
class GitFreshnessTest {
    private static final Set<GitKey> KEYS =
            GitRequests.keys(key -> !key.equals("tags") && !key.equals("total.commit.count"));

    @TempDir
    Path folder;

    private GitSandbox git;
    private Path repository;
    private GitCache build;
    private String wrapper;

    @BeforeEach
    void sandbox() {
        git = new GitSandbox(folder);
        repository = GitShape.tagged(git, "reactor");
        build = git.sharedCache();
        wrapper = git.countingWrapper();
    }

    @Test
    void aHundredModulesWithoutAChangeTakeThreeProcesses() throws GitException {
        for (int i = 0; i < 100; i++) {
            assertThat(read()).containsEntry("dirty", "false");
            GitSandbox.write(repository.resolve("module" + i + "/target/classes/A.class"), "x");
        }
        assertThat(git.starts()).containsExactly("status", "log", "config");
    }

    @Test
    void aTrackedFileThatWasChangedIsSeenByTheNextModule() throws Exception {
        assertThat(read()).containsEntry("dirty", "false").containsEntry("commit.id.describe", describe());

        GitSandbox.write(repository.resolve("file"), "other\n");

        assertThat(read()).containsEntry("dirty", "true").containsEntry("commit.id.describe", describe());
        assertThat(read()).containsEntry("dirty", "true");
        assertThat(git.starts()).containsExactly("status", "log", "config", "status");

        Files.delete(repository.resolve("file"));

        assertThat(read()).containsEntry("dirty", "true");
        assertThat(git.starts()).hasSize(5);

        GitSandbox.write(repository.resolve("file"), "first\n");

        assertThat(read()).containsEntry("dirty", "false");
        assertThat(git.starts()).containsExactly("status", "log", "config", "status", "status", "status");
    }

    @Test
    void aSecondExecutionOfTheOnlyModuleSeesAChange() throws Exception {
        build = git.cache();
        assertThat(read()).containsEntry("dirty", "false");

        GitSandbox.write(repository.resolve("file"), "other\n");

        assertThat(read()).containsEntry("dirty", "true").containsEntry("commit.id.describe", describe());
        assertThat(git.starts()).containsExactly("status", "log", "config", "status");
    }

    @Test
    void aFileInADirectoryOfASubmoduleIsATrackedFile() throws Exception {
        Path part = GitShape.tagged(git, "part");
        GitSandbox.write(part.resolve("deep/down"), "x");
        git.git(part, "add", ".");
        git.commit(part, "Deep");
        git.git(repository, "submodule", "--quiet", "add", part.toString(), "lib/part");
        git.commit(repository, "Add a part");
        assertThat(read()).containsEntry("dirty", "false");

        GitSandbox.write(repository.resolve("lib/part/deep/down"), "y");
        assertThat(read()).containsEntry("dirty", "true");

        git.git(repository.resolve("lib/part"), "checkout", "-q", ".");
        assertThat(read()).containsEntry("dirty", "false");

        git.commit(repository.resolve("lib/part"), "Empty, but another commit");
        assertThat(read()).containsEntry("dirty", "true");
    }

    @Test
    void aNewCommitIsSeenByTheNextModule() throws Exception {
        read();
        git.commit(repository, "In between");
        assertThat(read()).containsExactlyInAnyOrderEntriesOf(ofNow());

        git.git(repository, "checkout", "-q", "-b", "other/branch", "HEAD~2");
        assertThat(read()).containsExactlyInAnyOrderEntriesOf(ofNow());

        git.git(repository, "tag", "-a", "-m", "x", "v3");
        assertThat(read()).containsExactlyInAnyOrderEntriesOf(ofNow()).containsEntry("tag", "v3");

        git.git(repository, "remote", "add", "origin", "https://example.org/x.git");
        assertThat(read()).containsEntry("remote.origin.url", "https://example.org/x.git");
    }

    @Test
    void aNewCommitOfALinkedWorktreeIsSeen() throws Exception {
        Path linked = folder.resolve("linked");
        git.git(repository, "worktree", "add", "-q", "-b", "feature", linked.toString());
        repository = linked;
        read();

        git.commit(repository, "In between");

        assertThat(read()).containsExactlyInAnyOrderEntriesOf(ofNow());
    }

    @Test
    void untrackedFilesAreThoseOfTheFirstLook() throws Exception {
        assertThat(read()).containsEntry("dirty-untracked", "false");

        GitSandbox.write(repository.resolve("left behind"), "x");
        assertThat(read()).containsEntry("dirty-untracked", "false");

        GitSandbox.write(repository.resolve("file"), "other\n");
        assertThat(read()).containsEntry("dirty-untracked", "false").containsEntry("dirty", "true");
    }

    @Test
    void anIndexThatOnlyGitCanReadCostsAProcessEachTime() throws Exception {
        git.git(repository, "update-index", "--split-index");
        assertThat(read()).containsEntry("dirty", "false");
        assertThat(read()).containsEntry("dirty", "false");

        GitSandbox.write(repository.resolve("file"), "other\n");

        assertThat(read()).containsEntry("dirty", "true");
        assertThat(git.starts()).containsExactly("status", "log", "config", "status", "status");
    }

    @Test
    void whoDoesNotAskWhetherFilesWereChangedStartsNothingAnew() throws Exception {
        Set<GitKey> keys = Set.of(GitKey.BRANCH, GitKey.COMMIT_ID);
        read(keys);
        GitSandbox.write(repository.resolve("file"), "other\n");
        read(keys);

        assertThat(git.starts()).containsExactly("status", "log");
    }

    @Test
    void requestsShareTheCommandsThatTheyHaveInCommon() throws Exception {
        read(Set.of(GitKey.BRANCH));
        read(Set.of(GitKey.REMOTE_ORIGIN_URL, GitKey.BRANCH));
        read(Set.of(GitKey.BUILD_USER_NAME, GitKey.BRANCH));

        assertThat(git.starts()).containsExactly("status", "config");
    }

    @Test
    void aFailureIsSharedUntilTheRepositoryChanges() throws Exception {
        wrapper = git.wrapper(
                "echo \"$1\" >> '" + folder.resolve("starts") + "'",
                "test -e '" + folder.resolve("good") + "' || exit 9");
        assertThat(catchThrowable(this::read)).hasMessageContaining("exit code 9");
        assertThat(catchThrowable(this::read)).hasMessageContaining("exit code 9");
        assertThat(git.starts()).containsExactly("status", "--version");
    }

    @Test
    void pluginsLoadedTwiceShareTheBuildsAnswers() throws Exception {
        ConcurrentMap<String, Object> answers = new ConcurrentHashMap<>();
        ConcurrentMap<String, Object> worktrees = new ConcurrentHashMap<>();
        List<Object> results = new ArrayList<>();
        try (SeparateClasses other = SeparateClasses.all()) {
            for (Class<?> main : List.of(Main.class, other.load(Main.class), Main.class)) {
                results.add(main.getMethod("read", Map.class, Map.class, Map.class, String.class, String.class)
                        .invoke(null, git.environment, answers, worktrees, repository.toString(), wrapper));
            }
            String missing = folder + "/no/git";
            for (Class<?> main : List.of(Main.class, other.load(Main.class))) {
                results.add(main.getMethod("read", Map.class, Map.class, Map.class, String.class, String.class)
                        .invoke(null, git.environment, answers, worktrees, repository.toString(), missing));
            }
        }

        assertThat(results.get(1)).isEqualTo(results.get(0)).isEqualTo(results.get(2));
        assertThat(results.get(3)).asString().startsWith("NOT_STARTED, Cannot start '");
        assertThat(results.get(4)).isEqualTo(results.get(3));
        assertThat(git.starts()).containsExactly("status", "log", "config");
    }

    /** A module whose plugin may be loaded apart: only types of the JDK get in and out. */
    public static final class Main {
        private Main() {}

        @SuppressWarnings("unchecked") // What one load puts in, another takes out.
        public static Object read(
                Map<String, String> environment,
                Map<?, ?> answers,
                Map<?, ?> worktrees,
                String directory,
                String executable) {
            GitMemory memory = new GitMemory(
                    (ConcurrentMap<String, CompletableFuture<Map.Entry<String, byte[]>>>) answers,
                    (ConcurrentMap<String, String>) worktrees,
                    true);
            try {
                return new GitCache(environment, memory)
                        .read(GitSandbox.files(), request(directory, KEYS, executable))
                        .orElseThrow()
                        .values();
            } catch (GitException e) {
                return e.reason() + ", " + e.getMessage();
            }
        }
    }

    private static GitRequest request(String directory, Set<GitKey> keys, String executable) {
        return new GitRequest(directory, keys, 7, GitRequests.DESCRIBE, Duration.ofSeconds(60), executable);
    }

    private SortedMap<String, String> read() throws GitException {
        return read(KEYS);
    }

    private SortedMap<String, String> read(Set<GitKey> keys) throws GitException {
        return build.read(GitSandbox.files(), request(repository.toString(), keys, wrapper))
                .orElseThrow()
                .values();
    }

    private SortedMap<String, String> ofNow() {
        SortedMap<String, String> values = new GitOracle(git, repository).values();
        values.keySet().removeAll(Set.of("tags", "total.commit.count"));
        return values;
    }

    private String describe() {
        // As --dirty does, but without renewing the index.
        return git.git(repository, "describe").strip()
                + (git.git(repository, "diff-files").isEmpty() ? "" : "-dirty");
    }
}
