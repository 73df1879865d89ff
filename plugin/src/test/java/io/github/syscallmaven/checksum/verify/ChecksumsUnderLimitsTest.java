package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.list.Shell;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums made with few descriptors and little memory are those of sha256sum. */
class ChecksumsUnderLimitsTest {
    private static final long GIB = 1L << 30;
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx64m", "-XX:MaxDirectMemorySize=8m");

    @TempDir
    private Path temp;

    private Path files;

    @BeforeEach
    void create() throws IOException {
        files = Files.createDirectory(temp.resolve("files"));
    }

    private void put(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    private Run run(Class<?> main) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(LITTLE_MEMORY);
        options.addAll(List.of("-cp", Run.ownClassPath().collect(Collectors.joining(File.pathSeparator))));
        List<String> java = Run.java(options, main, files.toString(), temp.toString());
        return Run.of("sh", "-c", "ulimit -n 64 && exec " + Run.quoted(java)).successful();
    }

    private void requireThatSha256sumAgrees(int files) throws Exception {
        Shell.require("bash", "sha256sum");
        assertThat(Files.readAllLines(temp.resolve("SUMS"))).hasSize(files);
        Shell.Result check = new Shell(this.files).run("sha256sum -c --strict --quiet ../SUMS");
        assertThat(check).isEqualTo(new Shell.Result(0, "", ""));
    }

    @Test
    void tenThousandFilesAreHashedVerifiedAuditedAndReported() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            put("d%02d/f%02d".formatted(i / 100, i % 100), "text " + i);
        }

        assertThat(run(ManyFiles.class).output())
                .isEqualTo("report CREATED\ncreated 10000\nverified 10,000 ok, 10000 files\n");
        assertThat(run(Verification.class).output()).isEqualTo("10000 files, 88890 bytes\n");
        requireThatSha256sumAgrees(10_000);
    }

    @Test
    @Tag("stress")
    void aHundredThousandFilesOfOneFolderAreHashed() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            put("f" + i, "text " + i);
        }

        assertThat(run(Verification.class).output()).isEqualTo("100000 files, 988890 bytes\n");
        requireThatSha256sumAgrees(100_000);
        assertThat(run(ManyFiles.class).output())
                .isEqualTo("report CREATED\ncreated 100000\nverified 100,000 ok, 100000 files\n");
    }

    /** With something wherever an offset of 32 bits, with a sign or without, would go wrong. */
    @Test
    @Tag("stress")
    void aFileOfFiveGibibytesIsHashed() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(files.resolve("large").toFile(), "rw")) {
            file.setLength(5 * GIB);
            for (long at : new long[] {0, 2 * GIB - 3, 4 * GIB - 3, 5 * GIB - 6}) {
                file.seek(at);
                file.write("%06d".formatted(at % 999_983).getBytes(StandardCharsets.US_ASCII));
            }
        }

        assertThat(run(Verification.class).output()).isEqualTo("1 files, " + 5 * GIB + " bytes\n");
        requireThatSha256sumAgrees(1);
    }
}
