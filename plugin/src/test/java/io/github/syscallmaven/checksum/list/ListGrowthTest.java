package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.EntrySink;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Allocated;
import io.github.syscallmaven.testing.list.Listing;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Twice the list is twice the work, and no more memory: counted in bytes of heap and in problems, not in time. */
class ListGrowthTest {
    private static final String SHA256 = "b6a98d9ce9a2d9149288fa3df42d377c3e42737afdcdaf714e33c0a100b51060";
    private static final int SIZE = 1 << 18;

    /** What reaches a caller, in numbers. */
    private static final class Counting implements EntrySink {
        private long entries;
        private long problems;
        private long characters;

        @Override
        public void entry(ListEntry entry) {
            entries++;
        }

        @Override
        public void problem(ListProblem problem) {
            problems++;
            characters += problem.what().length();
        }
    }

    static Stream<Arguments> lists() {
        String name = "n".repeat(20_000);
        return Stream.of(
                Arguments.of("words", "", "x\n"),
                Arguments.of("words in a list", SHA256 + "  a\n", "x\n"),
                Arguments.of("the same line", "", SHA256 + "  a\n"),
                Arguments.of("the same line with a long name", "", SHA256 + "  " + name + "\n"),
                Arguments.of("long names in another sidecar", "", SHA256 + "  /" + name + "\n"),
                Arguments.of("unknown algorithms", "", "SM3 (a) = " + SHA256 + "\n"),
                Arguments.of("names and colons", "", "x:\n"),
                Arguments.of("groups of digits", "a: ab cd\n", "  ab cd\n"),
                Arguments.of("NULs", SHA256 + "  a\n", "\0x\n"),
                Arguments.of("rows of CSV", "name,nameBytes,algorithm,digest\n", "x\n"),
                Arguments.of("rows of hashdeep", "%%%% HASHDEEP-1.0\n%%%% size,md5,filename\n", "x\n"),
                Arguments.of("fields of Get-FileHash", "Algorithm : SHA256\n", "Hash      : x\n"),
                Arguments.of("values of Get-FileHash", "Algorithm : SHA256\nPath      : \n", "            x\n"),
                Arguments.of("headers of certutil", "", "SHA256 hash of x:\n"),
                Arguments.of("XML", "<files>", "<file name='x'></file>"),
                Arguments.of("comments of XML", "<files>", "<!-- - -->"),
                Arguments.of("JSON", "{\"checksums\":[", "{\"name\":\"a\"},"),
                Arguments.of(
                        "armor", "-----BEGIN PGP SIGNED MESSAGE-----\n\n-----BEGIN PGP SIGNATURE-----\n\n", "AAAA\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void twiceTheListIsTwiceTheWork(String title, String beginning, String repeated) throws Exception {
        int times = SIZE / repeated.length();
        work(beginning, repeated, times);
        long once = work(beginning, repeated, times);
        long fourTimes = work(beginning, repeated, 4 * times);

        assertThat(fourTimes).as("%d for once", once).isLessThan(6 * once + SIZE);
    }

    private static long work(String beginning, String repeated, int times) throws Exception {
        Counting counting = new Counting();
        long allocated = Allocated.by(() -> ChecksumListReader.ofSidecar(
                        Listing.ALGORITHMS, BytePath.of("x.jar.checksum"), BytePath.of("x.jar"), null)
                .read(new Repeated(beginning, repeated, times), counting));
        assertThat(counting.problems).isLessThanOrEqualTo(3 * (ItemCollector.MOST + 1));
        assertThat(counting.characters).isLessThan(600L * counting.problems + 1);
        return allocated;
    }

    @Test
    void manyWordsAreAThousandProblemsAndANumber() throws Exception {
        assertThatWordsAreNumbered(200_000);
    }

    @Test
    @Tag("stress")
    void soAreTwentyMegabytesOfThem() throws Exception {
        assertThatWordsAreNumbered(10_000_000);
    }

    private static void assertThatWordsAreNumbered(int words) throws Exception {
        Listing listing = Listing.none();

        ChecksumListReader.ofList(Listing.ALGORITHMS, BytePath.of("SUMS"), null)
                .read(new Repeated(SHA256 + "  a\n", "x\n", words), listing);

        assertThat(listing.entries()).hasSize(1);
        assertThat(listing.problems()).hasSize(ItemCollector.MOST + 1);
        assertThat(listing.problems().get(ItemCollector.MOST))
                .isEqualTo(ListProblem.malformed(
                        ItemCollector.MOST + 2,
                        "is the first of " + (words - ItemCollector.MOST) + " more with this kind of problem"));
    }

    @Test
    void whatFollowsTheProblemsIsReadAllTheSame() throws Exception {
        Counting counting = new Counting();

        ChecksumListReader.ofList(Listing.ALGORITHMS, BytePath.of("SUMS"), null)
                .read(new Repeated("", "x\n" + SHA256 + "  a\n", 5_000), counting);

        assertThat(counting.entries).isEqualTo(5_000);
        assertThat(counting.problems).isEqualTo(2 * (ItemCollector.MOST + 1));
    }

    /** So many bytes that nobody holds. */
    private static final class Repeated extends InputStream {
        private final byte[] beginning;
        private final byte[] repeated;
        private long left;
        private int at;
        private boolean begun;

        Repeated(String beginning, String repeated, long times) {
            this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
            this.repeated = repeated.getBytes(StandardCharsets.ISO_8859_1);
            this.left = times;
        }

        @Override
        public int read() {
            byte[] current = begun ? repeated : beginning;
            if (at == current.length) {
                left -= begun ? 1 : 0;
                begun = true;
                at = 0;
            }
            current = begun ? repeated : beginning;
            return left == 0 ? -1 : current[at++] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int count = 0;
            int next = length == 0 ? -1 : read();
            while (next >= 0) {
                bytes[from + count++] = (byte) next;
                next = count == length ? -1 : read();
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }
}
