package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.list.Listing;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovesTest {
    private static final List<Algorithm> ALGORITHMS = List.of(
            Listing.ALGORITHMS.named("MD5"),
            Listing.ALGORITHMS.named("SHA-1"),
            Listing.ALGORITHMS.named("SHA-256"),
            Listing.ALGORITHMS.named("SHA-512"),
            Listing.ALGORITHMS.named("SHA3-256"),
            Listing.ALGORITHMS.named("CRC32"));

    private final Moves moves = new Moves();
    private long work;

    @Test
    void aFileIsTheMissingOneOfWhichItHasAllDigests() {
        missing("old", 0, 1);
        missing("old", 2, 1);
        missing("other", 0, 1);
        moves.index();

        assertThat(moves.algorithms()).containsExactly(ALGORITHMS.get(0), ALGORITHMS.get(2));
        assertThat(find(1, 2)).hasToString("other");
        assertThat(find(1, 2)).isNull();
        assertThat(find(1, 1)).hasToString("old");
        assertThat(find(1, 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000})
    void equalFilesAreFoundInConstantWorkEach(int count) {
        for (int i = 0; i < count; i++) {
            missing("old" + i, 2, 7);
        }
        moves.index();
        Set<String> found = new HashSet<>();
        for (int i = 0; i < count; i++) {
            found.add(String.valueOf(find(7)));
        }

        assertThat(found).hasSize(count);
        assertThat(find(7)).isNull();
        assertThat(work).isEqualTo(count + 1);
    }

    /** Many names of one MD5, none of which the file can be. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000})
    void filesThatHaveOneDigestInCommonAreNotLookedAtOneByOne(int count) {
        for (int i = 0; i < count; i++) {
            missing("old" + i, 0, 7);
            missing("old" + i, 2, i + 1);
        }
        moves.index();
        for (int i = 0; i < count; i++) {
            assertThat(find(7, 0)).isNull();
        }

        assertThat(work).isEqualTo(2L * count);
    }

    @Test
    void combinationsOfAlgorithmsAreLimited() {
        for (int combination = 1; combination < 1 << ALGORITHMS.size(); combination++) {
            for (int i = 0; i < ALGORITHMS.size(); i++) {
                if ((combination & (1 << i)) != 0) {
                    missing("old" + combination, i, 1);
                }
            }
        }
        moves.index();

        find(2, 2, 2, 2, 2, 2);
        assertThat(work).isLessThanOrEqualTo(32L * ALGORITHMS.size());
    }

    @Test
    void missingFilesTakeBoundedMemory() {
        String name = "n".repeat(1 << 20);
        for (int i = 0; i < 100; i++) {
            missing(name + i, 2, i);
        }
        moves.index();

        assertThat(find(1)).isNotNull();
        assertThat(find(99)).isNull();
    }

    private void missing(String name, int algorithm, int content) {
        Algorithm of = ALGORITHMS.get(algorithm);
        moves.missing(
                BytePath.of(name), new ListEntry(of, digest(of, content), BytePath.of(name), EntryForm.BSD_TAG, 1));
    }

    /** A file with these contents, one for each of the algorithms that are asked for. */
    private @Nullable BytePath find(int... contents) {
        List<Algorithm> of = moves.algorithms();
        return moves.find(of, new AbstractList<>() {
            @Override
            public Digest get(int index) {
                work++;
                return digest(of.get(index), contents[index]);
            }

            @Override
            public int size() {
                return contents.length;
            }
        });
    }

    private static Digest digest(Algorithm of, int content) {
        return Digest.of(ByteBuffer.allocate(of.length()).putInt(content).array());
    }
}
