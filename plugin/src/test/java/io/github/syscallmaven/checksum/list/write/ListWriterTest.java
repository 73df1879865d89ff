package io.github.syscallmaven.checksum.list.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.digest.Hash;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.Readme;
import io.github.syscallmaven.testing.list.Listing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListWriterTest {
    private static final Algorithm CRC32 = Listing.ALGORITHMS.named("CRC32");
    private static final Digest DIGEST = Digest.of(new byte[] {0, 1, (byte) 0xfe, (byte) 0xff});

    @Test
    void gnuLinesAreThoseOfCoreutils() {
        assertThat(written(ListFormat.GNU, "a b", "*x", "\u00ff"))
                .isEqualTo("0001feff  a b\n0001feff  *x\n0001feff  \u00ff\n");
    }

    @Test
    void gnuLinesEscapeWhatWouldBreakThem() {
        assertThat(written(ListFormat.GNU, "a\\b", "a\nb", "a\rb", "\\\n\r")).isEqualTo("""
                        \\0001feff  a\\\\b
                        \\0001feff  a\\nb
                        \\0001feff  a\\rb
                        \\0001feff  \\\\\\n\\r
                        """);
    }

    @Test
    void bsdLinesHaveTheTagAndTheSameEscapes() {
        assertThat(written(ListFormat.BSD, "a b", ") = ", "a\nb")).isEqualTo("""
                        CRC32 (a b) = 0001feff
                        CRC32 () = ) = 0001feff
                        \\CRC32 (a\\nb) = 0001feff
                        """);
    }

    @Test
    void csvQuotesNamesAndGivesBytesWhereTheyAreNotUtf8() {
        assertThat(written(ListFormat.CSV, "a,\"b\"", "x\n\u00ff", "\u00c3\u00a4"))
                .isEqualTo("name,nameBytes,algorithm,digest\n"
                        + "\"a,\"\"b\"\"\",,CRC32,0001feff\n"
                        + "\"\",780aff,CRC32,0001feff\n"
                        + "\"\u00c3\u00a4\",,CRC32,0001feff\n");
    }

    @Test
    void jsonEscapesTextAndGivesBytesWhereTheyAreNotUtf8() {
        assertThat(written(ListFormat.JSON, "a\"\\\n", "x\u00ff")).isEqualTo("""
                        {"checksums":[
                        {"name":"a\\"\\\\\\u000a","algorithm":"CRC32","digest":"0001feff"},
                        {"nameBytes":"78ff","algorithm":"CRC32","digest":"0001feff"}
                        ]}
                        """);
    }

    @Test
    void jsonOfNothingIsStillJson() {
        assertThat(written(ListFormat.JSON)).isEqualTo("{\"checksums\":[\n]}\n");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNoName(ListFormat format) throws IOException {
        ListWriter writer = format.to(new ByteArrayOutputStream());

        assertThatThrownBy(() -> writer.write(CRC32, DIGEST, BytePath.of("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> writer.write(CRC32, DIGEST, BytePath.of("a\0b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a\\x00b'");
    }

    @Test
    void aNamedSidecarIsALineOfCoreutilsAndABareOneIsNothingButDigits() {
        assertThat(text(SidecarStyle.NAMED.text(DIGEST, BytePath.of("a")))).isEqualTo("0001feff  a\n");
        assertThat(text(SidecarStyle.NAMED.text(DIGEST, BytePath.of("a\n")))).isEqualTo("\\0001feff  a\\n\n");
        assertThat(text(SidecarStyle.BARE.text(DIGEST, BytePath.of("a")))).isEqualTo("0001feff");
    }

    @Test
    void readmeShowsWhatIsWritten() throws IOException {
        for (ListFormat format : List.of(ListFormat.CSV, ListFormat.JSON)) {
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            ListWriter writer = format.to(list);
            for (String[] file : new String[][] {{"app-1.0.jar", "SHA-256"}, {"a\u00ff", "MD5"}}) {
                Hash hash = Listing.ALGORITHMS.named(file[1]).newHash();
                hash.update(ByteBuffer.wrap(Listing.bytes("abc")));
                writer.write(Listing.ALGORITHMS.named(file[1]), hash.digest(), BytePath.of(Listing.bytes(file[0])));
            }
            writer.finish();

            assertThat(Readme.blocks(format.name().toLowerCase(Locale.ROOT)))
                    .contains(list.toString(StandardCharsets.UTF_8));
        }
    }

    private static String written(ListFormat format, String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ListWriter writer = format.to(out);
            for (String name : names) {
                writer.write(CRC32, DIGEST, BytePath.of(Listing.bytes(name)));
            }
            writer.finish();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text(out.toByteArray());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
