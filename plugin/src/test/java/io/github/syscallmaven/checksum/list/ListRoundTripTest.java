package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.checksum.list.write.ListWriter;
import io.github.syscallmaven.checksum.list.write.SidecarStyle;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.list.Listing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read back, whatever the names. */
class ListRoundTripTest {
    private static final int NAMES = 3000;
    private static final String AWKWARD = "\\\n\r\t ()=*#,\":-/'{<\u00ff\u00c3\u00a4\u0001n";
    private static final List<String> ALGORITHMS =
            List.of("MD5", "SHA-1", "SHA-256", "SHA-512/256", "SHA3-384", "SHA-512", "CRC32C");

    private final long seed = Seed.next();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource
    void everyListIsReadBackEntryByEntry(ListFormat format) throws IOException {
        for (String algorithm : ALGORITHMS) {
            List<ListEntry> expected = new ArrayList<>();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ListWriter writer = format.to(out);
            for (int i = 0; i < NAMES / ALGORITHMS.size(); i++) {
                ListEntry entry = entry(Listing.ALGORITHMS.named(algorithm));
                writer.write(entry.algorithm(), entry.digest(), entry.name());
                expected.add(entry);
            }
            writer.finish();

            Listing listing = Listing.of(
                    ChecksumListReader.ofList(
                            Listing.ALGORITHMS, BytePath.of("SUMS"), Listing.ALGORITHMS.named(algorithm)),
                    out.toByteArray());

            assertThat(listing.entries().stream()
                            .map(ListRoundTripTest::content)
                            .toList())
                    .as("seed %d", seed)
                    .isEqualTo(expected.stream().map(ListRoundTripTest::content).toList());
            assertThat(listing.problems()).as("seed %d", seed).noneMatch(Listing::isMalformedLine);
        }
    }

    @Test
    void everySidecarIsReadBack() {
        for (int i = 0; i < NAMES; i++) {
            ListEntry entry = entry(Listing.ALGORITHMS.named(ALGORITHMS.get(i % ALGORITHMS.size())));
            ChecksumListReader reader = ChecksumListReader.ofSidecar(
                    Listing.ALGORITHMS, BytePath.of("x.checksum"), entry.name(), entry.algorithm());
            for (SidecarStyle style : SidecarStyle.values()) {
                Listing listing = Listing.of(
                        reader, style.text(entry.digest(), entry.name().fileName()));

                assertThat(listing.problems()).as("seed %d", seed).isEmpty();
                assertThat(listing.entries()).singleElement().satisfies(read -> {
                    assertThat(read.digest()).isEqualTo(entry.digest());
                    assertThat(read.name()).isEqualTo(entry.name());
                });
            }
        }
    }

    private static List<Object> content(ListEntry entry) {
        return List.of(entry.algorithm(), entry.digest(), entry.name());
    }

    private ListEntry entry(Algorithm algorithm) {
        byte[] digest = new byte[algorithm.length()];
        random.nextBytes(digest);
        byte[] name = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 300 : 12)];
        for (int i = 0; i < name.length; i++) {
            boolean any = random.nextBoolean();
            name[i] = (byte) (any ? 1 + random.nextInt(255) : AWKWARD.charAt(random.nextInt(AWKWARD.length())));
        }
        if (name[name.length - 1] == '/') {
            name[name.length - 1] = 'x';
        }
        return new ListEntry(algorithm, Digest.of(digest), BytePath.of(name), EntryForm.BARE, 1);
    }
}
