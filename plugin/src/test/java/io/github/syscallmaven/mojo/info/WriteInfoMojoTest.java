package io.github.syscallmaven.mojo.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.mojo.parameter.SharedParameters;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteInfoMojoTest {
    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private TestProject app;
    private WriteInfoMojo mojo;
    private Path info;
    private Path git;

    @BeforeEach
    void arrange() throws Exception {
        app = new TestProject(folder.toRealPath(), "jar");
        app.project.getBuild().setOutputDirectory(app.target.resolve("classes").toString());
        app.project.setName("App");
        info = app.target.resolve("classes/META-INF/build-info.properties");
        git = app.target.resolve("classes/git.properties");
        mojo = mojo(Map.of());
    }

    /** With the defaults of its parameters, in a session that began when it was made. */
    private WriteInfoMojo mojo(Map<String, String> environment) {
        WriteInfoMojo created = new WriteInfoMojo();
        created.setLog(log);
        SharedParameters.project(created, app.project);
        SharedParameters.set(
                created, TestProject.session(folder, true), TestProject.execution("write-info", "default"));
        created.session().getRequest().setStartTime(Date.from(Instant.now()));
        created.session().getSystemProperties().setProperty("env.PATH", System.getenv("PATH"));
        environment.forEach(
                (name, value) -> created.session().getSystemProperties().setProperty("env." + name, value));
        return created;
    }

    private void repository() throws Exception {
        Prerequisite.tool("git");
        Files.writeString(folder.resolve(".gitignore"), "target/\n");
        git("init", "-q", "-b", "main");
        git("add", "-A");
        // Before the session, whose start is that of the test.
        commit("one", "2024-01-01T00:00:00Z");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Run.of(command.toArray(String[]::new)).successful();
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    @Test
    void timeIsWhatMavenTakesTheOutputTimestampFor() throws Exception {
        mojo.outputTimestamp = "2024-01-01T00:00:00Z";
        mojo.execute();
        assertThat(properties(info)).containsEntry("build.time", "2024-01-01T00:00:00Z");

        mojo.outputTimestamp = "${git.commit.time}";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("project.build.outputTimestamp");
    }

    /** It is none of ours, and to fail would be to fail in every build. */
    @Test
    void aFileThatIsTooLargeToBeReadIsReplaced() throws Exception {
        Files.createDirectories(info.getParent());
        try (RandomAccessFile large = new RandomAccessFile(info.toFile(), "rw")) {
            large.setLength(17 << 20);
        }

        mojo.execute();

        assertThat(properties(info)).containsKey("build.time");
    }

    @Test
    void filesThatDifferOnlyInTheSessionStartAreKeptWithoutBuildKeysToo() throws Exception {
        repository();
        mojo.excludes = List.of("build.*");
        mojo.execute();
        FileTime before = Files.getLastModifiedTime(git);
        assertThat(properties(git)).containsKey("git.build.time");

        WriteInfoMojo next = mojo(Map.of());
        next.excludes = mojo.excludes;
        next.session().getRequest().setStartTime(Date.from(Instant.now().plusSeconds(60)));
        next.execute();

        assertThat(Files.getLastModifiedTime(git)).isEqualTo(before);
        assertThat(info).as("a file without a key").doesNotExist();
    }

    @Test
    void propertiesOfTheProjectAreFallbacksAndThoseOfTheCommandLineStay() throws Exception {
        app.project.getProperties().setProperty("build.version", "unknown");
        mojo.session().getRequest().getUserProperties().setProperty("build.group", "mine");
        mojo.time = "2024-01-01T00:00:00Z";
        mojo.execute();
        mojo.time = "2025-01-01T00:00:00Z";
        mojo.execute();

        assertThat(app.project.getProperties())
                .containsEntry("build.version", "1.0")
                .containsEntry("build.time", "2025-01-01T00:00:00Z")
                .doesNotContainKey("build.group");
        assertThat(properties(info)).containsEntry("build.group", "org.example");
    }

    @Test
    void whatTheUserAddsWins() throws Exception {
        mojo.reproducible = true;
        mojo.time = "off";
        mojo.environment = List.of("jdk");
        mojo.additionalProperties = Map.of("host", "mine", "version", "other");

        mojo.execute();

        assertThat(properties(info)).containsEntry("build.host", "mine").containsEntry("build.version", "other");
    }

    @Test
    void ciKnowsNothingOfGitWhereThereIsNoRepository() throws Exception {
        WriteInfoMojo onCi = mojo(Map.of(
                "GITHUB_ACTIONS", "true", "GITHUB_RUN_NUMBER", "42", "GITHUB_RUN_ID", "7", "GITHUB_RUN_ATTEMPT", "1"));
        onCi.time = "commit";

        onCi.execute();

        assertThat(properties(info)).containsEntry("build.ci.provider", "github-actions");
        assertThat(git).doesNotExist();
        assertThat(log.lines()).contains("[WARNING] There is no commit, so the build has no time.");
    }

    @Test
    void whatHoldsForAllModulesIsSaidOnceInABuild() throws Exception {
        mojo.execute();
        WriteInfoMojo other = mojo(Map.of());
        SharedParameters.session(other, mojo.session());
        Files.delete(info);
        other.execute();
        assertThat(log.lines())
                .filteredOn(line -> line.contains("No git repository above"))
                .hasSize(1);

        Files.delete(info);
        mojo(Map.of()).execute();
        assertThat(log.lines())
                .filteredOn(line -> line.contains("No git repository above"))
                .as("another build says it again")
                .hasSize(2);
    }

    @Test
    void aMissingGitIsOneSentenceInABuild() throws Exception {
        repository();
        mojo.gitExecutable = "no-such-git";
        mojo.execute();
        WriteInfoMojo other = mojo(Map.of());
        SharedParameters.session(other, mojo.session());
        other.gitExecutable = "no-such-git";
        other.execute();

        assertThat(git).doesNotExist();
        assertThat(log.lines())
                .filteredOn(line -> line.contains("no-such-git"))
                .singleElement()
                .asString()
                .isEqualTo(
                        "[WARNING] No git.* keys: Cannot start 'no-such-git' (No such file or directory): install git"
                                + " and put it on the PATH, name it by <gitExecutable>, or exclude git.*.");

        other.gitRequired = true;
        assertThatThrownBy(other::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Cannot start 'no-such-git'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NO_REPOSITORY | , but <gitRequired> is true. Build in a clone, or set -Dsyscall.gitRequired=false
                    NOT_STARTED   | : install git and put it on the PATH, name it by <gitExecutable>, or exclude git.*
                    TIMED_OUT     | . Run it by hand to see what it waits for, or allow it more time by <gitTimeout>
                    LEFT_OPEN     | . What <gitExecutable> starts in the background has to close its output
                    TOO_OLD       | . Install a newer git, or name one by <gitExecutable>
                    OTHER         | ''
                    """)
    void whatGitCannotDoIsToldWithARemedy(GitException.Reason reason, String remedy) {
        assertThat(GitRemedy.wording(new GitException(reason, "git fails", null)))
                .isEqualTo("git fails" + remedy);
    }

    @Test
    void aGlobThatMatchesNoKeyIsReported() throws Exception {
        mojo.additionalProperties = Map.of("team", "blue");
        mojo.includes = List.of("build.*", "git.comit.id", "build.team", "git.tags");
        mojo.excludes = List.of("git.dirty.*", "build.ci.*");

        mojo.execute();

        assertThat(log.lines())
                .filteredOn(line -> line.contains("misspelt"))
                .containsExactlyInAnyOrder(
                        "[WARNING] <includes> (-Dsyscall.includes): no key matches 'git.comit.id', so it has no"
                                + " effect. Is it misspelt?",
                        "[WARNING] <excludes> (-Dsyscall.excludes): no key matches 'git.dirty.*', so it has no"
                                + " effect. Is it misspelt?");
    }

    @Test
    void debugOutputHasEachGitCommandItsTimeAndWhatCameOfIt() throws Exception {
        repository();
        git("remote", "add", "origin", "https://bob:SECRET@host/x.git");
        List<String> debug = debug(mojo);
        mojo.execute();
        String in = ": \\d+ ms, in '" + Pattern.quote(folder.toRealPath().toString()) + "'";
        assertThat(debug)
                .anyMatch(line -> line.matches("git status --porcelain=v2 --branch .*" + in))
                .anyMatch(line -> line.matches("git log -1 .*" + in))
                .anyMatch(line -> line.matches("git config -z --get-regexp .*" + in))
                .containsSubsequence("  git.branch='main'", "  git.commit.message.short='one'")
                .contains(
                        "  git.remote.origin.url='https://host/x.git'", "git.remote.origin.url = 'https://host/x.git'")
                .noneMatch(line -> line.contains("SECRET"));

        mojo.session().setProjects(List.of(new MavenProject(), new MavenProject()));
        for (int module = 0; module < 2; module++) {
            WriteInfoMojo next = mojo(Map.of());
            SharedParameters.session(next, mojo.session());
            debug = debug(next);
            next.execute();
        }
        assertThat(debug).anyMatch(line -> line.matches("git log -1 .*: answered before in this build, in .*"));
    }

    private static List<String> debug(WriteInfoMojo goal) {
        List<String> debug = new ArrayList<>();
        goal.setLog(new RecordingLog() {
            @Override
            public void debug(CharSequence content) {
                debug.add(content.toString());
            }
        });
        return debug;
    }

    @Test
    void aMessageKeepsItsCarriageReturns() throws Exception {
        repository();
        git(
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@b",
                "commit",
                "-q",
                "--allow-empty",
                "--cleanup=verbatim",
                "-m",
                "a\r\nb");

        mojo.execute();

        assertThat(properties(git)).containsEntry("git.commit.message.full", "a\r\nb");
    }

    @Test
    void anExecutionAfterAChangeSeesIt() throws Exception {
        Files.writeString(folder.resolve("tracked"), "one");
        repository();
        mojo.execute();
        assertThat(properties(git)).containsEntry("git.dirty", "false");

        Files.writeString(folder.resolve("tracked"), "other");
        WriteInfoMojo second = mojo(Map.of());
        SharedParameters.session(second, mojo.session());
        second.execute();

        assertThat(properties(git)).containsEntry("git.dirty", "true");
    }

    @Test
    void aFileOfACiProviderThatCannotBeReadIsDoneWithout() throws Exception {
        WriteInfoMojo onCi = mojo(Map.of(
                "TEAMCITY_VERSION", "2025", "BUILD_NUMBER", "42", "TEAMCITY_BUILD_PROPERTIES_FILE", "/etc/hostname/x"));

        onCi.execute();

        assertThat(properties(info)).containsEntry("build.ci.number", "42");
    }

    @Test
    void describeIsAskedAsTheUserWants() throws Exception {
        repository();
        git("tag", "light");
        mojo.execute();
        assertThat(properties(git).getProperty("git.commit.id.describe")).doesNotContain("light");

        mojo.describeTags = true;
        mojo.describeLong = true;
        mojo.describeAbbrev = 12;
        mojo.execute();
        assertThat(properties(git).getProperty("git.commit.id.describe")).matches("light-0-g[0-9a-f]{12}");

        Files.writeString(folder.resolve("file"), "x");
        git("add", "-A");
        mojo = mojo(Map.of());
        mojo.describeTags = true;
        mojo.describeDirty = "+changes";
        mojo.execute();
        assertThat(properties(git)).containsEntry("git.commit.id.describe", "light+changes");
    }

    @Test
    void aPrefixIsTheStartOfAKey() {
        for (String prefix : List.of("", "a b", ".", "${none}", "a.")) {
            mojo.buildPrefix = prefix;
            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContaining("<buildPrefix>");
        }
    }

    @Test
    void theKeysOfGitCanDoWithoutPrefix() throws Exception {
        repository();
        mojo.gitPrefix = "none";

        mojo.execute();

        assertThat(properties(git)).containsEntry("branch", "main").containsKeys("commit.id", "build.time");
        assertThat(app.project.getProperties()).containsEntry("branch", "main");
    }

    @Test
    void aKeyOfTheUserThatTakesThePlaceOfOthersIsRefused() {
        mojo.additionalProperties = Map.of("ci", "yes");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("additional property 'ci'")
                .hasMessageContaining("'build.ci' is the start of 'build.ci.attempt'");
        assertThat(info).doesNotExist();
    }

    @Test
    void aDefaultForNoKeyIsRefused() {
        mojo.defaults = Map.of("git.brnch", "unknown");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "<defaults> is 'git.brnch', which is not a key; keys are written as in git.branch");
    }

    @Test
    void valuesOfOneParameterAreWrongAtOnceWhateverTheOthersSay() {
        mojo.excludes = List.of("git.*");
        mojo.describeAbbrev = 3;
        assertFails(
                "<describeAbbrev> (-Dsyscall.describeAbbrev) is '3'; allowed are 4 to 64, and 0 for the tag alone.");
        mojo.describeAbbrev = 0;
        mojo.describeLong = true;
        assertFails("<describeAbbrev> (-Dsyscall.describeAbbrev) is '0', which leaves nothing for <describeLong>");
        mojo.describeLong = false;
        mojo.describeMatch = "a,b";
        assertFails(
                "<describeMatch> (-Dsyscall.describeMatch): 'a,b' has ',' or ')', which git's log format cannot quote");
        mojo.describeMatch = "*";
        mojo.time = "yesterday";
        assertFails("<time> (-Dsyscall.time): 'yesterday' is not a time: allowed are auto, commit, off");
        mojo.time = "auto";
        mojo.environment = List.of("jdk, moon");
        assertFails("<environment> (-Dsyscall.environment): 'moon' is not a group of keys: allowed are host, jdk");
        mojo.environment = List.of();
        mojo.includes = List.of("git\\..*");
        assertFails("<includes> (-Dsyscall.includes): 'git\\..*' is not a glob over keys: allowed are");
    }

    private void assertFails(String message) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void oneElementMayHoldSeveralGlobs() throws Exception {
        mojo.includes = List.of("build.artifact, build.group");

        mojo.execute();

        assertThat(properties(info)).containsOnlyKeys("build.artifact", "build.group");
    }

    @Test
    void aDefaultBecomesAPropertyToo() throws Exception {
        mojo.defaults = Map.of("git.branch", "unknown");

        mojo.execute();

        assertThat(properties(git)).containsExactly(Map.entry("git.branch", "unknown"));
        assertThat(app.project.getProperties()).containsEntry("git.branch", "unknown");
    }

    private void commit(String message, String date) throws Exception {
        Run.of(
                        "env",
                        "GIT_AUTHOR_DATE=" + date,
                        "GIT_COMMITTER_DATE=" + date,
                        "git",
                        "-C",
                        folder.toString(),
                        "-c",
                        "user.name=A",
                        "-c",
                        "user.email=a@example.org",
                        "commit",
                        "-q",
                        "--allow-empty",
                        "-m",
                        message)
                .successful();
    }

    /** The same goal in a build that begins later. */
    private WriteInfoMojo later(int seconds) {
        WriteInfoMojo next = mojo(Map.of());
        next.session().getRequest().setStartTime(Date.from(Instant.now().plusSeconds(seconds)));
        return next;
    }

    private void assertOneTime() throws IOException {
        String time = properties(info).getProperty("build.time");
        assertThat(properties(git)).containsEntry("git.build.time", time);
        assertThat(app.project.getProperties())
                .containsEntry("build.time", time)
                .containsEntry("git.build.time", time);
    }

    @Test
    void aBuildHasOneTime() throws Exception {
        repository();
        mojo.execute();
        String first = properties(info).getProperty("build.time");
        assertOneTime();

        later(60).execute();
        assertThat(properties(info)).containsEntry("build.time", first);
        assertOneTime();

        commit("two", Instant.now().plusSeconds(90).toString());
        later(120).execute();
        assertThat(properties(info).getProperty("build.time")).isGreaterThan(first);
        assertOneTime();
    }

    @Test
    void filesOfWhichOneIsMissingGetOneTimeToo() throws Exception {
        repository();
        mojo.execute();
        Files.delete(git);

        later(60).execute();

        assertOneTime();
    }

    @Test
    void theTimeIsNotBeforeTheCommitsThatNoFileNames() throws Exception {
        repository();
        mojo.generateGitPropertiesFile = false;
        mojo.execute();
        Files.writeString(info, Files.readString(info).replaceAll("build.time=.*", "build.time=2001-01-01T00:00:00Z"));

        WriteInfoMojo next = later(60);
        next.generateGitPropertiesFile = false;
        next.execute();

        assertThat(properties(info).getProperty("build.time")).isGreaterThan("2020");
        assertThat(app.project.getProperties())
                .containsEntry("build.time", properties(info).getProperty("build.time"))
                .containsKey("git.commit.id");
        assertThat(git).doesNotExist();
    }

    @Test
    void aFileThatIsNoLongerWrittenIsTakenBackAndTheOtherStays() throws Exception {
        repository();
        mojo.execute();
        log.lines().clear();

        WriteInfoMojo withoutGit = later(0);
        withoutGit.excludes = List.of("git.*");
        withoutGit.execute();

        assertThat(git).doesNotExist();
        assertThat(info).exists();
        assertThat(log.lines())
                .containsExactly("[INFO] Removed 'target/classes/git.properties', which an earlier build wrote.");
    }

    @Test
    void theFileOfAnotherFormatIsTakenBack() throws Exception {
        mojo.execute();

        WriteInfoMojo json = later(0);
        json.format = "json";
        json.execute();

        assertThat(info).doesNotExist();
        assertThat(info.resolveSibling("build-info.json")).exists();
    }

    @Test
    void theFileOfAnotherPlaceIsTakenBack() throws Exception {
        mojo.execute();

        WriteInfoMojo elsewhere = later(0);
        elsewhere.outputFile = app.target.resolve("other/info.properties").toFile();
        elsewhere.execute();

        assertThat(info).doesNotExist();
        assertThat(elsewhere.outputFile).exists();
    }

    @Test
    void aBuildThatWritesNothingTakesAllBack() throws Exception {
        repository();
        mojo.outputFile = app.target.resolve("other/info.properties").toFile();
        mojo.execute();
        assertThat(log.lines())
                .containsExactly("[INFO] Wrote 'target/other/info.properties', 'target/classes/git.properties'.");

        WriteInfoMojo none = later(0);
        none.generateBuildPropertiesFile = false;
        none.generateGitPropertiesFile = false;
        none.execute();

        try (var left = Files.walk(app.target)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatWasWrittenInARepositoryIsTakenBackWhenItIsNoneAnyMore() throws Exception {
        repository();
        mojo.execute();
        Run.of("rm", "-rf", folder.resolve(".git").toString()).successful();

        later(0).execute();

        assertThat(git).doesNotExist();
    }

    @Test
    void whatOthersHaveWrittenStaysWithAWarningWhereItMayBeStale() throws Exception {
        repository();
        mojo.execute();
        Files.writeString(git, Files.readString(git) + "# mine\n");
        log.lines().clear();

        mojo.excludes = List.of("git.*");
        mojo.execute();
        assertThat(git).exists();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("[WARNING] 'target/classes/git.properties' stays, though");

        log.lines().clear();
        mojo.execute();
        assertThat(log.lines()).isEmpty();

        Files.writeString(git, "git.branch=main\ngit.dirty=false\n");
        mojo.execute();
        assertThat(git).exists();
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("[WARNING] 'target/classes/git.properties' looks like what an earlier build wrote");
    }

    @Test
    void eachExecutionTakesItsOwnFilesBack() throws Exception {
        SharedParameters.execution(mojo, TestProject.execution("write-info", "one", "two"));
        mojo.outputFile = app.target.resolve("one").toFile();
        mojo.execute();
        WriteInfoMojo two = later(0);
        SharedParameters.execution(two, TestProject.execution("write-info", "two", "one"));
        two.outputFile = app.target.resolve("two").toFile();
        two.execute();
        assertThat(app.target.resolve("one")).exists();

        WriteInfoMojo moved = later(0);
        SharedParameters.execution(moved, TestProject.execution("write-info", "two"));
        moved.outputFile = app.target.resolve("three").toFile();
        moved.execute();
        assertThat(app.target).isDirectoryNotContaining("regex:.*/(one|two)");
        assertThat(app.target.resolve("three")).exists();
    }

    @Test
    void aParentGetsNoFilesButProperties() throws Exception {
        repository();
        app.project.setPackaging("pom");

        mojo.execute();

        assertThat(app.target.resolve("classes")).doesNotExist();
        assertThat(app.project.getProperties())
                .containsEntry("git.branch", "main")
                .containsKey("build.time");
        assertThat(log.lines()).isEmpty();

        mojo.skipPoms = false;
        mojo.execute();
        assertThat(git).exists();
    }

    @Test
    void aFileThatMavenFiltersHoldsNothingThatItWouldEvaluate() throws Exception {
        Resource filtered = new Resource();
        filtered.setDirectory(app.target.resolve("generated").toString());
        filtered.setFiltering(true);
        app.project.getBuild().addResource(filtered);
        mojo.additionalProperties = Map.of("team", "a@b@c");
        mojo.outputFile = app.target.resolve("generated/info.properties").toFile();

        mojo.execute();

        assertThat(properties(mojo.outputFile.toPath())).containsEntry("build.team", "a_b_c");
    }

    @Test
    void nothingIsLoggedWhenNothingChanges() throws Exception {
        mojo.execute();
        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Wrote 'target/classes/META-INF/build-info.properties'. No git repository above '"
                                + folder.toRealPath() + "': no git.* keys.");
        log.lines().clear();

        later(60).execute();

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void oneFileCannotTakeBoth() {
        mojo.outputFile = git.toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<outputFile> and <gitOutputFile> are both");
    }

    private static Rule rule(
            @Nullable String key, @Nullable String value, @Nullable String pattern, @Nullable String message) {
        Rule rule = new Rule();
        rule.key = key;
        rule.value = value;
        rule.pattern = pattern;
        rule.message = message;
        return rule;
    }

    @Test
    void allBrokenRulesAreReportedAndNothingIsWritten() throws Exception {
        repository();
        Files.writeString(folder.resolve(".gitignore"), "target/\nother/\n");
        mojo.excludes = List.of("git.*");
        mojo.rules = List.of(
                rule("git.dirty", "false", null, "commit before you release"),
                rule("build.name", null, "Ap+", null),
                rule("git.tags", null, ".+", "tag the commit\u001b[1m first"));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "Nothing was written, as rules are broken: git.dirty is 'true', but has to be 'false': commit"
                                + " before you release; git.tags has no value, but has to be what the pattern '.+'"
                                + " matches: tag"
                                + " the commit\\u001b[1m first.");
        assertThat(app.target.resolve("classes")).doesNotExist();
    }

    @Test
    void aKeyThatOnlyARuleIsAboutIsNotWritten() throws Exception {
        repository();
        git("tag", "v1.0");
        mojo.rules = List.of(
                rule("git.tags", "v1.0", null, null),
                rule("git.dirty", "false", null, null),
                rule("build.team", "blue", null, null));
        mojo.additionalProperties = Map.of("team", "blue");

        mojo.execute();

        assertThat(properties(git)).containsEntry("git.dirty", "false").doesNotContainKey("git.tags");
        assertThat(app.project.getProperties()).doesNotContainKey("git.tags");
    }

    @Test
    void aRuleOutsideAnyRepositoryIsBroken() {
        mojo.rules = List.of(rule("git.dirty", "false", null, null));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("git.dirty has no value, but has to be 'false'");
    }

    @Test
    void aRuleThatCannotBeMeantFailsAtOnce() {
        assertThat(refused(rule(null, "x", null, null))).isEqualTo("A <rule> has no <key>; give it one.");
        assertThat(refused(rule("git.comit.id", "x", null, null)))
                .startsWith("<key> is 'git.comit.id', which no rule can be about; allowed are [build.artifact, ");
        assertThat(refused(rule("build.jdk.version", "17", null, null))).contains("no rule can be about");
        assertThat(refused(rule("git.dirty", null, null, null)))
                .isEqualTo("The <rule> about 'git.dirty' has to have either a <value> or a <pattern>.");
        assertThat(refused(rule("git.dirty", "a", "b", null)))
                .isEqualTo("The <rule> about 'git.dirty' has to have either a <value> or a <pattern>.");
        assertThat(refused(rule("git.dirty", null, "(", null)))
                .isEqualTo("<pattern>: '(' is not a regular expression: Unclosed group at position 1.");
        assertThat(refused(rule("git.dirty", "${no.such}", null, null))).startsWith("<value> is '${no.such}'");
    }

    private String refused(Rule rule) {
        mojo.rules = List.of(rule);
        Throwable refusal = catchThrowable(mojo::execute);
        assertThat(refusal).isInstanceOf(MojoFailureException.class);
        return String.valueOf(refusal.getMessage());
    }
}
