package io.github.syscallmaven.info.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.syscallmaven.info.git.GitDescribe.TagGlob;
import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class GitDescribeTest {
    private static final Set<GitKey> KEYS =
            GitRequests.keys(key -> key.startsWith("closest.tag.") || key.startsWith("commit.id.describe"));

    /** Turns the placeholder that git before 2.32 does not know into one that no git knows. */
    private static final String OLD_GIT = "for argument; do shift;"
            + " set -- \"$@\" \"$(printf %s \"$argument\" | sed 's/%(describe:/%%(describe:/')\"; done";

    private static final List<GitDescribe> OPTIONS = List.of(
            GitRequests.DESCRIBE,
            new GitDescribe(true, false, 7, TagGlob.ALL, "-dirty"),
            new GitDescribe(false, true, 7, TagGlob.ALL, "-dirty"),
            new GitDescribe(true, true, 12, TagGlob.ALL, ""),
            new GitDescribe(true, false, 40, new TagGlob("l*"), "+changed"),
            new GitDescribe(false, false, 5, new TagGlob("no such tag"), ".mod"),
            new GitDescribe(false, false, 0, TagGlob.ALL, "-dirty"),
            new GitDescribe(true, false, 1, new TagGlob("v*"), "-dirty"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"NORMAL", "DETACHED_AT_TAG", "NO_TAGS", "LIGHT_TAGS_ONLY", "DIRTY_TRACKED", "TAGS_WITH_PUNCTUATION"
            })
    void everyOptionMeansWhatItMeansToGit(GitShape shape) throws GitException {
        GitSandbox git = new GitSandbox(folder);
        Path repository = shape.make(git);
        for (GitDescribe describe : OPTIONS) {
            assertThat(read(git, repository, describe, "git"))
                    .describedAs("%s", describe)
                    .containsEntry(
                            "commit.id.describe",
                            git.git(repository, arguments(describe)).strip());
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {
                "NORMAL",
                "DETACHED_AT_TAG",
                "NO_TAGS",
                "DIRTY_TRACKED",
                "TAG_THAT_LOOKS_LIKE_A_DESCRIPTION",
                "COMMIT_AFTER_SUCH_A_TAG"
            })
    void anOldGitGivesTheSameByOneMoreProcess(GitShape shape) throws GitException {
        GitSandbox git = new GitSandbox(folder);
        Path repository = shape.make(git);
        String old = git.wrapper("echo \"$1\" >> '" + folder.resolve("starts") + "'", OLD_GIT);
        for (GitDescribe describe : OPTIONS) {
            assertThat(read(git, repository, describe, old))
                    .describedAs("%s", describe)
                    .isEqualTo(read(git, repository, describe, "git"));
        }
        assertThat(git.starts().subList(0, 3)).containsExactly("status", "log", "describe");
    }

    @Test
    void theShortFormIsWithoutTheCommitWhateverTheTagsName() throws GitException {
        GitSandbox git = new GitSandbox(folder);
        Path repository = git.repository("named");
        git.tag(repository, "my-great-tag");
        git.commit(repository, "Second");

        assertThat(read(git, repository, GitRequests.DESCRIBE, "git"))
                .containsEntry("commit.id.describe-short", "my-great-tag-1");
    }

    @Test
    void optionsThatGitCannotTakeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GitDescribe(false, false, 65, TagGlob.ALL, ""))
                .withMessage("abbrev '65' is not from 0 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GitDescribe(false, true, 0, TagGlob.ALL, ""))
                .withMessageContaining("longFormat 'true'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TagGlob("v1,v2"))
                .withMessageContaining("'v1,v2' has ','");
    }

    private static SortedMap<String, String> read(
            GitSandbox git, Path repository, GitDescribe describe, String executable) throws GitException {
        GitRequest request =
                new GitRequest(repository.toString(), KEYS, 7, describe, Duration.ofSeconds(60), executable);
        return git.cache().read(GitSandbox.files(), request).orElseThrow().values();
    }

    private static String[] arguments(GitDescribe describe) {
        List<String> arguments = new ArrayList<>(List.of("describe", "--always", "--abbrev=" + describe.abbrev()));
        if (describe.tags()) {
            arguments.add("--tags");
        }
        if (describe.longFormat()) {
            arguments.add("--long");
        }
        if (!describe.match().equals(TagGlob.ALL)) {
            arguments.add("--match=" + describe.match().text());
        }
        if (!describe.dirtyMark().isEmpty()) {
            arguments.add("--dirty=" + describe.dirtyMark());
        }
        return arguments.toArray(String[]::new);
    }
}
