package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.write.CsvWriter;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.list.Listing;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumListReaderTest {
    private static final String MD5 = "9dd4e461268c8034f5c8564e155c67a6";
    private static final String SHA1 = "11f6ad8ec52a2984abaafd7c3b516503785c2072";
    private static final String SHA256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    private static final String OTHER = SHA256.replace('2', '3');
    private static final String BASE64 = "LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=";
    private static final String GROUPS = "2D711642 B726B044 01627CA9 FBAC32F5 C8530FB1 903CC4DB 02258717";

    static Stream<Arguments> coreutilsGrammar() {
        String sha512 = SHA256 + SHA256;
        return Stream.of(
                row("text mode", SHA256 + "  a\n", "1 GNU_TEXT SHA-256 a"),
                row("binary mode", SHA256 + " *a\n", "1 GNU_BINARY SHA-256 a"),
                row("no LF at the end", SHA256 + "  a", "1 GNU_TEXT SHA-256 a"),
                row("one CR before the LF", SHA256 + "  a\r\n", "1 GNU_TEXT SHA-256 a"),
                row("one CR at the very end", SHA256 + "  a\r", "1 GNU_TEXT SHA-256 a"),
                row("two CRs: one is of the name", SHA256 + "  a\r\r\n", "1 GNU_TEXT SHA-256 a\r"),
                row("upper case", SHA256.toUpperCase(Locale.ROOT) + "  a\n", "1 GNU_TEXT SHA-256 a"),
                row("a comment at byte 0", "# " + SHA256 + "  a\n" + SHA256 + "  b\n", "2 GNU_TEXT SHA-256 b"),
                row("no comment at byte 1", " #\n" + SHA256 + "  b\n", "2 GNU_TEXT SHA-256 b", "1 MALFORMED"),
                row("empty lines, CRLF too", "\n\r\n" + SHA256 + "  b\n\n", "3 GNU_TEXT SHA-256 b"),
                row("blanks alone are no empty line", "  \n" + SHA256 + "  b\n", "2 GNU_TEXT SHA-256 b", "1 MALFORMED"),
                row("leading blanks and tabs", " \t " + SHA256 + "  a\n", "1 GNU_TEXT SHA-256 a"),
                row("leading blanks before the backslash", "  \\" + SHA256 + "  a\\n\n", "1 GNU_TEXT SHA-256 a\n"),
                row("a tab after the digest", SHA256 + "\t a\n", "1 GNU_TEXT SHA-256 a"),
                row("blanks around the name are of the name", SHA256 + "   a \n", "1 GNU_TEXT SHA-256  a "),
                row("reversed", SHA256 + " a\n", "1 BSD_REVERSED SHA-256 a"),
                row("reversed by a tab", SHA256 + "\ta\n", "1 BSD_REVERSED SHA-256 a"),
                row("a name of one byte is reversed, blank or not", SHA256 + "  \n", "1 BSD_REVERSED SHA-256  "),
                row("and be it an asterisk", SHA256 + " *\n", "1 BSD_REVERSED SHA-256 *"),
                row(
                        "reversed after standard",
                        SHA256 + "  a\n" + SHA256 + " b\n",
                        "1 GNU_TEXT SHA-256 a",
                        "2 MALFORMED"),
                row(
                        "standard after reversed has a longer name",
                        SHA256 + " a\n" + SHA256 + "  b\n" + SHA256 + " *c\n",
                        "1 BSD_REVERSED SHA-256 a",
                        "2 BSD_REVERSED SHA-256  b",
                        "3 BSD_REVERSED SHA-256 *c"),
                row(
                        "tagged lines decide nothing",
                        "SHA256 (a) = " + SHA256 + "\n" + SHA256 + " b\n",
                        "1 BSD_TAG SHA-256 a",
                        "2 BSD_REVERSED SHA-256 b"),
                row(
                        "neither do lines with a bad digest",
                        SHA256.replace('2', 'g') + "  a\n" + SHA256 + " b\n",
                        "2 BSD_REVERSED SHA-256 b",
                        "1 MALFORMED"),
                row(
                        "a line with a bad name decides",
                        "\\" + SHA256 + "  \\x\n" + SHA256 + " b\n",
                        "1 MALFORMED",
                        "2 MALFORMED",
                        "0 EMPTY"),
                row("escapes", "\\" + SHA256 + "  a\\\\b\\nc\\rd\n", "1 GNU_TEXT SHA-256 a\\b\nc\rd"),
                row("escapes in CRLF", "\\" + SHA256 + "  a\\r\r\n", "1 GNU_TEXT SHA-256 a\r"),
                row("another escape", "\\" + SHA256 + "  a\\t\n", "1 MALFORMED", "0 EMPTY"),
                row("a dangling backslash", "\\" + SHA256 + "  a\\\n", "1 MALFORMED", "0 EMPTY"),
                row("a backslash in a line that is not escaped", SHA256 + "  a\\n\n", "1 GNU_TEXT SHA-256 a\\n"),
                row("a blank after the backslash", "\\ " + SHA256 + "  a\n", "1 MALFORMED", "0 EMPTY"),
                row("tagged", "SHA256 (a b) = " + SHA256 + "\n", "1 BSD_TAG SHA-256 a b"),
                row("tagged, escaped", "\\SHA256 (a\\n) = " + SHA256 + "\n", "1 BSD_TAG SHA-256 a\n"),
                row("the tag of newer tools", "SHA2-256 (a) = " + SHA256 + "\n", "1 BSD_TAG SHA-256 a"),
                row("the last ) ends the name", "SHA256 (a) = b) = " + SHA256 + "\n", "1 BSD_TAG SHA-256 a) = b"),
                row("blanks and tabs around =", "SHA256 (a)\t =  \t" + SHA256 + "\n", "1 BSD_TAG SHA-256 a"),
                row("none around =", "SHA256 (a)=" + SHA256 + "\n", "1 BSD_TAG SHA-256 a"),
                row("OpenSSL 1 and 2", "SHA256(a)= " + SHA256 + "\n", "1 OPENSSL SHA-256 a"),
                row("OpenSSL 3", "SHA2-256(a)= " + SHA256 + "\n", "1 OPENSSL SHA-256 a"),
                row("two blanks before (", "SHA256  (a) = " + SHA256 + "\n", "1 MALFORMED", "0 EMPTY"),
                row("a tab before (", "SHA256\t(a) = " + SHA256 + "\n", "1 MALFORMED", "0 EMPTY"),
                row("a blank after the digest", "SHA256 (a) = " + SHA256 + " \n", "1 MALFORMED", "0 EMPTY"),
                row("no )", "SHA256 (a = " + SHA256 + "\n", "1 MALFORMED", "0 EMPTY"),
                row("no =", "SHA256 (a) " + SHA256 + "\n", "1 MALFORMED", "0 EMPTY"),
                row("no digest", "SHA256 (a) =\n", "1 MALFORMED", "0 EMPTY"),
                row("no name", "SHA256 () = " + SHA256 + "\n", "1 MALFORMED", "0 EMPTY"),
                row("a lower-case tag", "sha256 (a) = " + SHA256 + "\n", "1 MALFORMED", "0 EMPTY"),
                row("an unknown tag", "FOO (a) = " + SHA256 + "\n", "1 UNKNOWN_ALGORITHM", "0 EMPTY"),
                row("a tag and another length", "SHA512 (a) = " + SHA256 + "\n", "1 WRONG_LENGTH", "0 EMPTY"),
                row("an unusual length", SHA256.substring(1) + "  a\n", "1 MALFORMED", "0 EMPTY"),
                row("no blank after the digest", SHA256 + "-a\n", "1 MALFORMED", "0 EMPTY"),
                row("base64 after a tag", "SHA256 (a) = " + BASE64 + "\n", "1 BSD_TAG SHA-256 a"),
                row(
                        "base64 without its padding",
                        "SHA256 (a) = " + BASE64.replace("=", "") + "\n",
                        "1 MALFORMED",
                        "0 EMPTY"),
                row("a NUL in the digest", SHA256.replace('6', '\0') + "  a\n", "1 NUL", "0 EMPTY"),
                row("a NUL after the digest", SHA256 + "\0 a\n", "1 NUL", "0 EMPTY"),
                row("lines that end in NUL, as of --zero", SHA256 + "  a\0" + SHA256 + "  b\0", "1 NUL", "0 EMPTY"),
                row("a NUL in the name", SHA256 + "  a\0b\n", "1 NUL", "0 EMPTY"),
                row(
                        "several algorithms, tagged",
                        "MD5 (a) = " + MD5 + "\nSHA1 (a) = " + SHA1 + "\n",
                        "1 BSD_TAG MD5 a",
                        "2 BSD_TAG SHA-1 a"),
                row(
                        "several algorithms by their length",
                        MD5 + "  a\n" + SHA1 + "  a\n" + sha512 + "  a\n",
                        "1 GNU_TEXT MD5 a",
                        "2 GNU_TEXT SHA-1 a",
                        "3 GNU_TEXT SHA-512 a"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void coreutilsGrammar(String title, String list, List<String> outline) {
        assertThat(Listing.of(list).outline()).isEqualTo(outline);
    }

    static Stream<String> nastyNames() {
        return Stream.of(
                "-",
                " a",
                "*a",
                "#a",
                "\\",
                "   ",
                "a) = b",
                ") = ",
                "(",
                ")",
                "a\rb",
                "\u00ff\u00fe",
                "e\u00cc\u0081",
                "../x",
                "/etc/passwd",
                "a/../../x",
                "SHA256 (a) = b",
                "a: AB CD",
                "--help",
                "a\tb",
                "\"",
                "n".repeat(255),
                "d/".repeat(2048) + "x",
                "n".repeat(1 << 20));
    }

    @ParameterizedTest
    @MethodSource("nastyNames")
    void takesNamesAsTheyAreInEveryFormThatCanHaveThem(String name) {
        String escaped = name.replace("\\", "\\\\");
        String list = "\\" + SHA256 + "  " + escaped + "\n" + "\\" + SHA256 + " *" + escaped + "\n" + "\\SHA256 ("
                + escaped + ") = " + SHA256 + "\n" + "SHA256(" + name + ")= " + SHA256 + "\n";

        Listing listing = Listing.of(list);

        assertThat(listing.entries())
                .extracting(ListEntry::form)
                .containsExactly(EntryForm.GNU_TEXT, EntryForm.GNU_BINARY, EntryForm.BSD_TAG, EntryForm.OPENSSL);
        assertThat(listing.entries()).extracting(ListEntry::name).containsOnly(BytePath.of(Listing.bytes(name)));
        assertThat(listing.kinds()).containsExactly(Kind.DUPLICATE, Kind.DUPLICATE, Kind.DUPLICATE);
    }

    static Stream<Arguments> sidecarsInTheWild() {
        return Stream.of(
                row("bare", SHA1, "1 BARE SHA-1 x.jar"),
                row("bare, LF", SHA1 + "\n", "1 BARE SHA-1 x.jar"),
                row("bare, CRLF", SHA1 + "\r\n", "1 BARE SHA-1 x.jar"),
                row("leading blank lines", "\n\r\n" + SHA1 + "\n", "3 BARE SHA-1 x.jar"),
                row("blanks around it", "\t " + SHA1 + " \t\n", "1 BARE SHA-1 x.jar"),
                row("upper case", SHA1.toUpperCase(Locale.ROOT), "1 BARE SHA-1 x.jar"),
                row("named", SHA1 + "  x.jar\n", "1 GNU_TEXT SHA-1 x.jar"),
                row("named, in another folder", SHA1 + "  target/x.jar\n", "1 GNU_TEXT SHA-1 x.jar"),
                row("with a foreign path", SHA1 + "  /home/them/y.jar\n", "1 GNU_TEXT SHA-1 x.jar", "1 OTHER_NAME"),
                row("of the standard input", SHA1 + "  -\n", "1 GNU_TEXT SHA-1 x.jar", "1 OTHER_NAME"),
                row("binary", SHA1 + " *x.jar\n", "1 GNU_BINARY SHA-1 x.jar"),
                row("OpenSSL", "SHA1(/abs/x.jar)= " + SHA1 + "\n", "1 OPENSSL SHA-1 x.jar"),
                row("BSD", "SHA1 (x.jar) = " + SHA1 + "\n", "1 BSD_TAG SHA-1 x.jar"),
                row("gpg", "x.jar: 11F6 AD8E C52A 2984 ABAA  FD7C 3B51 6503 785C 2072\n", "1 GPG SHA-1 x.jar"),
                row(
                        "gpg, wrapped",
                        "x.jar:\n11F6 AD8E C52A 2984 ABAA  FD7C 3B51 6503 785C 2072\n",
                        "1 GPG SHA-1 x.jar"),
                row("gpg, nameless", "11F6 AD8E C52A 2984 ABAA  FD7C 3B51 6503 785C 2072\n", "1 GPG SHA-1 x.jar"),
                row("web page", "<!DOCTYPE html>\n<html>\n</html>\n", "1 NOT_A_LIST"),
                row("web page, indented", " \n <HTML>", "1 NOT_A_LIST"),
                row("XHTML page", "<?xml version='1.0'?>\n<html><body/></html>", "2 NOT_A_LIST"),
                row("an error of a server in XML", "<?xml version='1.0'?><Error/>", "1 NOT_A_LIST"),
                row("an error of a server in JSON", "{\"errors\":[]}", "1 NOT_A_LIST"),
                row("an error of a server in words", "404 page not found\n", "1 MALFORMED", "0 EMPTY"),
                row("nothing", "", "0 EMPTY"),
                row("nothing but blank lines", "\n\n", "0 EMPTY"),
                row("nothing but comments", "# x\n#\n", "0 EMPTY"),
                row("a byte order mark", "\u00ef\u00bb\u00bf" + SHA1, "1 BARE SHA-1 x.jar", "1 BYTE_ORDER_MARK"),
                row("a byte order mark alone", "\u00ef\u00bb\u00bf", "1 BYTE_ORDER_MARK", "0 EMPTY"),
                row(
                        "UTF-16, little end first",
                        "\u00ff\u00fe" + wide(SHA1, false),
                        "1 BARE SHA-1 x.jar",
                        "1 BYTE_ORDER_MARK"),
                row(
                        "UTF-16, big end first",
                        "\u00fe\u00ff" + wide(SHA1, true),
                        "1 BARE SHA-1 x.jar",
                        "1 BYTE_ORDER_MARK"),
                row("UTF-16, half a unit", "\u00ff\u00fe1\0002", "0 NOT_A_LIST"),
                row("UTF-16, half a character", "\u00ff\u00fe\u0000\u00d8" + "1\0", "0 NOT_A_LIST"),
                row("UTF-16, no mark", "1\0002\000", "1 NOT_A_LIST"),
                row("another length", MD5, "1 WRONG_LENGTH", "0 EMPTY"),
                row("another length, named", SHA256 + "  x.jar", "1 WRONG_LENGTH", "0 EMPTY"),
                row("cut off", SHA1.substring(0, 39), "1 WRONG_LENGTH", "0 EMPTY"),
                row(
                        "twice the same",
                        SHA1 + "\n" + SHA1 + "\n",
                        "1 BARE SHA-1 x.jar",
                        "2 BARE SHA-1 x.jar",
                        "2 DUPLICATE"),
                row("a second algorithm", SHA1 + "\nMD5 (x.jar) = " + MD5, "1 BARE SHA-1 x.jar", "2 OTHER_ALGORITHM"),
                row(
                        "two files",
                        SHA1 + "  x.jar\n" + SHA1.replace('1', '2') + "  y.jar\n",
                        "1 GNU_TEXT SHA-1 x.jar",
                        "2 GNU_TEXT SHA-1 x.jar",
                        "2 OTHER_NAME",
                        "2 CONFLICT"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sidecarsInTheWild(String title, String sidecar, List<String> outline) {
        ChecksumListReader reader =
                ChecksumListReader.ofSidecar(Listing.ALGORITHMS, BytePath.of("x.jar.sha1"), BytePath.of("x.jar"), null);

        assertThat(Listing.of(reader, Listing.bytes(sidecar)).outline()).isEqualTo(outline);
    }

    private static String wide(String ascii, boolean bigEndian) {
        byte[] wide = ascii.getBytes(bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        return new String(wide, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aSidecarOfGpgMayHaveSeveralLines() {
        ChecksumListReader reader = ChecksumListReader.ofSidecar(
                Listing.ALGORITHMS, BytePath.of("x.jar.checksum"), BytePath.of("x.jar"), null);
        String sidecar = "y.jar: " + GROUPS + "\n       921A4881\n";

        assertThat(Listing.of(reader, Listing.bytes(sidecar)).outline())
                .containsExactly("1 GPG SHA-256 x.jar", "1 OTHER_NAME");
    }

    static Stream<Arguments> listsOfOneKnownFileName() {
        return Stream.of(
                row("a bare digest is of the file before the extension", SHA256, "1 BARE SHA-256 x.jar"),
                row("other names stay", SHA256 + "  /else/y\n", "1 GNU_TEXT SHA-256 /else/y"),
                row("the extension says the algorithm", SHA1 + "  x.jar\n", "1 WRONG_LENGTH", "0 EMPTY"),
                row("a tag of another", "SHA1 (x.jar) = " + SHA1 + "\n", "1 OTHER_ALGORITHM", "0 EMPTY"),
                row("base64", BASE64 + "  x.jar\n", "1 GNU_TEXT SHA-256 x.jar"),
                row(
                        "a digest without a name after others",
                        SHA256 + "  a\n" + SHA256 + "\n",
                        "1 GNU_TEXT SHA-256 a",
                        "2 MALFORMED"),
                row(
                        "and before others",
                        "#\n" + SHA256 + "\n" + SHA256 + "  a\n",
                        "3 GNU_TEXT SHA-256 a",
                        "2 MALFORMED"),
                row(
                        "two digests without a name",
                        SHA256 + "\n" + SHA256 + "\n",
                        "1 MALFORMED",
                        "2 MALFORMED",
                        "0 EMPTY"),
                row("cut off in the digest", SHA256.substring(0, 20), "1 WRONG_LENGTH", "0 EMPTY"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void listsOfOneKnownFileName(String title, String list, List<String> outline) {
        assertThat(Listing.ofFile("dir/x.jar.sha256", list).outline()).isEqualTo(outline);
    }

    static Stream<Arguments> gpgPrintMd() {
        String longName = "n".repeat(39);
        return Stream.of(
                row("two lines", "a b: " + GROUPS + "\n     921A4881\n", "1 GPG SHA-256 a b"),
                row("one line", "a: " + GROUPS + " 921A4881\n", "1 GPG SHA-256 a"),
                row("CRLF", "a: " + GROUPS + "\r\n   921A4881\r\n", "1 GPG SHA-256 a"),
                row("a long name", longName + ": \n" + GROUPS + "\n 921A4881\n", "1 GPG SHA-256 " + longName),
                row("MD5", "a: 9D D4 E4 61 26 8C 80 34  F5 C8 56 4E 15 5C 67 A6\n", "1 GPG MD5 a"),
                row("a name with a colon", "a: b: " + GROUPS + " 921A4881\n", "1 GPG SHA-256 a: b"),
                row(
                        "several files",
                        "a: " + GROUPS + "\n   921A4881\nb: " + GROUPS + "\n   921A4881\n",
                        "1 GPG SHA-256 a",
                        "3 GPG SHA-256 b"),
                row(
                        "several algorithms",
                        "a:    MD5 = 9D D4 E4 61 26 8C 80 34  F5 C8 56 4E 15 5C 67 A6\n"
                                + "a:   SHA1 = 11F6 AD8E C52A 2984 ABAA  FD7C 3B51 6503 785C 2072\n"
                                + "a: RMD160 = 11F6 AD8E C52A 2984 ABAA  FD7C 3B51 6503 785C 2072\n"
                                + "a: SHA256 = " + GROUPS + "\n            921A4881\n",
                        "1 GPG MD5 a",
                        "2 GPG SHA-1 a",
                        "4 GPG SHA-256 a",
                        "3 UNKNOWN_ALGORITHM"),
                row("cut off", "a: " + GROUPS + " 921A48\n", "1 MALFORMED", "0 EMPTY"),
                row("nothing after the name", "a:\nb\n", "1 MALFORMED", "2 MALFORMED", "0 EMPTY"),
                row("nothing after the name at the end", "a: \n", "1 MALFORMED", "0 EMPTY"),
                row("a continuation of nothing", SHA256 + "  a\n  921A4881\n", "1 GNU_TEXT SHA-256 a", "2 MALFORMED"),
                row(
                        "an interruption",
                        "a: " + GROUPS.substring(9) + "\n" + SHA256 + "  b\n   921A4881\n",
                        "2 GNU_TEXT SHA-256 b",
                        "1 MALFORMED",
                        "3 MALFORMED"),
                row("without a name", GROUPS + "\n 921A4881\n", "1 MALFORMED", "0 EMPTY"),
                row("groups of three", "a: 123 456\n", "1 MALFORMED", "0 EMPTY"),
                row("more digits than any digest", "a: " + "12345678 ".repeat(33) + "\n", "1 MALFORMED", "0 EMPTY"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void gpgPrintMd(String title, String list, List<String> outline) {
        assertThat(Listing.of(list).outline()).isEqualTo(outline);
    }

    static Stream<Arguments> documents() {
        String csv = "name,nameBytes,algorithm,digest\n";
        String json = "{\"checksums\":[";
        String entry = "{\"name\":\"a\",\"algorithm\":\"MD5\",\"digest\":\"" + MD5 + "\"}";
        String file = "<files><file name=\"a\"><hashcode algorithm=\"MD5\">" + MD5 + "</hashcode></file>";
        return Stream.of(
                row("CSV", csv + "\"a,\"\"b\",,SHA-256," + SHA256 + "\n", "2 CSV SHA-256 a,\"b"),
                row("CSV, quoted otherwise", csv + "a,,\"SHA-256\"," + SHA256 + "\r\n", "2 CSV SHA-256 a"),
                row("CSV, bytes", csv + "\"\",ff41,SHA-256," + SHA256 + "\n", "2 CSV SHA-256 \u00ffA"),
                row(
                        "CSV, a name of two lines",
                        csv + "\"a\r\nb\",,MD5," + MD5 + "\n\"c\",,MD5," + MD5 + "\n",
                        "2 CSV MD5 a\r\nb",
                        "4 CSV MD5 c"),
                row("CSV, CRC32 in hexadecimal", csv + "\"a\",,CRC32,12345678\n", "2 CSV CRC32 a"),
                row("CSV, name twice", csv + "\"a\",61,MD5," + MD5 + "\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, no name", csv + "\"\",,MD5," + MD5 + "\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, NUL", csv + "\"\",6100,MD5," + MD5 + "\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, a quote inside", csv + "a\"b\",,MD5," + MD5 + "\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, more after a quote", csv + "\"a\"b,,MD5," + MD5 + "\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, a quote left open", csv + "\"a,,MD5," + MD5 + "\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, too few fields", csv + "a,,MD5\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, too many fields", csv + "a,,MD5," + MD5 + ",\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, no digest", csv + "a,,MD5,\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, not UTF-8", csv + "\"\u00ff\",,MD5," + MD5 + "\n", "2 MALFORMED", "0 EMPTY"),
                row("CSV, unknown algorithm", csv + "a,,FOO," + MD5 + "\n", "2 UNKNOWN_ALGORITHM", "0 EMPTY"),
                row("CSV, wrong length", csv + "a,,SHA-1," + MD5 + "\n", "2 WRONG_LENGTH", "0 EMPTY"),
                row("CSV, empty", csv, "0 EMPTY"),
                row("JSON", json + entry + "]}\n", "1 JSON MD5 a"),
                row(
                        "JSON, a byte order mark",
                        "\u00ef\u00bb\u00bf" + json + entry + "]}",
                        "1 JSON MD5 a",
                        "1 BYTE_ORDER_MARK"),
                row("JSON, spread out", " { \"checksums\" :\r\n[\n" + entry + "\t]\n } \n", "3 JSON MD5 a"),
                row(
                        "JSON, bytes",
                        json + entry.replace("name\":\"a", "nameBytes\":\"fF41") + "]}",
                        "1 JSON MD5 \u00ffA"),
                row(
                        "JSON, escapes",
                        json + entry.replace("a\",", "\\u0041\\n\\/\\ud83d\\ude00\",") + "]}",
                        "1 JSON MD5 A\n/\u00f0\u009f\u0098\u0080"),
                row("JSON, half a character", json + entry.replace("a\",", "\\ud83d\",") + "]}", "1 NOT_A_LIST"),
                row("JSON, no escape", json + entry.replace("a\",", "\\x\",") + "]}", "1 NOT_A_LIST"),
                row("JSON, cut off in an escape", json + "{\"\\u00\"", "1 NOT_A_LIST"),
                row("JSON, a control character", json + entry.replace("a\",", "\n\",") + "]}", "1 NOT_A_LIST"),
                row("JSON, not UTF-8", json + entry.replace("a\",", "\u00ff\",") + "]}", "1 NOT_A_LIST"),
                row("JSON, empty", json + "]}", "0 EMPTY"),
                row("JSON, no name", json + entry.replace("\"name\":\"a\",", "") + "]}", "1 MALFORMED", "0 EMPTY"),
                row("JSON, a member twice", json + entry.replace("}", ",\"name\":\"b\"}") + "]}", "1 NOT_A_LIST"),
                row("JSON, another member", json + entry.replace("}", ",\"x\":\"b\"}") + "]}", "1 NOT_A_LIST"),
                row("JSON, a comma at the end", json + entry + ",]}", "1 JSON MD5 a", "1 NOT_A_LIST"),
                row("JSON, cut off", json + entry + ",\n{\"name\"", "1 JSON MD5 a", "2 NOT_A_LIST"),
                row("JSON, more after its end", json + entry + "]}{", "1 JSON MD5 a", "1 NOT_A_LIST"),
                row(
                        "plugin CSV",
                        "#File,MD5,SHA-1\na," + MD5 + "," + SHA1,
                        "2 PLUGIN_CSV MD5 a",
                        "2 PLUGIN_CSV SHA-1 a"),
                row("plugin CSV, CRLF", "#File,MD5\r\na," + MD5 + "\r\n", "2 PLUGIN_CSV MD5 a"),
                row("plugin CSV, a comma", "#File,MD5\na,b," + MD5, "2 PLUGIN_CSV MD5 a,b"),
                row("plugin CSV, not UTF-8", "#File,MD5\n\u00ff," + MD5, "2 PLUGIN_CSV MD5 \u00ff"),
                row("plugin CSV, a digest is absent", "#File,MD5,SHA-1\na," + MD5 + ",", "2 PLUGIN_CSV MD5 a"),
                row("plugin CSV, all are absent", "#File,MD5,SHA-1\na,,", "2 MALFORMED", "0 EMPTY"),
                row("plugin CSV, no name", "#File,MD5\n," + MD5, "2 MALFORMED", "0 EMPTY"),
                row("plugin CSV, too few cells", "#File,MD5,SHA-1\na," + MD5, "2 MALFORMED", "0 EMPTY"),
                row("plugin CSV, an algorithm we lack", "#File,Tiger\na,12738659", "2 UNKNOWN_ALGORITHM", "0 EMPTY"),
                row("plugin CSV, POSIX CRC", "#File,Cksum\na,12738659", "2 PLUGIN_CSV CKSUM a"),
                row("plugin CSV, a NUL", "#File,MD5\na\0," + MD5, "2 MALFORMED", "0 EMPTY"),
                row(
                        "plugin CSV, too many algorithms",
                        "#File" + ",MD5".repeat(65) + "\na",
                        "1 MALFORMED",
                        "2 MALFORMED",
                        "0 EMPTY"),
                row(
                        "plugin XML, too many digests",
                        file.replace("</file>", "<hashcode algorithm=\"FOO\"/>".repeat(65)),
                        Stream.concat(
                                        Stream.of("1 PLUGIN_XML MD5 a"),
                                        Stream.concat(
                                                Stream.generate(() -> "1 UNKNOWN_ALGORITHM")
                                                        .limit(63),
                                                Stream.of("1 NOT_A_LIST")))
                                .toArray(String[]::new)),
                row("plugin XML, another attribute", file.replace("name=", "x='' name="), "1 NOT_A_LIST"),
                row("plugin XML, a namespace", file.replace("<file ", "<file xmlns='x' "), "1 NOT_A_LIST"),
                row("plugin XML, an instruction", file.replace("<files>", "<files><?x?>"), "1 NOT_A_LIST"),
                row("plugin XML", file + "</files>", "1 PLUGIN_XML MD5 a"),
                row(
                        "plugin XML, declared and spread out",
                        "<?xml version=\"1.0\"?>\n<!-- -->\n" + file.replace(">", ">\n ") + "</files>\n",
                        "5 PLUGIN_XML MD5 a"),
                row("plugin XML, another element", file + "<x/></files>", "1 PLUGIN_XML MD5 a", "1 NOT_A_LIST"),
                row("plugin XML, text", file + "x</files>", "1 PLUGIN_XML MD5 a", "1 NOT_A_LIST"),
                row("plugin XML, cut off", file, "1 PLUGIN_XML MD5 a", "1 NOT_A_LIST"),
                row("plugin XML, no name", file.replace("name", "n") + "</files>", "1 NOT_A_LIST"),
                row(
                        "plugin XML, a huge digest",
                        file.replace("9", "9".repeat(99999)) + "</files>",
                        "1 WRONG_LENGTH",
                        "0 EMPTY"),
                row("plugin XML, no digest", file.replace(MD5, "") + "</files>", "1 MALFORMED", "0 EMPTY"),
                row(
                        "plugin XML, an entity",
                        "<?xml version='1.0'?><!DOCTYPE files [<!ENTITY e '" + MD5 + "'>]>" + file.replace(MD5, "&e;")
                                + "</files>",
                        "1 NOT_A_LIST"),
                row(
                        "plugin XML, a foreign entity",
                        "<?xml version='1.0'?><!DOCTYPE files SYSTEM 'file:/etc/passwd'>" + file + "</files>",
                        "1 NOT_A_LIST"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void documents(String title, String list, List<String> outline) {
        assertThat(Listing.of(list).outline()).isEqualTo(outline);
    }

    @Test
    void takesTheDecimalCrcsOfChecksumMavenPlugin() {
        String list = "#File,CRC32\na,2363233923\nb,0\nc,4294967296\n";

        Listing listing = Listing.of(list);

        assertThat(listing.entries()).extracting(ListEntry::digest).asString().isEqualTo("[8cdc1683, 00000000]");
        assertThat(listing.kinds()).containsExactly(Kind.WRONG_LENGTH);
    }

    @Test
    void theCrcOfCksumIsDecimalInFieldsToo() {
        Listing listing =
                Listing.of(CsvWriter.HEADER + "\na,,CKSUM,4294967295\nb,,CKSUM,deadbeef\nc,,CKSUM,4294967296\n");

        assertThat(listing.entries()).extracting(ListEntry::digest).asString().isEqualTo("[4294967295]");
        assertThat(listing.problems())
                .containsExactly(
                        ListProblem.malformed(3, "has a digest that is not decimal"),
                        ListProblem.malformed(4, "has the number 4294967296, which is more than 32 bits"));
    }

    @Test
    void takesASummaryOfMavenResolver() {
        String list = SHA256 + "  org/x/1/x-1.jar\n" + OTHER + "  org/x/1/x-1.pom";

        assertThat(Listing.ofFile("checksums-central.sha256", list).outline())
                .containsExactly("1 GNU_TEXT SHA-256 org/x/1/x-1.jar", "2 GNU_TEXT SHA-256 org/x/1/x-1.pom");
    }

    @Test
    void aSecondDigestForTheSameFileIsReportedWithBothLines() {
        Listing listing = Listing.of(SHA256 + "  a\n" + MD5 + "  a\n" + OTHER + " *a\n" + SHA256 + "  a\n");

        assertThat(listing.entries()).hasSize(4);
        assertThat(listing.problems())
                .containsExactly(
                        new ListProblem(
                                Kind.CONFLICT,
                                3,
                                "has another SHA-256 digest for 'a' that line 1 already has one for; remove the wrong"
                                        + " one"),
                        new ListProblem(
                                Kind.DUPLICATE, 4, "has the same SHA-256 digest for 'a' that line 1 already has"));
    }

    @Test
    void theCallersAlgorithmGoesBeforeTheExtension() {
        ChecksumListReader reader = ChecksumListReader.ofList(
                Listing.ALGORITHMS, BytePath.of("x.sha256"), Listing.ALGORITHMS.named("SHA3-256"));

        assertThat(Listing.of(reader, Listing.bytes(SHA256 + "  a\nSHA256 (b) = " + SHA256))
                        .outline())
                .containsExactly("1 GNU_TEXT SHA3-256 a", "2 BSD_TAG SHA-256 b");
    }

    @Test
    void aHiddenListWithNothingButAnExtensionHasNoFileForABareDigest() {
        assertThat(Listing.ofFile(".sha256", SHA256).outline()).containsExactly("1 MALFORMED", "0 EMPTY");
    }

    @ParameterizedTest
    @ValueSource(ints = {Lines.MAX_LINE - 1, Lines.MAX_LINE})
    void takesLinesUpToTheLimit(int length) {
        String name = "n".repeat(length - SHA256.length() - 2);

        assertThat(Listing.of(SHA256 + "  " + name + "\n").entries()).hasSize(1);
    }

    @Test
    void skipsLongerLinesAndGoesOn() {
        String longLine = SHA256 + "  " + "n".repeat(Lines.MAX_LINE - SHA256.length() - 1);
        String longer = "x".repeat(5 * Lines.MAX_LINE);

        Listing listing = Listing.of(longLine + "\n" + SHA256 + "  a\n" + longer + "\n" + SHA256 + "  b\n" + longer);

        assertThat(listing.outline())
                .containsExactly(
                        "2 GNU_TEXT SHA-256 a", "4 GNU_TEXT SHA-256 b", "1 TOO_LONG", "3 TOO_LONG", "5 TOO_LONG");
    }

    @Test
    void holdsNoMoreThanOneLineOfADocumentEither() {
        String huge = "x".repeat(Lines.MAX_LINE);
        String csv = "name,nameBytes,algorithm,digest\n\"" + "y\n".repeat(Lines.MAX_LINE) + "\"";

        assertThat(Listing.of("<files><file name='" + huge.repeat(4)).kinds()).contains(Kind.NOT_A_LIST);
        assertThat(Listing.of("{\"checksums\":[{\"" + huge + huge).kinds()).contains(Kind.NOT_A_LIST);
        assertThat(Listing.of("#File,MD5\n" + huge + huge).kinds()).contains(Kind.TOO_LONG);
        assertThat(Listing.of(csv).kinds()).contains(Kind.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s  a\n", "{\"checksums\":[", "<files>", "#File,MD5\n", "name,nameBytes,algorithm,digest\n"})
    void throwsWhatTheStreamThrows(String beginning) {
        byte[] bytes = beginning.formatted(SHA256).getBytes(StandardCharsets.US_ASCII);
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                int count = super.read(to, from, length);
                if (count < 0) {
                    throw new IOException("no more");
                }
                return count;
            }
        };
        ChecksumListReader reader = ChecksumListReader.ofList(Listing.ALGORITHMS, BytePath.of("SUMS"), null);

        assertThatThrownBy(() -> reader.read(failing, Listing.none()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no more");
    }

    @Test
    void leavesTheStreamOpenAndTakesItByteByByte() throws IOException {
        byte[] list = Listing.bytes((SHA256 + "  a\n").repeat(100));
        boolean[] closed = new boolean[1];
        InputStream slow = new ByteArrayInputStream(list) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(length, 1));
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        Listing listing = Listing.none();

        ChecksumListReader.ofList(Listing.ALGORITHMS, BytePath.of("SUMS"), null).read(slow, listing);

        assertThat(listing.entries()).hasSize(100);
        assertThat(closed[0]).isFalse();
    }

    private static Arguments row(String title, String list, String... outline) {
        return Arguments.of(title, list, Arrays.asList(outline));
    }
}
