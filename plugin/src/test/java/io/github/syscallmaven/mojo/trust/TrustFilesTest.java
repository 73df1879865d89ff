package io.github.syscallmaven.mojo.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.mojo.GoalCall;
import io.github.syscallmaven.mojo.WrittenFiles;
import io.github.syscallmaven.testing.io.MemoryFileIo;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import io.github.syscallmaven.trust.TrustPolicy;
import io.github.syscallmaven.trust.TrustedAlgorithm;
import io.github.syscallmaven.trust.TrustedChecksumsFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustFilesTest {
    private static final TrustPolicy POLICY =
            new TrustPolicy(TrustPolicy.DEFAULT_FOLDER, List.of(TrustedAlgorithm.SHA_256), true);

    private static final String FILE = ".mvn/checksums/checksums.sha256";
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);
    private static final String JAR = "g/a/1/a-1.jar";

    @TempDir
    java.nio.file.Path folder;

    private final MemoryFileIo io = new MemoryFileIo().directory("/app");
    private final RecordingLog log = new RecordingLog();
    private TestProject app;

    @BeforeEach
    void arrange() throws IOException {
        app = new TestProject(folder, "jar");
    }

    private TrustFiles files(boolean configure) {
        return new TrustFiles(io, BytePath.of("/app"), POLICY, configure);
    }

    private void write(boolean configure, boolean dryRun, String accepted, Map<String, String> recorded)
            throws IOException, MojoFailureException {
        TrustFiles files = files(configure);
        new TrustWriting(files, files.read(), Set.of(accepted), false, dryRun, log)
                .run(Map.of(TrustedAlgorithm.SHA_256, recorded), written());
    }

    private WrittenFiles written() throws IOException {
        return WrittenFiles.of(new GoalCall(
                TestProject.session(folder, true),
                app.project,
                TestProject.execution("write-trusted-checksums", "default-cli")));
    }

    private String text(String name) throws IOException {
        try (Root root = io.open(BytePath.of("/app"))) {
            return new String(root.readAll(BytePath.of(name), 100_000), UTF_8);
        }
    }

    private boolean exists(String name) throws IOException {
        try (Root root = io.open(BytePath.of("/app"))) {
            return root.stat(BytePath.of(name)).isPresent();
        }
    }

    @Test
    void theFilesAreWrittenAndStayAsTheyAre() throws Exception {
        write(true, false, "", Map.of(JAR, ONE));
        assertThat(text(FILE)).isEqualTo(ONE + "  " + JAR + "\n");
        assertThat(text(".mvn/checksums/.gitattributes")).isEqualTo("* -text\n");
        assertThat(text(".mvn/maven.config").lines()).hasSize(8);
        log.lines().clear();

        write(true, true, "", Map.of(JAR, ONE));
        assertThat(log.lines()).anyMatch(line -> line.contains("Nothing has changed."));
    }

    @Test
    void whatPeopleWroteStays() throws Exception {
        io.file("/app/.mvn/maven.config", "-T1C\n--strict-checksums\n")
                .file("/app/.mvn/checksums/.gitattributes", "# ours\n*.sha256 binary\n");
        write(true, false, "", Map.of(JAR, ONE));
        assertThat(text(".mvn/maven.config")).startsWith("-T1C\n--strict-checksums\n-Daether");
        assertThat(text(".mvn/maven.config").lines()).hasSize(9);
        assertThat(text(".mvn/checksums/.gitattributes")).isEqualTo("# ours\n*.sha256 binary\n");
    }

    @Test
    void theSwitchIsLeftAloneOnRequest() throws Exception {
        io.file("/app/.mvn/maven.config", "-Daether.artifactResolver.postProcessor.trustedChecksums.record=true\n");
        write(false, false, "", Map.of(JAR, ONE));
        assertThat(exists(FILE)).isTrue();
        assertThat(exists(".mvn/checksums/.gitattributes")).isFalse();
        assertThat(text(".mvn/maven.config").lines()).hasSize(1);
    }

    @Test
    void aDryRunWritesNothingAndFails() throws Exception {
        io.file("/app/" + FILE, ONE + "  g/b/1/b-1.jar\n");
        assertThatThrownBy(() -> write(true, true, "", Map.of(JAR, ONE)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "'" + FILE + "', '.mvn/checksums/.gitattributes', '.mvn/maven.config' would change. Call the"
                                + " goal without <dryRun> (-Dsyscall.dryRun), and commit what it writes.");
        assertThat(text(FILE)).isEqualTo(ONE + "  g/b/1/b-1.jar\n");
        assertThat(exists(".mvn/maven.config")).isFalse();
        assertThat(log.lines())
                .anyMatch(line -> line.contains("added   g:a 1 (jar)"))
                .anyMatch(line -> line.contains("removed g:b 1 (jar)"));
    }

    @Test
    void aReplacedArtifactIsRefusedWithBothHashesUnlessItIsAccepted() throws Exception {
        io.file("/app/" + FILE, TWO + "  " + JAR + "\n" + ONE + "  g/b/1/b-1.jar\n");
        assertThatThrownBy(() -> write(true, false, "g:a:2", Map.of(JAR, ONE)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("'g:a:jar:1' has the digest " + ONE + ", but its line has " + TWO)
                .hasMessageContaining("-Dsyscall.accept=g:a:jar:1.");
        assertThat(text(FILE)).startsWith(TWO);

        write(true, false, "g:a:1", Map.of(JAR, ONE));
        assertThat(text(FILE)).isEqualTo(ONE + "  " + JAR + "\n");
    }

    @Test
    void whatChangesWhileTheBuildIsRecordedIsNotLost() throws Exception {
        TrustFiles files = files(true);
        TrustWriting writing = new TrustWriting(files, files.read(), Set.of(), false, false, log);
        io.file("/app/" + FILE, ONE + "  theirs/theirs/1/theirs-1.jar\n");

        assertThatThrownBy(() -> writing.run(Map.of(TrustedAlgorithm.SHA_256, Map.of(JAR, ONE)), written()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The project's trusted checksums have changed while the build was recorded.");
        assertThat(text(FILE)).isEqualTo(ONE + "  theirs/theirs/1/theirs-1.jar\n");
    }

    @Test
    void aFileThatComesAtTheLastMomentIsNotReplaced() throws Exception {
        TrustFiles files = files(false);
        TrustFiles.Wanted ours = files.pending(Map.of(TrustedAlgorithm.SHA_256, TrustedChecksumsFile.EMPTY))
                .get(0);
        io.file("/app/" + FILE, "theirs");

        assertThatThrownBy(() -> files.write(ours, written()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("'" + FILE + "' was created by another program while the goal ran, and was not"
                        + " overwritten. Call the goal again.");
        assertThat(text(FILE)).isEqualTo("theirs");
    }

    @Test
    void aConflictIsForPeopleToSolve() {
        io.file("/app/" + FILE, "<<<<<<< HEAD\n" + ONE + "  " + JAR + "\n=======\n>>>>>>> other\n");
        assertThatThrownBy(() -> files(true).read())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "'" + FILE + "' line 1 is a conflict marker of a version control system: '<<<<<<< HEAD'. Take"
                                + " either side of the conflict, without the markers, and call the goal again.");
    }

    @Test
    void optionsThatShareALineWithOthersAreForPeopleToSeparate() {
        io.file(
                "/app/.mvn/maven.config",
                "-T1C -Daether.artifactResolver.postProcessor.trustedChecksums.record=false\n");
        assertThatThrownBy(() -> files(true).read())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("'.mvn/maven.config' does not let Maven verify: line 1 holds several options")
                .hasMessageEndingWith("or leave it alone by -Dsyscall.configure=false.");
    }

    @Test
    void aFailureOnTheWayLeavesTheSwitchOff() throws Exception {
        io.file("/app/.mvn/checksums", "a file where a folder should be");
        assertThatThrownBy(() -> write(true, false, "", Map.of(JAR, ONE))).isInstanceOf(IOException.class);
        assertThat(exists(".mvn/maven.config")).isFalse();
    }
}
