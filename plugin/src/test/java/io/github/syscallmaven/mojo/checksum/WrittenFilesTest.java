package io.github.syscallmaven.mojo.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.mojo.info.WriteInfoMojo;
import io.github.syscallmaven.mojo.parameter.SharedParameters;
import io.github.syscallmaven.testing.maven.FakeMaven;
import io.github.syscallmaven.testing.maven.GoalDefaults;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two runs of goals in one build may write, and what not. */
class WrittenFilesTest {
    @TempDir
    Path folder;

    private MavenSession session;
    private TestProject one;
    private TestProject two;

    @BeforeEach
    void reactor() throws Exception {
        session = TestProject.session(folder, true);
        one = new TestProject(folder.resolve("one"), "jar", "one");
        two = new TestProject(folder.resolve("two"), "jar", "two");
        session.setProjects(List.of(one.project, two.project));
        one.main("one-1.0.jar");
        two.main("two-1.0.jar");
    }

    @Test
    void twoModulesDoNotShareAList() throws Exception {
        WriteChecksumsMojo first = write(one, "default");
        first.sumsFile = folder.resolve("SUMS").toFile();
        first.baseDirectory = folder.toFile();
        WriteChecksumsMojo second = write(two, "default");
        second.sumsFile = first.sumsFile;
        second.baseDirectory = folder.toFile();
        first.execute();

        assertThatThrownBy(second::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("'SUMS' was already written in this build by write-checksums (execution"
                        + " 'default') of 'org.example:one'; set <sumsFile> (-Dsyscall.sumsFile) to"
                        + " another file for one of them.");
        assertThat(folder.resolve("SUMS")).content().endsWith("  one/target/one-1.0.jar\n");
    }

    @Test
    void twoExecutionsDoNotShareAListOfWhateverFormat() throws Exception {
        write(one, "main").execute();
        WriteChecksumsMojo second = write(one, "second");
        second.sumsFormat = "json";
        second.sumsFile = one.target.resolve("checksums.sha256").toFile();

        assertThatThrownBy(second::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("write-checksums (execution 'main') of 'org.example:one'");
    }

    @Test
    void aFileIsOneWhateverLinksLeadToItsFolder() throws Exception {
        WriteChecksumsMojo first = write(one, "default");
        first.sumsFile = folder.resolve("lists/of/SUMS").toFile();
        first.baseDirectory = folder.toFile();
        first.execute();
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("lists"));
        WriteChecksumsMojo second = write(two, "default");
        second.sumsFile = folder.resolve("linked/of/SUMS").toFile();
        second.baseDirectory = folder.toFile();

        assertThatThrownBy(second::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("'linked/of/SUMS' was already written in this build by ");
        assertThat(folder.resolve("lists/of/SUMS")).content().endsWith("  one/target/one-1.0.jar\n");
    }

    @Test
    void theSameExecutionMayRunAgainAsAForkedLifecycleDoes() throws Exception {
        write(one, "default").execute();
        one.main("one-1.0.jar");

        write(one, "default").execute();
    }

    @Test
    void aModuleThatHasNothingToListDoesNotTakeTheList() throws Exception {
        WriteChecksumsMojo parent = write(new TestProject(folder, "pom", "parent"), "default");
        parent.sumsFile = one.target.resolve("checksums.sha256").toFile();
        parent.execute();

        write(one, "default").execute();

        assertThat(one.target.resolve("checksums.sha256")).exists();
    }

    @Test
    void twoExecutionsDoNotShareASidecar() throws Exception {
        WriteChecksumsMojo first = write(one, "named");
        first.sumsFormat = "none";
        first.sidecars = true;
        first.execute();
        WriteChecksumsMojo second = write(one, "bare");
        second.sumsFormat = "none";
        second.sidecars = true;
        second.sidecarStyle = "bare";
        String before = Files.readString(one.target.resolve("one-1.0.jar.sha256"));

        assertThatThrownBy(second::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("one-1.0.jar.sha256' was already written in this build by ")
                .hasMessageContaining("let one execution write the sidecars of a file");
        assertThat(one.target.resolve("one-1.0.jar.sha256")).hasContent(before);
    }

    @Test
    void aListIsNoSidecarOfTheSameRun() throws Exception {
        WriteChecksumsMojo mojo = write(one, "default");
        mojo.sidecars = true;
        mojo.sumsFile = one.target.resolve("one-1.0.jar.sha256").toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("already written in this build by this very goal");
    }

    @Test
    void reportsAndInfoFilesAreFilesLikeOthers() throws Exception {
        write(one, "default").execute();
        ReadChecksumsMojo read = new ReadChecksumsMojo(
                FakeMaven.unused().lifecycle(), FakeMaven.unused().plugins());
        SharedParameters.set(read, session, TestProject.execution("read-checksums", "verify"));
        SharedParameters.project(read, one.project);
        read.reportFile = one.target.resolve("report").toFile();
        read.junitFile = read.reportFile;
        assertThatThrownBy(read::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("by this very goal; set <junitFile>");
        read.junitFile = null;
        read.execute();

        WriteInfoMojo info =
                SharedParameters.set(new WriteInfoMojo(), session, TestProject.execution("write-info", "default"));
        GoalDefaults.set(info, "project", two.project);
        session.getRequest().setStartTime(Date.from(Instant.EPOCH));
        info.setLog(new RecordingLog());
        GoalDefaults.set(info, "outputFile", read.reportFile);
        GoalDefaults.set(
                info, "gitOutputFile", two.target.resolve("git.properties").toFile());
        assertThatThrownBy(info::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("by read-checksums (execution 'verify') of 'org.example:one'; set <outputFile>");
    }

    @Test
    void aTraceIsSharedByAllGoalsButIsNoOutputOfAny() throws Exception {
        Path trace = folder.resolve("trace.txt");
        WriteChecksumsMojo first = write(one, "default");
        SharedParameters.traceFile(first, trace);
        first.execute();
        WriteChecksumsMojo second = write(two, "default");
        SharedParameters.traceFile(second, trace);
        second.execute();
        WriteChecksumsMojo third = write(two, "third");
        third.sumsFile = trace.toFile();
        third.baseDirectory = folder.toFile();

        assertThatThrownBy(third::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("already written in this build by a trace; set <sumsFile>");
    }

    @Test
    void noTraceReplacesWhatAnotherGoalHasWritten() throws Exception {
        write(one, "default").execute();
        Path list = one.target.resolve("checksums.sha256");
        WriteChecksumsMojo traced = write(two, "default");
        SharedParameters.traceFile(traced, list);

        assertThatThrownBy(traced::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("already written in this build by write-checksums (execution 'default') of")
                .hasMessageContaining("set <traceFile>");
        assertThat(list).content().endsWith("  one-1.0.jar\n");
    }

    @Test
    void noListReplacesAnArtifact() throws Exception {
        one.attach("one-1.0-sources.jar", "java-source", "jar", "sources");
        for (String artifact : List.of("one-1.0.jar", "one-1.0-sources.jar")) {
            WriteChecksumsMojo mojo = write(one, "default");
            mojo.sumsFile = one.target.resolve(artifact).toFile();

            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessage("<sumsFile> (-Dsyscall.sumsFile) is '" + mojo.sumsFile
                            + "', which is an artifact of the project; name another file.");
            assertThat(one.target.resolve(artifact)).hasContent("abc");
        }
    }

    @Test
    void noListReplacesOneOfTheFilesToHash() throws Exception {
        Path data = TestProject.write(folder.resolve("data/a"));
        TestProject.write(folder.resolve("data/b"));
        WriteChecksumsMojo mojo = write(one, "default");
        mojo.artifacts = false;
        mojo.directory = folder.resolve("data").toFile();
        mojo.sumsFile = data.toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("'data/a' is one of the files to hash and no list of checksums, which would replace it; set"
                        + " <sumsFile> (-Dsyscall.sumsFile) to another file, or remove this one.");
        assertThat(data).hasContent("abc");

        Files.writeString(data, "# of an earlier build\n" + "0".repeat(64) + "  gone\n");
        mojo.execute();
        assertThat(data).content().endsWith("  b\n");
    }

    @Test
    void noOutputReplacesThePomOfAModuleOrAnArtifact() throws Exception {
        for (Path input : List.of(
                Files.writeString(folder.resolve("two/pom.xml"), "abc"),
                Files.writeString(folder.resolve("one/pom.xml"), "abc"),
                one.target.resolve("one-1.0.jar"))) {
            WriteChecksumsMojo list = write(one, "default");
            list.artifacts = false;
            list.files = List.of(two.target.resolve("two-1.0.jar").toFile());
            list.sumsFile = input.toFile();
            list.baseDirectory = folder.toFile();
            WriteChecksumsMojo traced = write(one, "default");
            SharedParameters.traceFile(traced, input);

            for (WriteChecksumsMojo mojo : List.of(list, traced)) {
                assertThatThrownBy(mojo::execute)
                        .isInstanceOf(MojoFailureException.class)
                        .hasMessageContaining(", which must not be replaced; set <");
                assertThat(input).hasContent("abc");
            }
        }
    }

    @Test
    void noReportReplacesTheListThatIsRead() throws Exception {
        Path list = one.target.resolve("checksums.sha256");
        write(one, "default").execute();
        session = TestProject.session(folder, true);
        for (String output : List.of("reportFile", "junitFile", "traceFile")) {
            assertKept(read(), "sumsFile", list, output);

            ReadChecksumsMojo single = read();
            single.sumsFile = list.toFile();
            assertKept(single, "sumsFile", list, output);

            ReadChecksumsMojo several = read();
            several.sumsFiles = List.of(list.toFile());
            assertKept(several, "sumsFiles", list, output);
        }
    }

    private ReadChecksumsMojo read() {
        ReadChecksumsMojo mojo = new ReadChecksumsMojo(
                FakeMaven.unused().lifecycle(), FakeMaven.unused().plugins());
        SharedParameters.set(mojo, session, TestProject.execution("read-checksums", "verify"));
        SharedParameters.project(mojo, one.project);
        return mojo;
    }

    private static void assertKept(ReadChecksumsMojo mojo, String input, Path list, String output) throws Exception {
        String before = Files.readString(list);
        GoalDefaults.set(mojo, output, list.toFile());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("<" + input + "> (-Dsyscall.")
                .hasMessageContaining(
                        "', which <" + output + "> (-Dsyscall." + output + ") would replace; name another");
        assertThat(list).hasContent(before);
    }

    private WriteChecksumsMojo write(TestProject project, String execution) {
        WriteChecksumsMojo mojo = new WriteChecksumsMojo(
                project.helper(),
                FakeMaven.unused().lifecycle(),
                FakeMaven.unused().plugins());
        mojo.setLog(new RecordingLog());
        SharedParameters.set(mojo, session, TestProject.execution("write-checksums", execution));
        SharedParameters.project(mojo, project.project);
        return mojo;
    }
}
