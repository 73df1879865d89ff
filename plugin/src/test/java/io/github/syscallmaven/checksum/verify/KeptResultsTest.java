package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.verify.verdict.FileResult;
import io.github.syscallmaven.checksum.verify.verdict.FileResult.Failure;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Entries;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptResultsTest {
    private static final Algorithm MD5 = Listing.ALGORITHMS.named("MD5");
    private static final Algorithm SHA512 = Listing.ALGORITHMS.named("SHA-512");
    private static final List<Algorithm> BOTH = List.of(SHA512, MD5);

    private final KeptResults results = new KeptResults();

    @Test
    void digestsAreKeptForLater() {
        int many = 5_000;
        for (int i = 0; i < many; i++) {
            results.of(task(i, BOTH, BOTH), new HashResult<>(task(i, BOTH, BOTH), 1, digests(i), null));
        }
        for (int i = many - 1; i >= 0; i--) {
            Entries later = task(i, List.of(), BOTH);
            FileResult result = results.of(later, new HashResult<>(later, 0, List.of(), null));

            assertThat(result).isEqualTo(new FileResult(BOTH, digests(i), null));
        }
    }

    @Test
    void failuresAreKeptForLaterAndTheirReasonsUpToALimit() {
        for (int i = 0; i < 30_000; i++) {
            boolean missing = i % 2 == 0;
            IOException reason = missing ? new NoSuchFileException("f" + i) : new RefusedException("f" + i, "why " + i);
            results.of(task(i, BOTH, BOTH), new HashResult<>(task(i, BOTH, BOTH), 0, List.of(), reason));
        }

        assertThat(later(28_000)).isEqualTo(new Failure(Status.MISSING, ""));
        assertThat(later(11)).isEqualTo(new Failure(Status.REFUSED, "why 11"));
        assertThat(later(29_999)).isEqualTo(new Failure(Status.REFUSED, "for the reason given above"));
    }

    private @Nullable Failure later(int file) {
        Entries task = task(file, List.of(), BOTH);
        return results.of(task, new HashResult<>(task, 0, List.of(), null)).failure();
    }

    private static Entries task(int file, List<Algorithm> hash, List<Algorithm> keep) {
        return new Entries(BytePath.of("f" + file), file, List.of(), hash, keep);
    }

    private static List<Digest> digests(int content) {
        return List.of(
                Digest.of(ByteBuffer.allocate(64).putInt(content).array()),
                Digest.of(ByteBuffer.allocate(16).putInt(content).array()));
    }
}
