package io.github.syscallmaven.info;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GitShapesTest {
    private static final Set<GitKey> ALL = EnumSet.allOf(GitKey.class);

    @TempDir
    Path folder;

    private GitSandbox git;

    @BeforeEach
    void sandbox() {
        git = new GitSandbox(folder);
    }

    @ParameterizedTest
    @EnumSource
    void everyKeySaysWhatGitSays(GitShape shape) throws GitException {
        Path directory = shape.make(git);

        GitInfo info = read(directory);

        assertThat(info.values()).containsExactlyInAnyOrderEntriesOf(new GitOracle(git, directory).values());
        assertThat(info.notes()).isEmpty();
        assertThat(info.shallow()).isFalse();
        assertThat(info.commitTime()).hasToString(info.values().get("commit.time"));
    }

    @Test
    void aBranchWithoutCommitHasOnlyWhatNeedsNone() throws GitException {
        Path unborn = folder.resolve("unborn");
        git.git(folder, "init", "-q", "-b", "trunk", unborn.toString());
        GitSandbox.write(unborn.resolve("new"), "untracked\n");

        GitInfo info = read(unborn);

        assertThat(info.values())
                .containsOnly(
                        Map.entry("branch", "trunk"),
                        Map.entry("dirty", "false"),
                        Map.entry("dirty-tracked", "false"),
                        Map.entry("dirty-untracked", "true"),
                        Map.entry("local.branch.ahead", "NO_REMOTE"),
                        Map.entry("local.branch.behind", "NO_REMOTE"),
                        Map.entry("remote.origin.url", ""),
                        Map.entry("build.user.name", "Bob Builder"),
                        Map.entry("build.user.email", "bob@example.org"));
        assertThat(info.commitTime()).isNull();
    }

    @Test
    void aBranchWithoutCommitIsNoFailureForThoseWhoAskOnlyForTheCommit() throws GitException {
        Path unborn = folder.resolve("unborn");
        git.git(folder, "init", "-q", unborn.toString());

        assertThat(read(unborn, GitKey.COMMIT_TIME).values()).isEmpty();
    }

    @Test
    void aDetachedHeadSaysSo() throws GitException {
        assertThat(read(GitShape.DETACHED.make(git)).detached()).isTrue();
        assertThat(read(GitShape.NO_TAGS.make(git)).detached()).isFalse();
    }

    @Test
    void aShallowCloneLeavesOutWhatItCannotKnow() throws GitException {
        Path clone = shallowClone(GitShape.tagged(git, "upstream"), 2);
        git.commit(clone, "Ours");

        GitInfo info = read(clone);

        String[] unknown = {
            "closest.tag.commit.count",
            "closest.tag.name",
            "commit.id.describe",
            "commit.id.describe-short",
            "local.branch.ahead",
            "local.branch.behind",
            "tags",
            "total.commit.count"
        };
        SortedMap<String, String> known = new GitOracle(git, clone).values();
        known.keySet().removeAll(Set.of(unknown));
        assertThat(info.values()).containsExactlyInAnyOrderEntriesOf(known);
        assertThat(info.shallow()).isTrue();
        assertThat(info.notes()).singleElement().asString().contains(unknown).contains("--unshallow");
    }

    @Test
    void aShallowCloneOfATaggedCommitIsDescribed() throws GitException {
        Path upstream = GitShape.tagged(git, "upstream");
        git.tag(upstream, "v2.0");

        assertThat(read(shallowClone(upstream, 1)).values())
                .containsEntry("commit.id.describe", "v2.0")
                .containsEntry("closest.tag.name", "v2.0")
                .containsEntry("closest.tag.commit.count", "0")
                .containsEntry("local.branch.ahead", "0");
    }

    @Test
    void aShallowCloneThatWantsNothingOfHistoryHasNothingToSay() throws GitException {
        Path clone = shallowClone(GitShape.tagged(git, "upstream"), 1);

        assertThat(read(clone, GitKey.COMMIT_ID, GitKey.BRANCH).notes()).isEmpty();
    }

    @Test
    void aWorktreeOfAShallowCloneIsShallow() throws GitException {
        Path clone = shallowClone(GitShape.tagged(git, "upstream"), 1);
        Path worktree = folder.resolve("linked");
        git.git(clone, "worktree", "add", "-q", worktree.toString());

        assertThat(read(worktree).shallow()).isTrue();
    }

    @Test
    void aShallowSubmoduleIsShallowAndItsSuperprojectIsNot() throws GitException {
        Path part = GitShape.tagged(git, "part");
        Path superproject = git.repository("super");
        git.git(superproject, "submodule", "--quiet", "add", "--depth=1", "file://" + part, "part");
        git.commit(superproject, "Add a part");

        assertThat(read(superproject.resolve("part")).shallow()).isTrue();
        assertThat(read(superproject).shallow()).isFalse();
    }

    @Test
    void aCloneThatGotItsHistoryAfterwardsIsNotShallow() throws GitException {
        Path clone = shallowClone(GitShape.tagged(git, "upstream"), 1);
        git.git(clone, "fetch", "-q", "--unshallow");

        assertThat(read(clone).values()).containsExactlyInAnyOrderEntriesOf(new GitOracle(git, clone).values());
    }

    @Test
    void theRemoteIsWrittenWithoutItsToken() throws GitException {
        Path repository = git.repository("secret");
        git.git(repository, "remote", "add", "origin", "https://ghp_SECRET@example.org/x/y.git");
        git.git(repository, "config", "--add", "remote.origin.url", "https://mirror.example.org/x/y.git");

        assertThat(read(repository).values()).containsEntry("remote.origin.url", "https://example.org/x/y.git");
    }

    @Test
    void aTokenThatTheMachineAddsToUrlsIsNotWritten() throws GitException {
        Path repository = git.repository("rewritten");
        git.git(repository, "remote", "add", "origin", "https://example.org/x/y.git");
        git.git(repository, "config", "url.https://SECRET@example.org/.insteadOf", "https://example.org/");

        assertThat(read(repository).values()).containsEntry("remote.origin.url", "https://example.org/x/y.git");
    }

    @Test
    void theRepositoryThatAHookNamesIsNotReadInsteadOfTheOwn() throws GitException {
        Path repository = GitShape.NORMAL.make(git);
        Path other = git.repository("other");
        git.commit(other, "Somewhere else");
        SortedMap<String, String> expected = new GitOracle(git, repository).values();

        git.environment.put("GIT_DIR", other.resolve(".git").toString());
        git.environment.put("GIT_WORK_TREE", other.toString());
        git.environment.put("GIT_INDEX_FILE", other.resolve(".git/index").toString());
        git.environment.put("GIT_COMMON_DIR", other.resolve(".git").toString());
        git.environment.put(
                "GIT_OBJECT_DIRECTORY", other.resolve(".git/objects").toString());
        git.environment.put("GIT_PREFIX", "x/");
        git.environment.put("GIT_NAMESPACE", "x");

        assertThat(read(repository).values()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void aCommitInBetweenDoesNotMixTwoCommits() throws GitException {
        Path repository = GitShape.NORMAL.make(git);
        SortedMap<String, String> before = new GitOracle(git, repository).values();
        String racing = git.wrapper("test \"$1\" = status || git commit -q --allow-empty -m 'In between'");
        GitRequest request =
                new GitRequest(repository.toString(), ALL, 7, GitDescribe.DEFAULT, GitRequest.DEFAULT_TIMEOUT, racing);

        GitInfo info = git.cache().read(GitSandbox.files(), request).orElseThrow();

        assertThat(info.values()).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void theRepositoryIsNotTouched() throws Exception {
        Path repository = GitShape.TOUCHED_ONLY.make(git);
        byte[] index = Files.readAllBytes(repository.resolve(".git/index"));

        read(repository);

        assertThat(Files.readAllBytes(repository.resolve(".git/index"))).isEqualTo(index);
    }

    private Path shallowClone(Path upstream, int depth) {
        Path clone = folder.resolve("shallow");
        git.git(folder, "clone", "-q", "--depth=" + depth, "file://" + upstream, clone.toString());
        return clone;
    }

    private GitInfo read(Path directory, GitKey... keys) throws GitException {
        Set<GitKey> wanted = keys.length == 0 ? ALL : Set.of(keys);
        return git.cache()
                .read(GitSandbox.files(), GitRequest.of(directory.toString(), wanted))
                .orElseThrow();
    }
}
