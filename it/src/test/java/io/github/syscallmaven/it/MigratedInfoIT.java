package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.MigrationTables.Row;
import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users of git-commit-id, Spring Boot's build-info and buildnumber who do what the migration tables say. */
final class MigratedInfoIT {
    private static final String TIME = "2024-02-29T10:00:00Z";
    private static final String GIT = "target/classes/git.properties";
    private static final String BUILD = "target/classes/META-INF/build-info.properties";

    private static final List<Row> GIT_COMMIT_ID = List.of(
            new Row("phase `initialize`", "gci-phase", MigratedInfoIT::hasCommitId),
            new Row("`generateGitPropertiesFile` (false)", "gci-no-files", module -> {
                hasCommitId(module);
                assertThat(module.file(GIT)).doesNotExist();
                assertThat(module.file(BUILD)).doesNotExist();
            }),
            new Row("`generateGitPropertiesFilename`", "gci-file", module -> {
                assertThat(module.properties("target/classes/version/git.properties"))
                        .containsEntry("git.commit.id", head(module));
                assertThat(module.file(GIT)).doesNotExist();
            }),
            new Row("`generateGitPropertiesFileWithEscapedUnicode`", "gci-defaults", module -> {
                assertThat(module.file(GIT)).content().contains("git.commit.message.short=A first \\u2603");
                assertThat(module.properties(GIT)).containsEntry("git.commit.message.short", "A first ☃");
            }),
            new Row(
                    "`format`",
                    "gci-format-flat",
                    module -> assertThat(module.file("target/classes/git.json"))
                            .content()
                            .contains("\"git.commit.id\": \"" + head(module) + "\"")
                            .contains("\"git.commit.id.abbrev\": \"")),
            new Row(
                    "`format`",
                    "gci-format-nested",
                    module -> assertThat(module.file("target/classes/git.json"))
                            .content()
                            .containsPattern("(?s)\"commit\": \\{.*?\"id\": \\{\\s*\"abbrev\": \"[0-9a-f]{7}\"")
                            .contains("\"full\": \"" + head(module) + "\"")),
            new Row("`prefix` (may be empty)", "gci-prefix-empty", module -> {
                hasCommitId(module);
                assertThat(module.properties(GIT)).containsEntry("branch", "topic");
            }),
            new Row("`prefix` (may be empty)", "gci-prefix", module -> {
                hasCommitId(module);
                assertThat(module.properties(GIT)).containsEntry("scm.branch", "topic");
            }),
            new Row(
                    "`includeOnlyProperties`, `excludeProperties` (regular expressions)",
                    "gci-selection",
                    module -> assertThat(module.properties(GIT))
                            .containsKeys("git.branch", "git.commit.id", "git.commit.time")
                            .doesNotContainKeys("git.dirty", "git.commit.message.short", "git.commit.user.name")),
            new Row(
                    "`dateFormat`, `dateFormatTimeZone`",
                    "gci-defaults",
                    module -> assertThat(module.properties(GIT))
                            .containsEntry("git.commit.time", Repository.COMMIT_TIME)),
            new Row("`failOnUnableToExtractRepoInfo` (true)", "gci-git-fails", module -> {
                assertThat(module.file(GIT)).doesNotExist();
                assertThat(module.file(BUILD)).exists();
                assertThat(module.warnings()).anyMatch(line -> line.contains("No git.* keys: '/bin/false status"));
            }),
            new Row(
                    "`git.build.number`, `git.build.number.unique`",
                    "gci-build-number",
                    module -> hasText(module, "42 777.42.1")),
            new Row(
                    "`abbrevLength`",
                    "gci-abbrev",
                    module -> hasText(module, head(module).substring(0, 10))),
            new Row(
                    "`gitDescribe`: `match`, `tags`, `forceLongFormat`, `abbrev`, `dirty`",
                    "gci-describe",
                    module -> hasText(module, "v1.0-0-g" + head(module).substring(0, 10) + "+changes")),
            new Row(
                    "`gitDescribe`: `skip`; `always`",
                    "gci-describe-skipped",
                    module -> assertThat(module.properties(GIT).keySet())
                            .isNotEmpty()
                            .noneMatch(key -> key.contains("describe") || key.contains("closest"))),
            new Row(
                    "`gitDescribe`: `skip`; `always`",
                    "gci-defaults",
                    module -> assertThat(module.properties(GIT))
                            .containsEntry(
                                    "git.commit.id.describe", head(module).substring(0, 7) + "-dirty")),
            new Row("`useNativeGit`, `offline`", "gci-defaults", MigratedInfoIT::hasCommitIdAndBranch),
            new Row(
                    "`nativeGitTimeoutInMs`, `GIT_PATH`",
                    "gci-native",
                    module -> assertThat(module.properties(GIT)).containsEntry("git.commit.id", head(module))),
            new Row("`dotGitDirectory`", "gci-defaults", MigratedInfoIT::hasCommitIdAndBranch),
            new Row("`useBranchNameFromBuildEnvironment`", "gci-defaults", MigratedInfoIT::hasCommitIdAndBranch),
            new Row(
                    "`git.build.user.*`, `git.build.host`",
                    "gci-user-and-host",
                    module -> assertThat(module.properties(GIT))
                            .containsEntry("git.build.user.name", "Zoë Builder")
                            .containsEntry("git.build.user.email", "zoe@example.org")
                            .containsKey("git.build.host")),
            new Row(
                    "`git.tags`, `git.total.commit.count`",
                    "gci-counts",
                    module -> assertThat(module.properties(GIT))
                            .containsEntry("git.tags", "other,v1.0")
                            .containsEntry("git.total.commit.count", "1")
                            .containsKey("git.branch")),
            new Row("`validateRevision`", "gci-rules", module -> {
                hasCommitId(module);
                assertThat(module.properties(GIT)).doesNotContainKeys("git.tags");
            }),
            new Row(
                    "`commitIdGenerationMode`",
                    "gci-defaults",
                    module -> assertThat(module.properties(GIT))
                            .containsEntry("git.commit.id", head(module))
                            .containsEntry("git.commit.id.full", head(module))),
            new Row("`runOnlyOnce`", "gci-defaults", MigratedInfoIT::hasCommitIdAndBranch),
            new Row("`skip`; `skipPoms` (true)", "gci-skip", module -> {
                hasText(module, "${git.commit.id}");
                assertThat(module.file(GIT)).doesNotExist();
            }),
            new Row("`skip`; `skipPoms` (true)", "gci-parent", module -> {
                hasCommitId(module);
                assertThat(module.file(GIT)).doesNotExist();
            }),
            new Row(
                    "`verbose`",
                    "gci-defaults",
                    module -> assertThat(module.log())
                            .contains("[INFO] Wrote 'gci-defaults/" + BUILD + "', 'gci-defaults/" + GIT + "'.")));

