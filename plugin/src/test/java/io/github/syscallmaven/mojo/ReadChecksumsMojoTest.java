package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadChecksumsMojoTest {
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private ReadChecksumsMojo mojo;
    private Path target;

    @BeforeEach
    void project() throws Exception {
        TestProject app = new TestProject(folder, "jar");
        target = app.target;
        mojo = new ReadChecksumsMojo(
                FakeMaven.unused().lifecycle(), FakeMaven.unused().plugins());
        mojo.setLog(log);
        mojo.project = app.project;
        mojo.session = TestProject.session(folder, true);
        mojo.mojoExecution = TestProject.execution("read-checksums", "default");
        mojo.unsupportedHost = "fail";
        mojo.failOnExtra = true;
    }

    @Test
    void theDefaultIsWhatTheOtherGoalWrites() throws Exception {
        TestProject.write(target.resolve("app-1.0.jar"));
        write("target/checksums.sha256", SHA256 + "  app-1.0.jar\n");

        mojo.execute();

        assertThat(log.lines()).hasSize(3);
        assertThat(log.lines().get(0)).isEqualTo("[INFO] Checksums read: 1 GNU text.");
        assertThat(log.lines().get(1)).startsWith("[INFO] Verified 1 file, 3 bytes in ");
        assertThat(log.lines().get(2)).isEqualTo("[INFO] Result: 1 ok.");
    }

    @Test
    void aFailureHasAllFindingsInTheLogAndCountsAndRemediesInTheMessage() throws Exception {
        TestProject.write(target.resolve("good"));
        write("target/extra", "nobody knows me");
        write("target/SUMS", SHA256 + "  gone\n" + "0".repeat(64) + "  good\nwhat?\n");
        mojo.sumsFile = target.resolve("SUMS").toFile();
        mojo.audit = true;

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "Verification failed: 1 mismatch, 1 missing, 1 malformed, 1 extra. To do: fetch")
                .hasMessageContaining("-Dsyscall.ignoreMissing")
                .hasMessageContaining("-Dsyscall.lenient")
                .hasMessageContaining("-Dsyscall.fileExcludes");
        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("[ERROR]"))
                .hasSize(4)
                .first()
                .isEqualTo("[ERROR] 'gone': missing (SUMS, line 1)");
    }

    @Test
    void reportsAreWrittenEvenWhenVerificationFails() throws Exception {
        write("target/SUMS", SHA256 + "  gone\n");
        mojo.sumsFile = target.resolve("SUMS").toFile();
        mojo.reportFile = target.resolve("reports/checksums.json").toFile();
        mojo.junitFile = target.resolve("surefire-reports/TEST-checksums.xml").toFile();

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

        assertThat(target.resolve("reports/checksums.json")).content().startsWith("{\"failures\":1,");
        assertThat(target.resolve("surefire-reports/TEST-checksums.xml"))
                .content()
                .contains("<failure type=\"missing\"");
    }

    @Test
    void whatIsForgivenIsAWarning() throws Exception {
        TestProject.write(target.resolve("good"));
        write("target/SUMS", SHA256 + "  gone\n" + SHA256 + "  good\nwhat?\n");
        mojo.sumsFile = target.resolve("SUMS").toFile();
        mojo.ignoreMissing = true;
        mojo.lenient = true;

        mojo.execute();

        assertThat(log.lines()).filteredOn(line -> line.startsWith("[WARNING]")).hasSize(2);
        assertThat(log.lines()).last().isEqualTo("[INFO] Result: 1 ok, 1 missing, 1 malformed.");
    }

    @Test
    void listsInDifferentFoldersAreEachRelativeToTheirOwn() throws Exception {
        TestProject.write(folder.resolve("x/a"));
        TestProject.write(folder.resolve("y/a"));
        write("x/SUMS", SHA256 + "  a\n");
        write("y/a.sha256", SHA256);
        mojo.sumsFile = folder.resolve("x/SUMS").toFile();
        mojo.sumsFiles = List.of(folder.resolve("y/a.sha256").toFile());

        mojo.execute();

        assertThat(log.lines()).last().isEqualTo("[INFO] Result: 2 ok.");
        mojo.audit = true;
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<baseDirectory>");
    }

    @Test
    void sidecarsAreFoundInADownloadFolderWithoutAProject() throws Exception {
        mojo.session = TestProject.session(folder, false);
        mojo.sidecars = true;
        TestProject.write(folder.resolve("dl/a.zip"));
        write("dl/a.zip.sha256", SHA256 + "  a.zip\n");

        mojo.execute();

        assertThat(log.lines()).last().isEqualTo("[INFO] Result: 1 ok.");
    }

    @Test
    void withoutAProjectAListHasToBeNamed() {
        mojo.session = TestProject.session(folder, false);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("-Dsyscall.sumsFile");
    }

    @Test
    void theParentOfModulesNeedNotHaveAList() throws Exception {
        TestProject parent = new TestProject(folder.resolve("parent"), "pom");
        Files.delete(parent.target);
        mojo.project = parent.project;

        mojo.execute();

        assertThat(log.lines()).isEmpty();
        Files.createDirectory(parent.target);
        write("parent/target/checksums.sha256", "");
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void unresolvedPropertiesAreRefused() throws Exception {
        mojo.sumsFile = folder.resolve("${project.basedir}/SUMS").toFile();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<sumsFile>")
                .hasMessageContaining("Maven knows no such property");
    }

    @Test
    void aListThatIsNotThereIsAnError() {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Verification failed: 1 unreadable. To do: ")
                .hasMessageContaining("write-checksums");
        assertThat(log.lines())
                .anyMatch(
                        line -> line.startsWith("[ERROR] 'checksums.sha256': unreadable, ") && line.contains("ENOENT"));
    }

    @Test
    void noReportOfAnEarlierRunStaysBehindWhateverFails() throws Exception {
        write("target/report.json", "{\"failures\":0}");
        mojo.reportFile = target.resolve("report.json").toFile();
        mojo.baseDirectory = folder.resolve("gone").toFile();

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class);
        assertThat(target.resolve("report.json")).content().doesNotStartWith("{\"failures\":0}");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
