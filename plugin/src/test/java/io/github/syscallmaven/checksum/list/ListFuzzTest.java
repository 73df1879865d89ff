package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Seed;
import io.github.syscallmaven.testing.list.Listing;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, they yield entries and problems: no exception, no entry that is none, no quadratic time. */
class ListFuzzTest {
    private static final int LINES_A_LIST = 20;
    private static final int MIB = 1 << 20;
    private static final Algorithm SHA256 = Listing.ALGORITHMS.named("SHA-256");
    private static final List<ChecksumListReader> READERS = List.of(
            ChecksumListReader.ofList(Listing.ALGORITHMS, BytePath.of("SUMS"), null),
            ChecksumListReader.ofList(Listing.ALGORITHMS, BytePath.of("x.jar.sha256"), null),
            ChecksumListReader.ofSidecar(Listing.ALGORITHMS, BytePath.of("x.jar.sha"), BytePath.of("x.jar"), SHA256));
    private static final List<String> TOKENS = List.of(
            " ",
            "  ",
            "\t",
            "*",
            "\\",
            "(",
            ")",
            " = ",
            "=",
            ":",
            ": ",
            "#",
            "\r",
            "\0",
            "\"",
            ",",
            "\"\"",
            "<",
            ">",
            "{",
            "}",
            "[",
            "]",
            "\\n",
            "\\r",
            "\\\\",
            "\\u00",
            "SHA256",
            "SHA2-256",
            "MD5",
            "SHA1",
            "SHA512/256",
            "FOO",
            "a",
            "name",
            "-",
            "/",
            "..",
            "\u00ff",
            "\u00c3\u00a4",
            "\u00ef\u00bb\u00bf",
            "AB",
            "ABCD",
            "12345678",
            "ABCD EF01 ",
            "&lt;",
            "&#x0;",
            "hashcode",
            "<file name=\"",
            "</file>",
            "algorithm",
            "digest",
            "nameBytes",
            "checksums",
            "#File,MD5");
    private static final List<String> DOCUMENTS = List.of(
            "",
            "",
            "",
            "name,nameBytes,algorithm,digest\n",
            "{\"checksums\":[{\"name\":\"",
            "#File,MD5,CRC32\n",
            "<files>",
            "<?xml version=\"1.0\"?><files><file name=\"a\"><hashcode algorithm=\"");
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final List<String> SOUND = List.of(
            (DIGEST + "  a\n").repeat(3),
            (DIGEST + " a\n").repeat(3),
            ("\\" + DIGEST + " *a\\n\n").repeat(3),
            ("SHA256 (a) = " + DIGEST + "\n").repeat(3),
            ("SHA2-256(a)= " + DIGEST + "\n").repeat(3),
            DIGEST + "\n",
            "a: " + "01234567 89ABCDEF ".repeat(3) + "01234567\n   89ABCDEF\nb:\n" + "01234567 89ABCDEF ".repeat(4)
                    + "\n",
            "name,nameBytes,algorithm,digest\n\"a\",,SHA-256," + DIGEST + "\n\"\",ff,SHA-256," + DIGEST + "\n",
            "{\"checksums\":[\n{\"name\":\"a\\u000a\",\"algorithm\":\"SHA-256\",\"digest\":\"" + DIGEST
                    + "\"},\n{\"nameBytes\":\"ff\",\"algorithm\":\"SHA-256\",\"digest\":\"" + DIGEST + "\"}\n]}\n",
            "#File,CRC32,SHA-256\na,1234567890," + DIGEST + "\nb,," + DIGEST + "\n",
            "<files>\n<file name=\"a\">\n<hashcode algorithm=\"SHA-256\">" + DIGEST
                    + "</hashcode>\n</file>\n</files>\n");
    private static final int[] DIGITS = {8, 31, 32, 33, 40, 56, 64, 64, 64, 96, 128, 200};

