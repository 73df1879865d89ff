package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.create.InputFile;
import io.github.syscallmaven.checksum.hashing.HashEngine;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that changes while it is hashed has no digest, neither alone nor shared by threads, and spoils no other's. */
class ChangeWhileHashingTest {
    private static final int SIZE = 2_500_000;
    private static final List<Algorithm> ALGORITHMS =
            List.of(Listing.ALGORITHMS.named("SHA-256"), Listing.ALGORITHMS.named("MD5"));

    @TempDir
    Path folder;

    private final byte[] old = bytes(1, SIZE);
    private final byte[] fresh = bytes(2, SIZE);

    private static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void createOthers() throws IOException {
        Files.write(folder.resolve("after"), bytes(3, SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aMixtureHasNoDigest(int threads) throws Exception {
        int pieces = SIZE / (128 * 1024) + 1;
        int told = 0;
        for (int which = 1; which <= pieces; which++) {
            Files.write(folder.resolve("f"), old);
            List<HashResult<InputFile>> results = hash(threads, changingBeforePiece(which));

            if (results.get(0).failure() instanceof ChangedWhileReadingException) {
                assertThat(results.get(0).digests()).isEmpty();
                told++;
            } else {
                assertDigests(results.get(0), Files.readAllBytes(folder.resolve("f")));
            }
            assertDigests(results.get(1), Files.readAllBytes(folder.resolve("after")));
        }

        assertThat(told).as("of " + pieces).isGreaterThanOrEqualTo(pieces - 1);
    }

    /** Writes other bytes into the file, before this piece of it is read. */
    private FileIo changingBeforePiece(int which) {
        AtomicInteger pieces = new AtomicInteger();
        return FilesIo.real(gate -> (Gate) (number, a1, a2, a3, a4, a5, a6) -> {
            if (number == TestArch.THIS.number(Call.PREAD64)
                    && isOfChanging((int) a1)
                    && pieces.incrementAndGet() == which) {
                try {
                    Files.write(folder.resolve("f"), fresh, StandardOpenOption.WRITE);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            return gate.syscall(number, a1, a2, a3, a4, a5, a6);
        });
    }

    private static boolean isOfChanging(int descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .endsWith("f");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<HashResult<InputFile>> hash(int threads, FileIo io) throws IOException {
        List<HashResult<InputFile>> results = new ArrayList<>();
        try (Root root = io.open(BytePath.of(folder.toString()))) {
            new HashEngine<InputFile>(root, new HashingOptions(threads, false, progress -> {}, System::nanoTime))
                    .run(
                            sink -> {
                                for (String name : List.of("f", "after")) {
                                    sink.add(new InputFile(BytePath.of(name), ALGORITHMS, NameOrigin.GIVEN));
                                }
                            },
                            results::add);
        }
        return results;
    }

    private static void assertDigests(HashResult<InputFile> hashed, byte[] bytes) throws Exception {
        assertThat(hashed.failure()).isNull();
        for (int i = 0; i < ALGORITHMS.size(); i++) {
            assertThat(hashed.digests().get(i).toBytes())
                    .isEqualTo(
                            MessageDigest.getInstance(ALGORITHMS.get(i).name()).digest(bytes));
        }
    }
}
