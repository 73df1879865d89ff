package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.create.InputFile;
import io.github.syscallmaven.checksum.hashing.HashEngine;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import io.github.syscallmaven.testing.list.Shell;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

@Tag("stress")
class ChecksumStressTest {
    private static final long GIB = 1L << 30;
    private static final int FILES = 1_000_000;

    @TempDir(factory = InMemory.class)
    Path temp;

    /** A million files take a disk minutes. */
    private static final class InMemory implements TempDirFactory {
        private static final Path MEMORY = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            boolean enough =
                    Files.isDirectory(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > 16 * GIB;
            return enough ? Files.createTempDirectory(MEMORY, "stress") : Files.createTempDirectory("stress");
        }
    }

    @Test
    void aMillionFilesAreHashedVerifiedAuditedAndReportedIn256MebibytesOfHeap() throws Exception {
        Shell.requireThat(Files.getFileStore(temp).getUsableSpace() > 10 * GIB, "a million files need 10 GiB of space");
        Path tree = temp.resolve("tree");
        for (int i = 0; i < FILES; i++) {
            Path folder = tree.resolve(String.valueOf(i % 1000));
            if (i < 1000) {
                Files.createDirectories(folder);
            }
            Files.write(folder.resolve("file-" + i), String.valueOf(i).getBytes(StandardCharsets.US_ASCII));
        }

        Path output = temp.resolve("output");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyFiles.class.getName(),
                        tree.toString(),
                        temp.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(java.waitFor()).as(Files.readString(output)).isZero();
        assertThat(output).hasContent("report CREATED\ncreated 1000000\nverified 1,000,000 ok, 1000000 files\n");
    }

    @Test
    void aFileOfSixGibibytesHasItsDigests() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(temp.resolve("large").toFile(), "rw")) {
            file.setLength(6 * GIB);
            file.seek(5 * GIB);
            file.write("the one part that is not zero".getBytes(StandardCharsets.US_ASCII));
        }
        List<Algorithm> algorithms = List.of(Listing.ALGORITHMS.named("SHA-256"), Listing.ALGORITHMS.named("SHA-1"));

        List<HashResult<InputFile>> hashed = new ArrayList<>();
        try (Root root = FilesIo.real().open(BytePath.of(temp.toString()))) {
            new HashEngine<InputFile>(root, new HashingOptions(2, true, progress -> {}, System::nanoTime))
                    .run(
                            sink -> sink.add(new InputFile(BytePath.of("large"), algorithms, NameOrigin.GIVEN)),
                            hashed::add);
        }

        assertThat(hashed.get(0).size()).isEqualTo(6 * GIB);
        assertThat(hashed.get(0).digests())
                .extracting(Digest::toBytes)
                .containsExactly(digest("SHA-256"), digest("SHA-1"));
    }

    private byte[] digest(String algorithm) throws Exception {
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        try (var channel = Files.newByteChannel(temp.resolve("large"))) {
            ByteBuffer piece = ByteBuffer.allocate(1 << 20);
            while (channel.read(piece) >= 0) {
                digest.update(piece.flip());
                piece.clear();
            }
        }
        return digest.digest();
    }
}