    private final long seed = Seed.next();
    private final Random random = new Random(seed);

    @Test
    void theListsThatGetDamagedAreSound() {
        assertThat(SOUND).allSatisfy(list -> {
            Listing listing = Listing.ofFile("x.jar.checksum", list);
            assertThat(listing.entries()).isNotEmpty();
            assertThat(listing.problems()).allMatch(problem -> problem.kind().isNote());
        });
    }

    @Test
    void fiftyThousandRandomLines() {
        readRandomLines(50_000);
    }

    @Test
    @Tag("stress")
    void fiveMillionRandomLines() {
        readRandomLines(5_000_000);
    }

    private void readRandomLines(int wanted) {
        int lines = 0;
        for (int i = 0; lines < wanted; i++) {
            byte[] list = randomList();
            for (byte b : list) {
                lines += b == '\n' ? 1 : 0;
            }
            Listing listing = read(READERS.get(i % READERS.size()), list);
            assertThat(listing.entries()).allSatisfy(entry -> {
                assertThat(entry.digest().length()).isEqualTo(entry.algorithm().length());
                assertThat(entry.name().isEmpty()).isFalse();
                assertThat(entry.name().toBytes()).doesNotContain(0);
                assertThat(entry.line()).isPositive();
            });
            assertThat(listing.kinds().contains(Kind.EMPTY))
                    .isEqualTo(listing.entries().isEmpty() && !listing.kinds().contains(Kind.NOT_A_LIST));
        }
    }

    private Listing read(ChecksumListReader reader, byte[] list) {
        try {
            return Listing.of(reader, list);
        } catch (RuntimeException | Error unexpected) {
            throw new AssertionError("seed " + seed + ", list " + BytePath.of(list), unexpected);
        }
    }

    private byte[] randomList() {
        return random.nextBoolean() ? linesOfTokens() : damagedList();
    }

