package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.info.Note;
import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
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
        assertThat(forTheUser(info)).isEmpty();
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
        assertThat(forTheUser(info))
                .extracting(Note::text)
                .containsExactly("'" + unborn + "' has no commit yet: the keys that a commit has, such as"
                        + " git.commit.id, are left out.");
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

        String[] unknown = {"closest.tag.commit.count", "closest.tag.name", "tags", "total.commit.count"};
        SortedMap<String, String> known = new GitOracle(git, clone).values();
        known.keySet().removeAll(Set.of(unknown));
        assertThat(info.values()).containsExactlyInAnyOrderEntriesOf(known);
        assertThat(info.shallow()).isTrue();
        assertThat(forTheUser(info))
                .singleElement()
                .satisfies(note -> assertThat(note.level()).isEqualTo(Note.Level.WARN))
                .satisfies(note -> assertThat(note.text()).contains(unknown).contains("--unshallow"));
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
    void aShallowCloneThatReachesBackToATagIsDescribedByIt() throws Exception {
        Path upstream = GitShape.tagged(git, "upstream");
        git.tag(upstream, "v2.0");
        git.commit(upstream, "Fourth");
        Path clone = shallowClone(upstream, 3);
        git.commit(clone, "Ours");

        GitInfo info = read(clone);

        SortedMap<String, String> known = new GitOracle(git, clone).values();
        known.keySet().removeAll(Set.of("tags", "total.commit.count"));
        assertThat(info.values())
                .containsExactlyInAnyOrderEntriesOf(known)
                .containsEntry("closest.tag.name", "v2.0")
                .containsEntry("local.branch.ahead", "1");
        assertThat(info.shallow()).isTrue();
    }

    @Test
    void aShallowCloneCountsNoCommitsThatItDoesNotHave() throws Exception {
        Path upstream = GitShape.tagged(git, "upstream");
        Path clone = shallowClone(upstream, 1);
        git.commit(clone, "Ours");
        git.commit(upstream, "Fourth");
        git.commit(upstream, "Fifth");
        git.git(clone, "fetch", "-q", "--depth=1");
        assertThat(git.git(clone, "rev-list", "--count", "HEAD..@{upstream}"))
                .as("half the truth")
                .isEqualTo("1\n");

        assertThat(read(clone).values()).doesNotContainKeys("local.branch.ahead", "local.branch.behind");
    }

    @Test
    void aShallowCloneThatLacksPartOfWhatIsSinceTheTagIsDescribedByItsCommit() throws Exception {
        Path upstream = GitShape.tagged(git, "upstream");
        git.git(upstream, "checkout", "-q", "-b", "side", "v1.0");
        for (int i = 0; i < 5; i++) {
            git.commit(upstream, "Aside " + i);
        }
        git.git(upstream, "checkout", "-q", "main");
        git.git(upstream, "merge", "-q", "--no-edit", "side");
        assertThat(git.git(upstream, "describe")).startsWith("v1.0-8-g");
        Path clone = shallowClone(upstream, 4);
        git.git(clone, "fetch", "-q", "--depth=4", "origin", "tag", "v1.0");
        assertThat(git.git(clone, "describe")).as("half the truth").startsWith("v1.0-6-g");

        GitInfo info = read(clone);

        assertThat(info.values())
                .containsEntry(
                        "commit.id.describe",
                        git.git(upstream, "rev-parse", "--short=7", "HEAD").strip())
                .doesNotContainKeys("closest.tag.name", "closest.tag.commit.count");
        assertThat(forTheUser(info))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("git.closest.tag.name"));
    }

    @Test
    void aShallowCloneThatWantsNothingOfHistoryHasNothingToSay() throws GitException {
        Path clone = shallowClone(GitShape.tagged(git, "upstream"), 1);

        assertThat(forTheUser(read(clone, GitKey.COMMIT_ID, GitKey.BRANCH))).isEmpty();
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
    void anEmptyUrlTakesBackThoseBeforeIt() throws Exception {
        Path repository = git.repository("reset");
        git.git(repository, "config", "--global", "remote.origin.url", "https://example.org/everywhere.git");
        assertThat(read(repository).values()).containsEntry("remote.origin.url", "https://example.org/everywhere.git");

        git.git(repository, "config", "remote.origin.url", "");
        git.git(repository, "config", "remote.other.url", "https://example.org/other.git");
        assertThat(read(repository).values()).containsEntry("remote.origin.url", "https://example.org/other.git");

        git.git(repository, "config", "--add", "remote.origin.url", "https://example.org/here.git");
        git.git(repository, "config", "--add", "remote.origin.url", "https://example.org/mirror.git");
        assertThat(read(repository).values()).containsEntry("remote.origin.url", "https://example.org/here.git");
    }

    @Test
    void aTagThatIsCalledOtherwiseThanItsObjectIsDescribedAsByGit() throws Exception {
        Path repository = GitShape.tagged(git, "misnamed");
        git.tag(repository, "inner");
        git.git(repository, "update-ref", "refs/tags/outer", "refs/tags/inner");
        git.git(repository, "update-ref", "-d", "refs/tags/inner");

        assertThat(read(repository).values())
                .containsEntry(
                        "commit.id.describe", git.git(repository, "describe").strip());
    }

    @Test
    void replacedObjectsAreReadAsTheUserWants() throws Exception {
        Path repository = GitShape.tagged(git, "replaced");
        String replacement = git.git(repository, "commit-tree", "-m", "Another past", "HEAD^{tree}")
                .strip();
        git.git(repository, "replace", "HEAD", replacement);
        assertThat(read(repository).values()).containsEntry("commit.message.short", "Another past");

        git.environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        assertThat(read(repository).values())
                .containsExactlyInAnyOrderEntriesOf(new GitOracle(git, repository).values())
                .containsEntry("commit.message.short", "Third");
    }

    @Test
    void theMonitorThatARepositoryNamesIsNotRun() throws Exception {
        Path superproject = GitShape.SUPERPROJECT.make(git);
        Path started = folder.resolve("started");
        for (Path repository : List.of(superproject, superproject.resolve("part"))) {
            Path hook = folder.resolve("monitor");
            GitSandbox.write(hook, "#!/bin/sh\necho >> '" + started + "'\nprintf 'token\\0/\\0'\n");
            assertThat(hook.toFile().setExecutable(true)).isTrue();
            git.git(repository, "config", "core.fsmonitor", hook.toString());
            git.git(repository, "status");
        }
        assertThat(started).as("git itself runs it").exists();
        Files.delete(started);
        git.environment.put("GIT_CONFIG_PARAMETERS", "'user.name=Carl Configured'");

        assertThat(read(superproject).values())
                .containsEntry("dirty", "false")
                .containsEntry("build.user.name", "Carl Configured");
        assertThat(started).doesNotExist();
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
                new GitRequest(repository.toString(), ALL, 7, GitRequests.DESCRIBE, GitRequests.TIMEOUT, racing);

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

    private static List<Note> forTheUser(GitInfo info) {
        return info.notes().stream()
                .filter(note -> note.level() != Note.Level.DEBUG)
                .toList();
    }

    private Path shallowClone(Path upstream, int depth) {
        Path clone = folder.resolve("shallow");
        git.git(folder, "clone", "-q", "--depth=" + depth, "file://" + upstream, clone.toString());
        return clone;
    }

    private GitInfo read(Path directory, GitKey... keys) throws GitException {
        Set<GitKey> wanted = keys.length == 0 ? ALL : Set.of(keys);
        return git.cache()
                .read(GitSandbox.files(), GitRequests.of(directory.toString(), wanted))
                .orElseThrow();
    }
}
