package io.github.syscallmaven.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.list.Listing;
import io.github.syscallmaven.testing.list.Shell;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosixCrcTest {
    private static final int LENGTHS = 40;

    @ParameterizedTest
    @CsvSource({"'', 4294967295", "123456789, 930766865", "a, 1220704766"})
    void knownAnswers(String text, String crc) {
        Hash hash = Algorithms.CKSUM.newHash();
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        for (int i = 0; i < 2; i++) {
            hash.update(ByteBuffer.wrap(bytes));
            assertThat(hash.digest()).hasToString(crc);
        }
    }

    @Test
    void theCrcIsThatOfCksumForEveryLengthInWhateverPieces(@TempDir Path folder) throws Exception {
        Shell.require("cksum", "bash");
        Random random = new Random(Seed.next());
        for (int i = 0; i < LENGTHS; i++) {
            byte[] bytes = new byte[i < LENGTHS / 2 ? i : random.nextInt(100_000)];
            random.nextBytes(bytes);
            Files.write(folder.resolve("f" + i), bytes);
        }

        String[] lines = new Shell(folder)
                .run("for i in {0..%d}; do cksum f$i; done".formatted(LENGTHS - 1))
                .output()
                .split("\n", -1);

        for (int i = 0; i < LENGTHS; i++) {
            byte[] bytes = Files.readAllBytes(folder.resolve("f" + i));
            Hash crc = Algorithms.CKSUM.newHash();
            Hash size = Algorithms.SIZE.newHash();
            for (int at = 0; at < bytes.length; ) {
                int piece = Math.min(bytes.length - at, 1 + random.nextInt(20_000));
                crc.update(
                        ByteBuffer.allocateDirect(piece).put(bytes, at, piece).flip());
                size.update(ByteBuffer.wrap(bytes, at, piece));
                at += piece;
            }
            assertThat(crc.digest() + " " + size.digest() + " f" + i).isEqualTo(lines[i]);
        }
    }

    @Test
    void neitherIsAnAlgorithmToWriteListsWith() {
        assertThat(Listing.ALGORITHMS.find("CKSUM")).isEmpty();
        assertThat(Listing.ALGORITHMS.find("SIZE")).isEmpty();
        assertThat(Listing.ALGORITHMS.names()).doesNotContain("CKSUM", "SIZE");
    }
}
