package io.github.syscallmaven.mojo.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.mojo.parameter.SharedParameters;
import io.github.syscallmaven.testing.maven.FakeMaven;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        SharedParameters.project(mojo, app.project);
        SharedParameters.set(
                mojo, TestProject.session(folder, true), TestProject.execution("read-checksums", "default"));
    }

    @Test
    void theDefaultIsWhatTheOtherGoalWrites() throws Exception {
        TestProject.write(target.resolve("app-1.0.jar"));
        write("target/checksums.sha256", SHA256 + "  app-1.0.jar\n");

        mojo.execute();

        assertThat(log.lines())
                .singleElement()
                .asString()
                .matches("\\[INFO\\] Verified 1 file by 1 checksum \\(1 GNU text\\), 3 bytes in \\d+\\.\\d\\d s\\.");
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
                .isEqualTo("[ERROR] 'target/gone': missing (target/SUMS, line 1)");
    }

    @Test
    void reportsAreWrittenEvenWhenVerificationFails() throws Exception {
        write("target/SUMS", SHA256 + "  gone\n");
        mojo.sumsFile = target.resolve("SUMS").toFile();
        mojo.reportFile = target.resolve("reports/checksums.json").toFile();
        mojo.junitFile = target.resolve("surefire-reports/TEST-checksums.xml").toFile();

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

        assertThat(target.resolve("reports/checksums.json"))
                .content()
                .startsWith("{\"module\":\"org.example:app\",\"failures\":1,");
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
        assertThat(log.lines())
                .last()
                .asString()
                .startsWith("[INFO] Verified 1 file by 2 checksums")
                .endsWith("; 1 missing, 1 malformed.");
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

        assertThat(log.lines()).last().asString().startsWith("[INFO] Verified 2 files ");
        mojo.audit = true;
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<baseDirectory>");
    }

    @Test
    void sidecarsAreFoundInADownloadFolderWithoutAProject() throws Exception {
        SharedParameters.session(mojo, TestProject.session(folder, false));
        SharedParameters.execution(mojo, TestProject.execution("read-checksums", "default"));
        mojo.sidecars = true;
        TestProject.write(folder.resolve("dl/a.zip"));
        write("dl/a.zip.sha256", SHA256 + "  a.zip\n");

        mojo.execute();

        assertThat(log.lines()).last().asString().startsWith("[INFO] Verified 1 file ");
    }

    @Test
    void withoutAProjectAListHasToBeNamed() {
        SharedParameters.session(mojo, TestProject.session(folder, false));
        SharedParameters.execution(mojo, TestProject.execution("read-checksums", "default"));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("-Dsyscall.sumsFile");
    }

    @Test
    void theParentOfModulesNeedNotHaveAList() throws Exception {
        TestProject parent = new TestProject(folder.resolve("parent"), "pom");
        Files.delete(parent.target);
        SharedParameters.project(mojo, parent.project);

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
        assertThat(log.lines()).containsExactly("[ERROR] 'target/checksums.sha256': unreadable, there is no such file");
    }

    @Test
    void aListInAFolderThatIsNotThereIsNotThereEither() throws Exception {
        Files.delete(target);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Verification failed: 1 unreadable. To do: ");
        assertThat(log.lines()).containsExactly("[ERROR] 'target/checksums.sha256': unreadable, there is no such file");
    }

    @Test
    void noReportOfAnEarlierRunStaysBehindWhateverFails() throws Exception {
        mojo.reportFile = target.resolve("report.json").toFile();
        mojo.junitFile = target.resolve("report.xml").toFile();
        mojo.baseDirectory = folder.resolve("gone").toFile();
        failsAndSaysSo("<baseDirectory> (-Dsyscall.baseDirectory) is 'gone': there is no such directory.");

        mojo.baseDirectory = null;
        mojo.sidecars = true;
        mojo.audit = true;
        mojo.sumsFile = folder.resolve("SUMS").toFile();
        failsAndSaysSo("<audit> (-Dsyscall.audit) needs one directory");
        mojo.audit = false;
        Files.createDirectory(folder.resolve("real"));
        mojo.baseDirectory = Files.createFile(folder.resolve("file")).toFile();
        failsAndSaysSo("file");
    }

    private void failsAndSaysSo(String reason) throws IOException {
        write("target/report.json", "{\"failures\":0}");
        write("target/report.xml", "<testsuite tests=\"7\"/>");

        assertThatThrownBy(mojo::execute).hasMessageContaining(reason);

        assertThat(target.resolve("report.json"))
                .content()
                .startsWith("{\"module\":\"org.example:app\",\"error\":\"")
                .contains("\"failures\":0,\"verdicts\":[");
        assertThat(target.resolve("report.xml"))
                .content()
                .contains("tests=\"1\" errors=\"1\" skipped=\"0\" failures=\"0\"")
                .contains("<error type=\"aborted\" message=\"");
    }

    @Test
    void ofEachKindAHundredFindingsAreLoggedAndAllAreReported() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            lines.append(SHA256).append("  gone").append(i).append('\n');
            TestProject.write(target.resolve("extra" + i));
        }
        TestProject.write(target.resolve("good"));
        write("target/SUMS", lines + SHA256 + "  good\n");
        mojo.sumsFile = target.resolve("SUMS").toFile();
        mojo.audit = true;
        mojo.failOnExtra = false;

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines()).hasSize(202).contains("[ERROR] 'target/gone99': missing (target/SUMS, line 100)");
        assertThat(log.lines().subList(200, 202))
                .containsExactly(
                        "[ERROR] ... and 150 more: missing; set <reportFile> (-Dsyscall.reportFile) to have them all",
                        "[WARNING] ... and 150 more: moved; set <reportFile> (-Dsyscall.reportFile) to have them all");

        mojo.reportFile = target.resolve("report.json").toFile();
        mojo.sumsFiles = List.of();
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.lines()).contains("[ERROR] ... and 150 more: missing; 'target/report.json' has them all");
        assertThat(Files.readAllLines(target.resolve("report.json")))
                .filteredOn(line -> line.contains("\"status\":\"missing\""))
                .hasSize(250);
    }

    @Test
    void aFileOfTwoListsInTwoFoldersCountsOnce() throws Exception {
        TestProject.write(folder.resolve("x/y/a"));
        write("x/SUMS", SHA256 + "  y/a\n");
        write("x/y/SUMS", SHA256 + "  a\n");
        mojo.sumsFiles = List.of(
                folder.resolve("x/SUMS").toFile(),
                folder.resolve("x/y/SUMS").toFile(),
                folder.resolve("x/../x/SUMS").toFile());

        mojo.execute();

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("[INFO] Verified 1 file by 2 checksums (2 GNU text), ");
    }

    @Test
    void whenNothingIsThereTheRemedyIsTheDirectoryThatItIsIn() throws Exception {
        TestProject.write(folder.resolve("target/a.jar"));
        TestProject.write(folder.resolve("b.txt"));
        write("lists/SUMS", SHA256 + "  target/a.jar\n" + SHA256 + "  b.txt\n");
        mojo.sumsFile = folder.resolve("lists/SUMS").toFile();
        SharedParameters.session(mojo, TestProject.session(folder.resolveSibling(""), true));

        assertThatThrownBy(mojo::execute)
                .hasMessage("Verification failed: 2 missing. To do: set <baseDirectory> (-Dsyscall.baseDirectory) to '"
                        + folder.getFileName() + "', where files of these names are.");

        Files.delete(folder.resolve("b.txt"));
        assertThatThrownBy(mojo::execute)
                .hasMessageEndingWith("To do: set <baseDirectory> (-Dsyscall.baseDirectory) to the directory that the"
                        + " names are relative to.");
    }

    @Test
    void aListOfAReactorsReleaseIsOfFilesInSeveralDirectories() throws Exception {
        TestProject one = new TestProject(folder.resolve("one"), "jar", "one");
        TestProject two = new TestProject(folder.resolve("two"), "jar", "two");
        mojo.session().setProjects(List.of(mojo.project(), one.project, two.project));
        TestProject.write(one.target.resolve("one-1.0.jar"));
        TestProject.write(two.target.resolve("two-1.0.jar"));
        write("target/SUMS", SHA256 + "  one-1.0.jar\n" + SHA256 + "  two-1.0.jar\n");
        mojo.sumsFile = target.resolve("SUMS").toFile();

        assertThatThrownBy(mojo::execute)
                .hasMessage(
                        "Verification failed: 2 missing. To do: copy the files, which are in several directories, into"
                                + " the directory of the list, or list them where they are: run write-checksums with"
                                + " <names>"
                                + " (-Dsyscall.names) 'file'.");
    }

    @Test
    void remediesFitWhatWasFound() throws Exception {
        TestProject.write(target.resolve("a"));
        mojo.sumsFile = target.resolve("gone").toFile();
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("<sumsFile>")
                .hasMessageContaining("write-checksums")
                .hasMessageNotContaining("make the files readable");

        mojo.sumsFile = target.resolve("SUMS").toFile();
        write("target/SUMS", SHA256 + "  a\nXOODYAK (a) = " + "0".repeat(128) + "\n");
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("add a security provider that has this one")
                .hasMessageNotContaining("org.bouncycastle")
                .hasMessageNotContaining("correct the lines");

        write("target/SUMS", SHA256 + "  a\nXOODYAK (a) = " + "0".repeat(128) + "\nwhat?\n");
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("add a security provider that has this one")
                .hasMessageContaining("correct the lines");

        write("target/SUMS", "0".repeat(128) + "  a\n");
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("taken for SHA-512 by their length")
                .hasMessageContaining("BLAKE2b")
                .hasMessageContaining("set <algorithm> (-Dsyscall.algorithm)");

        TestProject.write(target.resolve("b"));
        write("target/SUMS", "0".repeat(64) + "  a\n" + SHA256 + "  b\n");
        assertThatThrownBy(mojo::execute)
                .as("it is SHA-256 then")
                .hasMessageContaining("1 mismatch")
                .hasMessageNotContaining("<algorithm>");

        write("target/SUMS", "SHA256 (a) = " + "0".repeat(64) + "\n");
        assertThatThrownBy(mojo::execute).hasMessageContaining("1 mismatch").hasMessageNotContaining("<algorithm>");
    }

    @Test
    void aPatternThatMatchesNothingIsReportedAlsoWhenThatIsWhyItFails() throws Exception {
        TestProject.write(target.resolve("a"));
        TestProject.write(target.resolve("a.log"));
        write("target/SUMS", SHA256 + "  a\n");
        mojo.sumsFile = target.resolve("SUMS").toFile();
        mojo.audit = true;
        mojo.fileIncludes = List.of("**", "*.jra");
        mojo.fileExcludes = List.of("*.lgo");

        assertThatThrownBy(mojo::execute).hasMessageContaining("1 extra");

        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("[WARNING]"))
                .containsExactly(
                        "[WARNING] <fileExcludes> (-Dsyscall.fileExcludes) '*.lgo' matches nothing; there is 'SUMS',"
                                + " 'a', 'a.log'.",
                        "[WARNING] <fileIncludes> (-Dsyscall.fileIncludes) '*.jra' matches nothing; there is 'SUMS',"
                                + " 'a', 'a.log'.");
        log.lines().clear();
        mojo.audit = false;
        mojo.fileIncludes = List.of();
        mojo.execute();
        assertThat(log.lines())
                .as("nobody looks for files")
                .contains("[WARNING] <fileExcludes> (-Dsyscall.fileExcludes) '*.lgo' matches nothing; there is nothing"
                        + " to choose from.");
    }

    @Test
    void anExcludeThatASidecarMatchesByItsOwnNameMatchesSomething() throws Exception {
        mojo.sidecars = true;
        mojo.fileExcludes = List.of("*.md5", "b*");
        TestProject.write(target.resolve("a.zip"));
        TestProject.write(target.resolve("b.zip"));
        write("target/a.zip.sha256", SHA256);
        write("target/a.zip.md5", "wrong");
        write("target/b.zip.sha256", "wrong");

        mojo.execute();

        assertThat(log.lines()).singleElement().asString().startsWith("[INFO] Verified 1 file ");
    }

    @Test
    void anEmptyNameOfAFileIsNoDirectoryToRead() {
        String what = " is '" + folder + "', which is the project's directory; name a file in it";
        mojo.sumsFile = folder.toFile();
        assertThatThrownBy(mojo::execute).hasMessageContaining("<sumsFile> (-Dsyscall.sumsFile)" + what);
        mojo.sumsFile = null;
        mojo.sumsFiles = List.of(folder.toFile());
        assertThatThrownBy(mojo::execute).hasMessageContaining("<sumsFiles> (-Dsyscall.sumsFiles)" + what);
        mojo.sumsFiles = List.of();
        mojo.reportFile = folder.toFile();
        assertThatThrownBy(mojo::execute).hasMessageContaining("<reportFile> (-Dsyscall.reportFile)" + what);
    }

    @Test
    void whatIsNoListGetsNoRemedyOfOneThatIs() throws Exception {
        TestProject.write(target.resolve("a"));
        mojo.sumsFile = target.resolve("SUMS").toFile();
        Files.write(target.resolve("SUMS"), (SHA256 + "  a\n").getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(mojo::execute)
                .hasMessage("Verification failed: 1 not a list. To do: convert UTF-16 to UTF-8, as the line"
                        + " about it says.");
        assertThat(log.lines()).anyMatch(line -> line.contains("iconv -f UTF-16LE -t UTF-8"));

        write("target/SUMS", "<html>404</html>");
        assertThatThrownBy(mojo::execute)
                .hasMessage("Verification failed: 1 not a list. To do: name the list itself, or download it again.");

        // BLAKE2 would be available in this test. No provider has this length of Skein.
        write("target/SUMS", "SKEIN-256-999 (a) = " + "0".repeat(64) + "\n");
        assertThatThrownBy(mojo::execute)
                .hasMessage("Verification failed: 1 malformed, 1 empty. To do: for algorithms that are not available,"
                        + " add org.bouncycastle:bcprov-jdk18on to the <dependencies> of the plugin in a POM.");

        write("target/SHA256SUMS", "MD5 (a) = " + "0".repeat(32) + "\n");
        mojo.sumsFile = target.resolve("SHA256SUMS").toFile();
        assertThatThrownBy(mojo::execute)
                .hasMessage("Verification failed: 1 other algorithm, 1 empty. To do: get a list with digests of the"
                        + " algorithm that its name promises, or give it a name without one.");
    }

    @Test
    void whatOnlyLooksLikeASidecarGetsARemedyOfItsOwn() throws Exception {
        TestProject.write(target.resolve("a"));
        write("target/a.sha256", SHA256);
        write("target/a.sha257", SHA256);
        mojo.sidecars = true;

        assertThatThrownBy(mojo::execute)
                .hasMessage("Verification failed: 1 ok, 1 not a list. To do: remove what only looks like a sidecar, or"
                        + " leave it out by <fileExcludes> (-Dsyscall.fileExcludes).");
    }

    @Test
    void inDebugTheLogSaysWhichAlgorithmCameFromWhere() throws Exception {
        TestProject.write(target.resolve("a"));
        write("target/SUMS", SHA256 + "  a\nMD5 (a) = 900150983cd24fb0d6963f7d28e17f72\n");
        write("target/a.sha256", SHA256);
        mojo.sumsFiles = List.of(
                target.resolve("SUMS").toFile(), target.resolve("a.sha256").toFile());
        List<String> debug = new ArrayList<>();
        mojo.setLog(new RecordingLog() {
            @Override
            public boolean isDebugEnabled() {
                return true;
            }

            @Override
            public void debug(CharSequence content) {
                debug.add(content.toString());
            }
        });

        mojo.digests = "jdk";
        mojo.execute();

        assertThat(debug)
                .contains(
                        "'target/SUMS': SHA-256, by the length of the digest; computed by the security provider SUN",
                        "'target/SUMS': MD5, as the list says; computed by the security provider SUN",
                        "'target/a.sha256': SHA-256, by the name of the list; computed by the security provider SUN");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
