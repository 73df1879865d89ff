package io.github.syscallmaven.info.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.info.BuildInfo;
import io.github.syscallmaven.info.BuildTime;
import io.github.syscallmaven.info.Note;
import io.github.syscallmaven.info.TimeSource;
import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.testing.git.GitRequests;
import io.github.syscallmaven.testing.git.GitSandbox;
import io.github.syscallmaven.testing.git.GitShape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCollectorTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> additional = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private final List<String> groups = new ArrayList<>();
    private List<String> includes = List.of();
    private List<String> excludes = List.of();
    private String time = "auto";
    private String program = "git";
    private boolean required;
    private boolean failing = true;
    private boolean reproducible;
    private GitSandbox git;

    @BeforeEach
    void sandbox() {
        git = new GitSandbox(folder);
    }

    private BuildInfo collect(Path directory) throws GitException {
        GitFiles files = GitSandbox.files();
        return new InfoCollector(git.cache(), files, file -> Optional.empty(), GitException::getMessage)
                .collect(request(directory));
    }

    private InfoRequest request(Path directory) {
        return new InfoRequest(
                new InfoRequest.Project("org.example", "app", "1.0", "App"),
                directory.toString(),
                TimeSource.parse(time),
                null,
                START,
                additional,
                includes,
                excludes,
                reproducible,
                groups,
                List.of(),
                defaults,
                new InfoRequest.Git(required, failing, 7, GitRequests.DESCRIBE, Duration.ofSeconds(30), program),
                new InfoRequest.Host(environment, Map.of("user.name", "me"), "3.9.16", () -> "here"));
    }

    private static List<String> texts(BuildInfo info, Note.Level level) {
        return info.notes().stream()
                .filter(note -> note.level() == level)
                .map(Note::text)
                .toList();
    }

    @Test
    void theBranchOfCiIsThatOfTheDetachedCommitThatItBuilds() throws GitException {
        Path repository = GitShape.DETACHED.make(git);
        environment.putAll(Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/heads/topic"));
        String head = git.git(repository, "rev-parse", "HEAD").strip();

        assertThat(collect(repository).keys()).containsEntry("git.branch", "topic");
        environment.put("GITHUB_SHA", head);
        assertThat(collect(repository).keys()).containsEntry("git.branch", "topic");
    }

    @Test
    void aDetachedSubmoduleDoesNotGetTheBranchOfTheSuperproject() throws GitException {
        Path submodule = GitShape.DETACHED.make(git);
        environment.putAll(Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/heads/topic"));
        environment.put("GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567");

        assertThat(collect(submodule).keys())
                .containsEntry(
                        "git.branch", git.git(submodule, "rev-parse", "HEAD").strip())
                .containsEntry("build.ci.branch", "topic");
    }

    @Test
    void whatGaveTheCiProviderAwayIsThereForThoseWhoAskMore() throws GitException {
        assertThat(texts(collect(folder), Note.Level.DEBUG)).contains("No CI provider recognized.");
        environment.put("DRONE", "true");
        assertThat(texts(collect(folder), Note.Level.DEBUG)).contains("CI provider 'drone', recognized by DRONE.");
    }

    @Test
    void aDefaultStandsForWhatCannotBeKnown() throws GitException {
        defaults.putAll(Map.of("git.branch", "unknown", "git.commit.id", "0", "build.version", "none", "git.tag", ""));
        excludes = List.of("git.tag");

        assertThat(collect(folder).keys())
                .containsEntry("git.branch", "unknown")
                .containsEntry("git.commit.id", "0")
                .containsEntry("build.version", "1.0")
                .doesNotContainKeys("git.tag", "git.commit.time");

        assertThat(collect(GitShape.NORMAL.make(git)).keys()).containsEntry("git.branch", "main");
        reproducible = true;
        assertThat(collect(folder.resolve(GitShape.NORMAL.name())).keys()).containsEntry("git.branch", "unknown");
    }

    @Test
    void aMissingGitFailsOnlyWhereItIsRequired() throws GitException {
        Path repository = GitShape.NORMAL.make(git);
        program = folder + "/no/git";

        BuildInfo info = collect(repository);
        assertThat(info.keys(BuildInfo.GIT)).isEmpty();
        assertThat(texts(info, Note.Level.WARN))
                .singleElement()
                .asString()
                .startsWith("No git.* keys: Cannot start '" + program + "'");

        required = true;
        failing = false;
        assertThatThrownBy(() -> collect(repository))
                .isInstanceOf(GitException.class)
                .hasMessageStartingWith("Cannot start");
    }

    @Test
    void aGitThatFailsCanBeDoneWithout() throws GitException {
        Path repository = GitShape.NORMAL.make(git);
        git.environment.put("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");

        assertThatThrownBy(() -> collect(repository)).isInstanceOf(GitException.class);
        failing = false;
        BuildInfo info = collect(repository);
        assertThat(info.keys(BuildInfo.GIT)).isEmpty();
        assertThat(texts(info, Note.Level.WARN)).singleElement().asString().contains("dubious ownership");
    }

    @Test
    void aBuildAtAnotherTimeDiffersInNothingElse() throws GitException {
        BuildInfo info = collect(GitShape.NORMAL.make(git));
        BuildInfo other = info.at(new BuildTime(Instant.parse("2020-01-01T00:00:00Z"), true));

        assertThat(other.keys())
                .containsEntry("build.time", "2020-01-01T00:00:00Z")
                .containsEntry("git.build.time", "2020-01-01T00:00:00Z")
                .containsEntry("git.commit.time", "2024-02-03T09:05:06Z");
        assertThat(other.at(new BuildTime(START, true)).keys()).isEqualTo(info.keys());
        assertThat(info.commitTime()).isEqualTo("2024-02-03T09:05:06Z");
    }

    @Test
    void aTimeOfTheUserIsNoTimeOfTheBuild() throws GitException {
        additional.put("time", "noon");

        BuildInfo info = collect(GitShape.NORMAL.make(git));

        assertThat(info.time()).isNull();
        assertThat(info.keys()).containsEntry("build.time", "noon").containsEntry("git.build.time", "noon");
    }

    @Test
    void onlyWhatMayBeWrittenIsInTheWay() {
        assertThat(request(folder).possibleKeys())
                .contains("build.ci.number", "git.dirty", "git.build.time", "git.build.number")
                .doesNotContain("build.jdk.version", "build.host", "git.build.host", "git.tags", "git.build.user.name");
        groups.addAll(List.of("jdk", "host", "user"));
        includes = List.of("*", "git.tags");
        excludes = List.of("build.ci.*");
        assertThat(request(folder).possibleKeys())
                .contains("build.jdk.version", "build.host", "git.build.host", "git.tags", "git.build.user.name")
                .doesNotContain("build.ci.number");
    }
}
