package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.verify.report.JUnitReport;
import io.github.syscallmaven.checksum.verify.report.JsonReport;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists that are made to be a burden, from the file to the reports, in a JVM with little memory: all of it is counted.
 */
class HostileListTest {
    private static final String LINE = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  ";

    @TempDir
    Path folder;

    /** What it was all for: one file that is as the list says. */
    private BufferedWriter list() throws IOException {
        Files.writeString(folder.resolve("a"), "abc");
        BufferedWriter list = Files.newBufferedWriter(folder.resolve("SUMS"));
        list.write(LINE + "a\n");
        return list;
    }

    private record Counts(long verified, long failures, long characters, long bytes) {}

    private Counts verify() throws Exception {
        List<String> options = List.of(
                "-Xmx48m",
                "-XX:MaxDirectMemorySize=8m",
                "-cp",
                Run.ownClassPath().collect(Collectors.joining(File.pathSeparator)));
        Run run = Run.of(Run.java(options, Main.class, folder.toString())).successful();
        String[] counts = run.output().strip().split(" ", -1);
        return new Counts(
                Long.parseLong(counts[0]),
                Long.parseLong(counts[1]),
                Long.parseLong(counts[2]),
                Long.parseLong(counts[3]));
    }

    @Test
    void twentyMegabytesOfLinesThatAreNoneAreAThousandFindingsAndANumber() throws Exception {
        try (BufferedWriter list = list()) {
            for (int i = 0; i < 10_000_000; i++) {
                list.write("x\n");
            }
        }

        Counts counts = verify();

        assertThat(counts.verified).isEqualTo(1);
        assertThat(counts.failures).isEqualTo(ItemCollector.MOST + 1);
        assertThat(counts.characters).isLessThan(200L * counts.failures);
        assertThat(counts.bytes).isLessThan(1_000L * counts.failures);
    }

    @Test
    void aLongNameThatIsRepeatedIsNotRepeatedInFindings() throws Exception {
        String name = "n".repeat(3_300);
        try (BufferedWriter list = list()) {
            for (int i = 0; i < 1_000; i++) {
                list.write("%064x  %s\n".formatted(i, name));
            }
        }

        Counts counts = verify();

        assertThat(counts.verified).isEqualTo(1);
        assertThat(counts.failures).isGreaterThanOrEqualTo(1_000);
        assertThat(counts.characters).isLessThan(1_000L * counts.failures);
        // Each report has a name once for each of its lines at most.
        assertThat(counts.bytes).isLessThan(4 * Files.size(folder.resolve("SUMS")));
    }

    /** Verifies the folder of the argument by its list. */
    static final class Main {
        private static long verified;
        private static long failures;
        private static long characters;

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            BytePath base = BytePath.of(arguments[0]);
            JsonReport json = new JsonReport(null);
            JUnitReport junit = new JUnitReport("read-checksums", null, () -> Duration.ZERO);
            VerdictSink sink = verdict -> {
                verified += verdict.status() == Status.OK ? 1 : 0;
                failures += verdict.isFailure() ? 1 : 0;
                characters += verdict.toString().length();
                json.accept(verdict);
                junit.accept(verdict);
            };
            new ChecksumVerification(
                            FilesIo.real(),
                            new HashingOptions(2, false, progress -> {}, System::nanoTime),
                            Listing.ALGORITHMS,
                            sink)
                    .run(List.of(new VerificationRequest(
                            base,
                            base,
                            List.of(base.resolve(BytePath.of("SUMS"))),
                            null,
                            null,
                            Leniency.DEFAULT,
                            PathFilter.ALL,
                            List.of())));
            long bytes = 0;
            for (Content content : List.of(json.content(), junit.content())) {
                bytes += sizeOf(content);
            }
            System.out.println(verified + " " + failures + " " + characters + " " + bytes);
        }

        private static long sizeOf(Content content) throws IOException {
            long[] size = new long[1];
            content.writeTo(new OutputStream() {
                @Override
                public void write(int b) {
                    size[0]++;
                }
            });
            return size[0];
        }
    }
}