    private byte[] linesOfTokens() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.writeBytes(Listing.bytes(DOCUMENTS.get(random.nextInt(DOCUMENTS.size()))));
        for (int i = 0; i < LINES_A_LIST; i++) {
            for (int tokens = random.nextInt(9); tokens > 0; tokens--) {
                list.writeBytes(token());
            }
            list.write('\n');
        }
        return list.toByteArray();
    }

    private byte[] damagedList() {
        byte[] list = Listing.bytes(SOUND.get(random.nextInt(SOUND.size())));
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(list.length);
            byte[] token = token();
            byte[] rest =
                    Arrays.copyOfRange(list, random.nextBoolean() ? at : random.nextInt(at, list.length), list.length);
            list = Arrays.copyOf(list, at + token.length + rest.length + 1);
            System.arraycopy(token, 0, list, at, token.length);
            System.arraycopy(rest, 0, list, at + token.length, rest.length);
            list[list.length - 1] = '\n';
        }
        return list;
    }

    private byte[] token() {
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] digits = new byte[DIGITS[random.nextInt(DIGITS.length)]];
                Arrays.fill(digits, (byte) "0123456789abcdefABCDEF".charAt(random.nextInt(22)));
                yield digits;
            }
            case 1 -> {
                byte[] bytes = new byte[random.nextInt(4)];
                random.nextBytes(bytes);
                yield bytes;
            }
            default -> Listing.bytes(TOKENS.get(random.nextInt(TOKENS.size())));
        };
    }

    static Stream<String> nastyShapes() {
        return Stream.of(
                "(",
                ")",
                " ",
                "\\",
                "=",
                ":",
                "a",
                "0",
                "*",
                "\t",
                "\"",
                ",",
                "\0",
                "\u00ff",
                "\r",
                "#",
                "ab ",
                "abcd ",
                ": ",
                "()",
                ") = ",
                "SHA256 (",
                DIGEST,
                DIGEST + " ",
                DIGEST + "  ",
                "\\" + DIGEST + "  \\",
                "a: ",
                "{\"checksums\":[",
                "{",
                "[",
                "<",
                "<files>",
                "<files a",
                "<!--",
                "&amp;");
    }

    /** With 2 MiB a line, quadratic time would be hours, and even the slowest machine has minutes. */
    @ParameterizedTest
    @MethodSource("nastyShapes")
    @Timeout(120)
    void takesLongLinesOfNastyShapesWithoutHanging(String shape) {
        byte[] line = Listing.bytes(shape.repeat(2 * MIB / shape.length()));
        byte[] head = Listing.bytes("SHA256 (x" + shape.repeat(MIB / shape.length()));
        for (ChecksumListReader reader : READERS) {
            for (byte[] list : List.of(line, head)) {
                Listing listing = read(reader, list);
                assertThat(listing.problems().size() + listing.entries().size()).isPositive();
            }
        }
    }

    static Stream<String> nastyDocuments() {
        String name = "n".repeat(MIB);
        String hash = "<hashcode algorithm='MD5'>" + DIGEST.substring(32) + "</hashcode>";
        return Stream.of(
                "#File," + "MD5,".repeat(MIB / 4) + "\n" + "a\n".repeat(MIB),
                "#File," + name + "\n" + "a,b\n".repeat(MIB / 4),
                "#File," + "MD5,".repeat(63) + "\n" + (name + ",".repeat(64) + "\n"),
                "<files><file name='" + name + "'>" + hash.repeat(MIB / 64),
                "<files><file " + "a='' ".repeat(MIB / 8),
                "<files>" + "<?a?>".repeat(MIB / 8),
                "<files>" + "<file name='a'>".repeat(MIB / 8),
                "{\"checksums\":[" + "{\"name\":\"a\"},".repeat(MIB / 8),
                "{\"checksums\":[{\"" + "\\".repeat(2 * MIB),
                "name,nameBytes,algorithm,digest\n" + "\"\n".repeat(MIB),
                "name,nameBytes,algorithm,digest\n" + ",".repeat(MIB),
                "name,nameBytes,algorithm,digest\n" + "a,,SHA".repeat(MIB / 4),
                "a: \n" + "AB ".repeat(MIB / 4),
                "a: AB CD\n" + "   AB CD\n".repeat(MIB / 8),
                "SHA256 (" + name + ") = " + DIGEST + "\n" + (DIGEST + "  a\n").repeat(MIB / 64));
    }

    @ParameterizedTest
    @MethodSource("nastyDocuments")
    @Timeout(120)
    void takesLargeDocumentsOfNastyShapesWithoutHanging(String document) {
        for (ChecksumListReader reader : READERS) {
            assertThat(read(reader, Listing.bytes(document)).problems()).isNotEmpty();
        }
    }

    @Test
    @Timeout(120)
    void takesManyShortLinesWithoutHanging() {
        for (String line : List.of("\n", "a:\n", "ab cd\n", "0123456789abcdef\n", "\"\n", "#\n", "SHA256 (a) = b\n")) {
            assertThat(read(READERS.get(0), Listing.bytes(line.repeat(MIB / 4))).entries())
                    .isEmpty();
        }
    }

    /** Prints the figures for people; linear time is a ratio near 8. */
    @Test
    @Tag("stress")
    @Timeout(300)
    void printsTheTimesOfLinesOfSeveralLengths() {
        nastyShapes().forEach(shape -> {
            long small = nanos(shape, MIB / 4);
            long large = nanos(shape, 2 * MIB);
            System.out.printf(
                    "%-75s 256 KiB %5d us, 2 MiB %6d us, ratio %.1f%n",
                    BytePath.of(shape), small / 1000, large / 1000, (double) large / small);
        });
    }

    private long nanos(String shape, int length) {
        byte[] line = Listing.bytes(shape.repeat(length / shape.length()));
        long best = Duration.ofHours(1).toNanos();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            read(READERS.get(0), line);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
