package io.github.syscallmaven.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.portable.PortableFileIo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell stands for the second Maven. */
class RecordingTest {
    private static final List<TrustedAlgorithm> SHA_256 = List.of(TrustedAlgorithm.SHA_256);
    private static final String ONE = "1".repeat(64);

    @TempDir
    Path folder;

    private final List<String> printed = new ArrayList<>();
    private Recording recording;

    @BeforeEach
    void arrange() {
        recording = new Recording(
                new PortableFileIo(), BytePath.of(folder.resolve("target/r").toString()));
    }

    private Map<TrustedAlgorithm, Map<String, String>> run(String script) throws IOException, RecordingException {
        return recording.run(
                List.of("/bin/sh", "-c", script),
                BytePath.of(folder.toString()),
                Map.of("MARK", "seen"),
                SHA_256,
                printed::add);
    }

    @Test
    void whatMavenRecordsIsRead() throws Exception {
        assertThat(run("test $MARK = seen && printf '" + ONE
                        + "  g/a/1/a-1.jar' > target/r/checksums.sha256 && echo done"))
                .isEqualTo(Map.of(TrustedAlgorithm.SHA_256, Map.of("g/a/1/a-1.jar", ONE)));
        assertThat(printed).containsExactly("done");
        assertThat(folder.resolve("target/r/recording.log")).hasContent("done");
    }

    @Test
    void whatAnEarlierRecordingLeftIsNotRead() throws Exception {
        Path old = folder.resolve("target/r/checksums.sha256");
        Files.createDirectories(old.getParent());
        Files.writeString(old, ONE + "  g/b/1/b-1.jar\n");
        assertThatThrownBy(() -> run("true"))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("The build that records succeeded, but Maven recorded nothing by SHA-256.");
    }

    @Test
    void aBuildThatFailsIsQuotedAndItsLogIsKept() {
        assertThatThrownBy(() ->
                        run("echo '[INFO] fine'; echo '[ERROR] \033[1mNo compiler\033[m'; echo '[ERROR] '; exit 3"))
                .isInstanceOf(RecordingException.class)
                .hasMessage(
                        "The build that records failed with exit code 3:\n  No compiler\nNothing was changed. All that"
                                + " it printed is in '" + folder + "/target/r/recording.log'.");
        assertThat(folder.resolve("target/r/recording.log")).hasContent("[INFO] fine\n[ERROR] No compiler\n[ERROR] ");
    }

    @Test
    void onlyWhatSaysWhyItFailedIsQuoted() {
        assertThatThrownBy(() -> run("echo '[ERROR] No compiler'; echo \"[ERROR] To see the full stack trace of the"
                        + " errors, re-run Maven with the '-e' switch\"; echo '[ERROR] Re-run'; exit 1"))
                .hasMessageContaining("exit code 1:\n  No compiler\nNothing");
        assertThatThrownBy(() -> run("seq 100; exit 1"))
                .hasMessageContaining("exit code 1:\n  89\n  90\n")
                .hasMessageContaining("\n  100\nNothing");
    }

    @Test
    void whatMavenCannotRecordIsExplained() {
        assertThatThrownBy(() ->
                        run("echo '[ERROR] Cannot invoke getId() because \"artifactRepository\" is null'; exit 1"))
                .hasMessageContaining("\nA dependency of scope system");
        assertThatThrownBy(() ->
                        run("echo '[ERROR] Could not calculate required checksums for /a: Is a directory'; exit 1"))
                .hasMessageContaining("Record goals that package it");
    }

    @Test
    void aMavenThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> recording.run(
                        List.of(folder + "/no/bin/mvn"),
                        BytePath.of(folder.toString()),
                        Map.of(),
                        SHA_256,
                        printed::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder + "/no/bin/mvn");
    }

    @Test
    void theRecordersOptionsWinOverAllThatVerifies() {
        assertThat(recording.options(List.of(TrustedAlgorithm.SHA_512, TrustedAlgorithm.SHA_256)))
                .contains(
                        "-Daether.trustedChecksumsSource.summaryFile.basedir=" + folder + "/target/r",
                        "-Daether.artifactResolver.postProcessor.trustedChecksums.checksumAlgorithms=SHA-256,SHA-512",
                        "-Daether.artifactResolver.postProcessor.trustedChecksums.record=true",
                        "-Daether.artifactResolver.postProcessor.trustedChecksums.failIfMissing=false",
                        "-Dsyscall.recording=true");
    }
}
