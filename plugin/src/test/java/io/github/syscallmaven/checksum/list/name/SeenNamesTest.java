package io.github.syscallmaven.checksum.list.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.list.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenNamesTest {
    private static final int MANY = 100_000;

    private final SeenNames seen = new SeenNames();

    @Test
    void remembersWhereEachOfManyNamesCameFirst() {
        for (int i = 1; i <= MANY; i++) {
            assertThat(seen.earlier(entry("SHA-1", i, i))).isNull();
        }
        for (int i = 1; i <= MANY; i++) {
            SeenNames.Earlier same = new SeenNames.Earlier(i, true);
            assertThat(seen.earlier(entry("SHA-1", i, MANY + i))).isEqualTo(same);
        }
    }

    @Test
    void tellsAnotherDigestFromTheSameAndAnotherAlgorithmApart() {
        ListEntry first = entry("SHA-1", 1, Integer.MAX_VALUE);
        byte[] digest = first.digest().toBytes();
        digest[19] ^= 1;

        assertThat(seen.earlier(first)).isNull();
        assertThat(seen.earlier(entry("SHA-256", 1, 7))).isNull();
        assertThat(seen.earlier(new ListEntry(first.algorithm(), Digest.of(digest), first.name(), first.form(), 9)))
                .isEqualTo(new SeenNames.Earlier(Integer.MAX_VALUE, false));
    }

    @Test
    void aNameIsOneNameHoweverItIsSpelled() {
        ListEntry plain = entry("SHA-256", 1, 1);
        assertThat(seen.earlier(plain)).isNull();
        for (String spelling : List.of("./dir/file-1", "dir//file-1", "dir/./file-1", ".//dir/file-1")) {
            ListEntry other = new ListEntry(plain.algorithm(), plain.digest(), BytePath.of(spelling), plain.form(), 2);
            assertThat(seen.earlier(other)).as(spelling).isEqualTo(new SeenNames.Earlier(1, true));
        }
    }

    private static ListEntry entry(String name, int number, int line) {
        Algorithm algorithm = Listing.ALGORITHMS.named(name);
        Digest digest = Digest.of(new byte[algorithm.length()]);
        return new ListEntry(algorithm, digest, BytePath.of("dir/file-" + number), EntryForm.GNU_TEXT, line);
    }
}