    private static final List<Row> SPRING_BOOT = List.of(
            new Row("`outputFile`, `time`, `skip`", "sb-file-and-time", module -> {
                assertThat(module.properties("target/info/build-info.properties"))
                        .containsEntry("build.time", "2024-05-05T05:05:05Z")
                        .containsEntry("build.artifact", "sb-file-and-time");
                assertThat(module.file("target/classes/META-INF")).doesNotExist();
            }),
            new Row(
                    "`outputFile`, `time`, `skip`",
                    "sb-skip",
                    module -> assertThat(module.file(BUILD)).doesNotExist()),
            new Row(
                    "`additionalProperties`",
                    "sb-additional",
                    module -> assertThat(module.properties(BUILD))
                            .containsEntry("build.encoding.source", "UTF-8")
                            .containsEntry("build.team", "blue")),
            new Row(
                    "`excludeInfoProperties` (`name`)",
                    "sb-excluded",
                    module -> assertThat(module.properties(BUILD))
                            .containsKey("build.version")
                            .doesNotContainKeys("build.name", "build.time")));

    private static final List<Row> BUILDNUMBER = List.of(
            new Row("phase `initialize`", "bn-phase", module -> hasText(module, head(module) + " " + TIME + " topic")),
            new Row("`${buildNumber}`", "gci-phase", MigratedInfoIT::hasCommitId),
            new Row(
                    "`shortRevisionLength`",
                    "bn-short",
                    module -> hasText(module, head(module).substring(0, 6))),
            new Row(
                    "`${timestamp}`, `timestampFormat` (epoch milliseconds by default)",
                    "bn-timestamp",
                    module -> hasText(module, TIME)),
            new Row("`${scmBranch}`", "gci-defaults", MigratedInfoIT::hasCommitIdAndBranch),
            new Row(
                    "`buildNumberPropertyName`, `timestampPropertyName`, `scmBranchPropertyName`",
                    "bn-names",
                    module -> hasText(module, head(module) + " " + TIME + " topic")),
            new Row("`getRevisionOnlyOnce`", "gci-defaults", MigratedInfoIT::hasCommitIdAndBranch),
            new Row("`revisionOnScmFailure`", "bn-failure", module -> hasText(module, "unknown")),
            new Row("`create-timestamp`", "bn-timestamp", module -> {
                hasText(module, TIME);
                assertThat(module.file(GIT)).doesNotExist();
            }),
            new Row(
                    "`create-metadata`",
                    "bn-metadata",
                    module -> assertThat(module.properties("target/classes/build.properties"))
                            .containsEntry("build.customer", "acme")
                            .containsEntry("build.name", "bn-metadata")
                            .containsEntry("build.time", TIME)
                            .containsEntry("build.version", "1.2.3")));

    @Test
    void everyRowOfTheTablesHasAProject() throws IOException {
        MigrationTables tables = MigrationTables.read();
        List<Row> gitCommitId = new ArrayList<>(GIT_COMMIT_ID);
        gitCommitId.add(new Row("`failOnNoGitDirectory` (true)", "failing/no-repository", module -> {}));
        tables.requireRows("git-commit-id-maven-plugin", gitCommitId);
        tables.requireRows("Spring Boot `build-info`", SPRING_BOOT);
        List<Row> buildnumber = new ArrayList<>(BUILDNUMBER);
        buildnumber.add(new Row("`doCheck`", "failing/dirty", module -> {}));
        tables.requireRows("buildnumber-maven-plugin", buildnumber);
    }

    @MavenTest
    void whatTheTablesSayHolds(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-migrated")
                .prepare(MigratedInfoIT::makeRepository)
                .prepare(project -> GitWrapper.on(mavenBuild, project))
                .prepare(project ->
                        mavenBuild.env("GIT_PATH", project.resolve(".mvn/bin").toString()))
                .env("GITHUB_ACTIONS", "true")
                .env("GITHUB_RUN_ID", "777")
                .env("GITHUB_RUN_NUMBER", "42")
                .env("GITHUB_RUN_ATTEMPT", "1")
                .env("GITHUB_REF", "refs/heads/topic")
                .env("GITHUB_REF_NAME", "topic")
                .env("GITHUB_REF_TYPE", "branch")
                .goals("process-resources")
                .execute(build -> {
                    Row.check(build, GIT_COMMIT_ID);
                    Row.check(build, SPRING_BOOT);
                    Row.check(build, BUILDNUMBER);
                });
    }

    /** What fails by default there, and by one parameter here; and what fails by default in both. */
    @MavenTest
    void whatFailsThereFailsHere(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-migrated")
                .prepare(project -> Repository.init(project.resolve("failing/git-fails")))
                .prepare(MigratedInfoIT::makeDirtyRepository)
                .arguments("-Pfailing", "-fae", "-pl", "failing/no-repository,failing/git-fails,failing/dirty")
                .goals("generate-resources")
                .executeAndFail(build -> assertThat(build.toString())
                        .containsPattern(
                                "No git repository above '.*/failing/no-repository', but <gitRequired> is true")
                        .contains("'/bin/false status")
                        .contains("rules are broken: git.dirty is 'true', but has to be 'false': commit before you"));
    }

    private static void makeRepository(Path project) throws IOException, InterruptedException {
        Repository repository = Repository.init(project);
        repository.git("tag", "v1.0");
        repository.git("tag", "other");
        repository.git("checkout", "-q", "--detach");
        Files.writeString(project.resolve("about/about.txt"), "${about}\n\n");
    }

    private static void makeDirtyRepository(Path project) throws IOException, InterruptedException {
        Path dirty = project.resolve("failing/dirty");
        Repository.init(dirty);
        Files.writeString(dirty.resolve("pom.xml"), Files.readString(dirty.resolve("pom.xml")) + "<!-- changed -->\n");
    }

    private static String head(FinishedBuild module) throws IOException, InterruptedException {
        return new Repository(module.project()).head();
    }

    private static void hasText(FinishedBuild module, String text) {
        assertThat(module.file("target/classes/about.txt")).hasContent(text + "\n\n");
    }

    private static void hasCommitId(FinishedBuild module) throws IOException, InterruptedException {
        hasText(module, head(module));
    }

    /** The branch is the one that the CI provider tells, as HEAD is detached. */
    private static void hasCommitIdAndBranch(FinishedBuild module) throws IOException, InterruptedException {
        hasText(module, head(module) + " topic");
        assertThat(module.properties(GIT)).containsAllEntriesOf(Map.of("git.branch", "topic"));
    }
}
