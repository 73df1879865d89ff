package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.testing.list.Listing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that people publish beside those of coreutils, and what only looks like them. */
class WildListsTest {
    /** Of {@code alpha} and LF. */
    private static final String MD5 = "9f9f90dbe3e5ee1218c86b8839db1995";

    private static final String SHA1 = "d046cd9b7ffb7661e449683313d41f6fc33e3130";
    private static final String SHA256 = "b6a98d9ce9a2d9149288fa3df42d377c3e42737afdcdaf714e33c0a100b51060";
    private static final String SHA512 = "62d0791d22f871ef4b4e8f6fa1374091f6d540ba5e3e9bc23b0e6fd2e3d6534f"
            + "9087b8c195634c7627fc26a33f17576b4e107da4ab421d486acc2636538bb58f";
    private static final String BASE64 = "tqmNnOmi2RSSiPo99C03fD5Cc3r9za9xTjPAoQC1EGA=";
    private static final String BASE64_512 =
            "YtB5HSL4ce9LTo9voTdAkfbVQLpePpvCOw5v0uPWU0+Qh7jBlWNMdif8JqM/F1drThB9pKtCHUhqzCY2U4u1jw==";
    private static final String SIGNIFY =
            "RWT4SHY5pf9C0s9Yff6Ea8GWjLcDphBcyqYuHKIIirMsehGATSQ0YLCNtk3MCG79vHYetUVk4FJtNUnJCikll3ctB2qsF1rEcgc=";
    private static final String CRC32 = "9f606eec";
    private static final String CKSUM = "3650393976 6 ";

    static Stream<Arguments> lines() {
        return Stream.of(
                row("cksum", "SUMS", CKSUM + "a.jar\n" + CKSUM + "b c\n", both(1, "a.jar"), both(2, "b c")),
                row("cksum, two blanks", "SUMS", "3650393976  6 a.jar\n", "1 MALFORMED", "0 EMPTY"),
                row("cksum, no name", "SUMS", "3650393976 6\n", "1 MALFORMED", "0 EMPTY"),
                row("cksum, 33 bits", "SUMS", "4294967296 6 a.jar\n", "1 MALFORMED", "0 EMPTY"),
                row("cksum, the largest", "SUMS", "4294967295 0 a.jar\n", both(1, "a.jar")),
                row("cksum where SHA-256 is promised", "a.sha256", CKSUM + "a.jar\n", "1 WRONG_LENGTH", "0 EMPTY"),
                row("cksum where CKSUM is promised", "a.cksum", CKSUM + "a.jar\n", both(1, "a.jar")),
                row("cksum -a crc32b", "a.crc32", "30677878 1 a.jar\n", "1 CKSUM CRC32 a.jar", "1 CKSUM SIZE a.jar"),
                row("a decimal CKSUM, bare", "a.jar.cksum", "3650393976", "1 BARE CKSUM a.jar"),
                row("a decimal CRC32, bare", "a.jar.crc32", "3904355907", "1 BARE CRC32 a.jar"),
                row("a decimal CRC32, named", "a.jar.crc32", "3904355907  a.jar\n", "1 GNU_TEXT CRC32 a.jar"),
                row("a short decimal CRC32", "a.jar.crc32", "7", "1 BARE CRC32 a.jar"),
                row("a CRC32 of 33 bits", "a.jar.crc32", "4294967296", "1 MALFORMED", "0 EMPTY"),
                row("a CRC32 with a leading zero", "a.jar.crc32", "0123456789", "1 WRONG_LENGTH", "0 EMPTY"),
                row("a CRC32 in hexadecimal", "a.jar.crc32", CRC32, "1 BARE CRC32 a.jar"),
                row(
                        "distinfo",
                        "distinfo",
                        "TIMESTAMP = 1700000000\nSHA256 (a.jar) = " + SHA256 + "\nSIZE (a.jar) = 6\n",
                        "2 BSD_TAG SHA-256 a.jar",
                        "3 SIZE SIZE a.jar"),
                row(
                        "distinfo of OpenBSD",
                        "distinfo",
                        "SHA256 (a.jar) = " + BASE64 + "\nSIZE (a.jar) = 6\n",
                        "1 BSD_TAG SHA-256 a.jar",
                        "2 SIZE SIZE a.jar"),
                row(
                        "distinfo of pkgsrc",
                        "distinfo",
                        "$NetBSD: distinfo,v 1.2 2026/01/01 00:00:00 x Exp $\n\nSHA512 (a.jar) = " + SHA512
                                + "\nSize (a.jar) = 6 bytes\n",
                        "3 BSD_TAG SHA-512 a.jar",
                        "4 SIZE SIZE a.jar"),
                row("nothing but sizes", "distinfo", "SIZE (a.jar) = 6\n", "1 SIZE SIZE a.jar", "0 EMPTY"),
                row("a size that is none", "distinfo", "SIZE (a.jar) = 6x\n", "1 MALFORMED", "0 EMPTY"),
                row("a size of no file", "distinfo", "SIZE () = 6\n", "1 MALFORMED", "0 EMPTY"),
                row("a time stamp that is none", "SUMS", "TIMESTAMP = now\n", "1 MALFORMED", "0 EMPTY"),
                row("a label and a digest", "a.jar.checksum", "SHA256: " + SHA256, "1 LABELLED SHA-256 a.jar"),
                row("a label without a blank", "a.jar.checksum", "sha-256:" + SHA256, "1 LABELLED SHA-256 a.jar"),
                row(
                        "several labels",
                        "a.jar.checksum",
                        "MD5: " + MD5 + "\nSHA-1: " + SHA1 + "\nSHA-256: " + SHA256 + "\n",
                        "1 LABELLED MD5 a.jar",
                        "2 LABELLED SHA-1 a.jar",
                        "3 LABELLED SHA-256 a.jar"),
                row("a label, of no file", "SUMS", "SHA256: " + SHA256, "1 MALFORMED", "0 EMPTY"),
                row("a label before a line", "SUMS", "sha256:" + SHA256 + "  a.jar\n", "1 LABELLED SHA-256 a.jar"),
                row("the same, binary", "SUMS", "sha256:" + SHA256 + " *a.jar\n", "1 LABELLED SHA-256 a.jar"),
                row("a label and another length", "a.checksum", "SHA1: " + SHA256, "1 WRONG_LENGTH", "0 EMPTY"),
                row("a label that is unknown here", "a.checksum", "SM3: " + SHA256, "1 UNKNOWN_ALGORITHM", "0 EMPTY"),
                row("a label and a word", "a.checksum", "SHA256: see below", "1 MALFORMED", "0 EMPTY"),
                row("the name first", "SUMS", "a.jar " + SHA256 + "\n", "1 NAME_FIRST SHA-256 a.jar"),
                row("the name first, in columns", "SUMS", "a.jar \t " + SHA256 + " \n", "1 NAME_FIRST SHA-256 a.jar"),
                row("the name and a colon", "SUMS", "a b.jar: " + SHA256 + "\n", "1 NAME_FIRST SHA-256 a b.jar"),
                row("the name first, of one byte", "SUMS", "a " + SHA256 + "\n", "1 NAME_FIRST SHA-256 a"),
                row(
                        "the name first, after others",
                        "SUMS",
                        SHA256 + "  a\nb.jar " + SHA256 + "\n",
                        "1 GNU_TEXT SHA-256 a",
                        "2 MALFORMED"),
                row("a name with blanks and no colon", "SUMS", "a b.jar " + SHA256 + "\n", "1 MALFORMED", "0 EMPTY"),
                row("a damaged tag", "SUMS", "SHA256[a)= " + SHA256 + "\n", "1 MALFORMED", "0 EMPTY"),
                row("the name first, another length", "SUMS", "a.jar " + SHA256 + "0\n", "1 MALFORMED", "0 EMPTY"),
                row("SFV", "a.sfv", "; made by x\na b.jar 9F606EEC\n", "2 SFV CRC32 a b.jar"),
                row("SFV by its comment", "SUMS", "; made by x\na.jar 9F606EEC\n", "2 SFV CRC32 a.jar"),
                row("SFV, a name of digits", "a.sfv", "deadbeef 9F606EEC\n", "1 SFV CRC32 deadbeef"),
                row("SFV, of Windows", "a.sfv", "d\\a.jar 9F606EEC\r\n", "1 SFV CRC32 d/a.jar"),
                row("SFV, not of Windows", "a.sfv", "d\\a.jar 9F606EEC\n", "1 SFV CRC32 d\\a.jar"),
                row("a semicolon elsewhere", "SUMS", SHA256 + "  a\n; x\n", "1 GNU_TEXT SHA-256 a", "2 MALFORMED"),
                row("base64 of NuGet", "a.nupkg.sha512", BASE64_512, "1 BARE SHA-512 a.nupkg"),
                row("base64 of anything", "a.nupkg", BASE64_512, "1 MALFORMED", "0 EMPTY"),
                row("base64, cut off", "a.nupkg.sha512", BASE64_512.substring(4), "1 MALFORMED", "0 EMPTY"),
                row("subresource integrity", "a.js.checksum", "sha256-" + BASE64, "1 SRI SHA-256 a.js"),
                row(
                        "subresource integrity, twice",
                        "a.js.checksum",
                        "sha256-" + BASE64 + " sha512-" + BASE64_512 + "?x\n",
                        "1 SRI SHA-256 a.js",
                        "1 SRI SHA-512 a.js"),
                row("subresource integrity, of no file", "SUMS", "sha256-" + BASE64, "1 MALFORMED", "0 EMPTY"),
                row(
                        "subresource integrity, damaged",
                        "a.js.checksum",
                        "sha256-" + BASE64 + " sha512-" + BASE64 + "\n",
                        "1 MALFORMED",
                        "0 EMPTY"),
                row(
                        "rhash --bsd",
                        "SUMS",
                        "CRC32 (a) = 9f606eec\nMD5   (a) = " + MD5 + "\nSHA1  (a) = " + SHA1 + "\nSHA256 (a) = "
                                + SHA256 + "\n",
                        "1 BSD_TAG CRC32 a",
                        "2 BSD_TAG MD5 a",
                        "3 BSD_TAG SHA-1 a",
                        "4 BSD_TAG SHA-256 a"),
                row(
                        "rhash --bsd, what nobody else has",
                        "SUMS",
                        "TTH   (a) = no7spf3vbjb4lstknbv63reqkomu5vmzlrm6zli\n",
                        "1 UNKNOWN_ALGORITHM",
                        "0 EMPTY"),
                row(
                        "openssl dgst -c",
                        "SUMS",
                        "SHA2-256(a)= " + SHA256.replaceAll("..(?!$)", "$0:") + "\n",
                        "1 OPENSSL SHA-256 a"),
                row(
                        "colons elsewhere",
                        "SUMS",
                        "SHA2-256(a)= " + SHA256.replaceAll("...(?!$)", "$0:") + "\n",
                        "1 MALFORMED",
                        "0 EMPTY"),
                row(
                        "DIGESTS of Gentoo",
                        "a.jar.DIGESTS",
                        "# SHA1 HASH\n" + SHA1 + "  a.jar\n# WHIRLPOOL HASH\n" + SHA512 + "  a.jar\n# SHA512 HASH\n"
                                + SHA512 + "  a.jar\n",
                        "2 GNU_TEXT SHA-1 a.jar",
                        "6 GNU_TEXT SHA-512 a.jar",
                        "4 UNKNOWN_ALGORITHM"),
                row("SIZE is no algorithm", "a.checksum", "SIZE: 0123456789", "1 MALFORMED", "0 EMPTY"));
    }

    static Stream<Arguments> wholeLists() {
        String certutil =
                "SHA256 hash of d\\a.zip:\r\n" + SHA256 + "\r\nCertUtil: -hashfile command completed successfully.\r\n";
        String old = "SHA1 hash of file d\\a.zip:\r\n" + SHA1.replaceAll("..(?!$)", "$0 ")
                + "\r\nCertUtil: -hashfile command completed successfully.\r\n";
        String hash = SHA256.toUpperCase(Locale.ROOT);
        String fields = "\r\nAlgorithm : SHA256\r\nHash      : " + hash + "\r\nPath      : d\\a.zip\r\n\r\n\r\n";
        String table = "\r\nAlgorithm       Hash      Path\r\n---------       ----      ----\r\n";
        String hashdeep =
                "%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n## Invoked from: /x\n## $ hashdeep a\n## \n";
        return Stream.of(
                row("certutil", "a", certutil, "1 CERTUTIL SHA-256 d/a.zip"),
                row("certutil, old", "a", old, "1 CERTUTIL SHA-1 d/a.zip"),
                row(
                        "certutil, twice",
                        "a",
                        old + "\r\n" + certutil,
                        "1 CERTUTIL SHA-1 d/a.zip",
                        "5 CERTUTIL SHA-256 d/a.zip"),
                row("certutil, a name", "a", certutil.replace("d\\a", "file a"), "1 CERTUTIL SHA-256 file a.zip"),
                row("certutil, no digest", "a", "SHA256 hash of a:\r\n", "1 MALFORMED", "0 EMPTY"),
                row(
                        "certutil, failed",
                        "a",
                        "SHA256 hash of a:\r\nCertUtil: -hashfile command FAILED: 0x80070002\r\n",
                        "1 MALFORMED",
                        "0 EMPTY"),
                row("certutil, something else", "a", certutil + "x\r\n", "1 CERTUTIL SHA-256 d/a.zip", "4 MALFORMED"),
                row("Get-FileHash", "a", fields, "2 FILE_HASH SHA-256 d/a.zip"),
                row(
                        "Get-FileHash, two files",
                        "a",
                        fields + fields.replace("a.zip", "b.zip"),
                        "2 FILE_HASH SHA-256 d/a.zip",
                        "8 FILE_HASH SHA-256 d/b.zip"),
                row(
                        "Get-FileHash, wrapped",
                        "a",
                        fields.replace(hash, hash.substring(0, 30) + "\r\n            " + hash.substring(30))
                                .replace("a.zip", "long \r\n            name"),
                        "2 FILE_HASH SHA-256 d/long name"),
                row("Get-FileHash, cut off", "a", "Algorithm : SHA256\r\nHash      : ", "1 MALFORMED", "0 EMPTY"),
                row(
                        "Get-FileHash, a table",
                        "a",
                        table + "SHA256          " + hash + "       d\\a b.zip    \r\n\r\n",
                        "4 FILE_HASH SHA-256 d/a b.zip"),
                row(
                        "Get-FileHash, a narrow table",
                        "a",
                        table + "SHA256          " + hash + "       d\\a...\r\n",
                        "4 MALFORMED",
                        "0 EMPTY"),
                row(
                        "Get-FileHash, CSV",
                        "a",
                        "\"Algorithm\",\"Hash\",\"Path\"\r\n\"SHA256\",\"" + hash + "\",\"d\\a,b.zip\"\r\n",
                        "2 FILE_HASH SHA-256 d/a,b.zip"),
                row(
                        "Get-FileHash, CSV with a type",
                        "a",
                        "#TYPE Microsoft.Powershell.Utility.FileHash\n\"Hash\",\"Path\",\"Algorithm\"\n\"" + hash
                                + "\",\"/d/a\\b\",\"SHA256\"\n",
                        "3 FILE_HASH SHA-256 /d/a\\b"),
                row(
                        "Get-FileHash, CSV that is none",
                        "a",
                        "\"Algorithm\",\"Hash\",\"Path\"\r\n\"SHA256\",\"" + hash + "\"\r\n",
                        "2 MALFORMED",
                        "0 EMPTY"),
                row(
                        "hashdeep",
                        "a",
                        hashdeep + "6," + MD5 + "," + SHA256 + ",d/a, b.jar\n",
                        "6 HASHDEEP SIZE d/a, b.jar",
                        "6 HASHDEEP MD5 d/a, b.jar",
                        "6 HASHDEEP SHA-256 d/a, b.jar"),
                row(
                        "hashdeep, an algorithm that is unknown here",
                        "a",
                        hashdeep.replace("sha256", "tiger") + "6," + MD5 + ",00,a\n",
                        "6 HASHDEEP SIZE a",
                        "6 HASHDEEP MD5 a",
                        "2 UNKNOWN_ALGORITHM"),
                row("hashdeep, a row that is none", "a", hashdeep + "6," + MD5 + "\n", "6 MALFORMED", "0 EMPTY"),
                row(
                        "hashdeep, no columns",
                        "a",
                        "%%%% HASHDEEP-1.0\n6," + MD5 + "," + SHA256 + ",a\n",
                        "2 MALFORMED",
                        "0 EMPTY"),
                row(
                        "hashdeep, a size that is none",
                        "a",
                        hashdeep + "x," + MD5 + "," + SHA256 + ",a\n",
                        "6 HASHDEEP MD5 a",
                        "6 HASHDEEP SHA-256 a",
                        "6 MALFORMED"));
    }

    static Stream<Arguments> frames() {
        String begin = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n";
        String end =
                "-----BEGIN PGP SIGNATURE-----\nVersion: x\n\niQIzBAEBCAAdFiEE\n=abcd\n-----END PGP SIGNATURE-----\n";
        String list = SHA256 + "  a\n";
        String sound = begin + list + end;
        String signify = "untrusted comment: verify with x.pub\n" + SIGNIFY + "\n";
        return Stream.of(
                row("clear-signed", "SUMS", sound, "4 GNU_TEXT SHA-256 a", "0 SIGNED"),
                row("clear-signed, CRLF", "SUMS", sound.replace("\n", "\r\n"), "4 GNU_TEXT SHA-256 a", "0 SIGNED"),
                row("blank lines around", "SUMS", "\n\n" + sound + "\n \n", "6 GNU_TEXT SHA-256 a", "0 SIGNED"),
                row(
                        "an escaped dash",
                        "SUMS",
                        begin + "- -\n" + list + end,
                        "5 GNU_TEXT SHA-256 a",
                        "4 MALFORMED",
                        "0 SIGNED"),
                row("a dash that is not", "SUMS", begin + list + "-x\n" + end, "4 GNU_TEXT SHA-256 a", "5 NOT_A_LIST"),
                row("a line behind it", "SUMS", sound + list, "4 GNU_TEXT SHA-256 a", "11 NOT_A_LIST"),
                row("a comment behind it", "SUMS", sound + "#\n", "4 GNU_TEXT SHA-256 a", "11 NOT_A_LIST"),
                row("twice", "SUMS", sound + sound, "4 GNU_TEXT SHA-256 a", "11 NOT_A_LIST"),
                row("a checksum in its header", "SUMS", sound.replace("Hash: SHA512", list.strip()), "2 NOT_A_LIST"),
                row("no empty line", "SUMS", sound.replaceFirst("\n\n", "\n"), "3 NOT_A_LIST"),
                row(
                        "a checksum in the signature",
                        "SUMS",
                        sound.replace("=abcd", list.strip()),
                        "4 GNU_TEXT SHA-256 a",
                        "9 NOT_A_LIST"),
                row("no signature", "SUMS", begin + list, "4 GNU_TEXT SHA-256 a", "4 NOT_A_LIST"),
                row(
                        "half a signature",
                        "SUMS",
                        sound.substring(0, sound.length() - 30),
                        "4 GNU_TEXT SHA-256 a",
                        "9 NOT_A_LIST"),
                row(
                        "a line before it",
                        "SUMS",
                        "x\n" + sound,
                        "5 GNU_TEXT SHA-256 a",
                        "1 MALFORMED",
                        "2 MALFORMED",
                        "3 MALFORMED",
                        "6 MALFORMED",
                        "7 MALFORMED",
                        "9 MALFORMED",
                        "10 MALFORMED",
                        "11 MALFORMED"),
                row(
                        "sections inside",
                        "SUMS",
                        begin + "# SHA1 HASH\n" + SHA1 + "  a\n" + end,
                        "5 GNU_TEXT SHA-1 a",
                        "0 SIGNED"),
                row(
                        "signify",
                        "SHA256.sig",
                        signify + "SHA256 (a) = " + SHA256 + "\n",
                        "3 BSD_TAG SHA-256 a",
                        "0 SIGNED"),
                row("signify, no list", "SHA256.sig", signify, "0 NOT_A_LIST"),
                row("signify, no signature", "SHA256.sig", signify.replace("RWT", "xWT") + list, "2 NOT_A_LIST"),
                row("signify, a comment alone", "SUMS", "untrusted comment: x\n", "1 NOT_A_LIST"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lines", "wholeLists", "frames"})
    void everyFormIsReadAndWhatIsNoneIsNot(String title, String fileName, String list, List<String> outline) {
        assertThat(Listing.ofFile(fileName, list).outline()).isEqualTo(outline);
    }

    static Stream<Arguments> promises() {
        String md5 = "MD5 (a.jar) = " + MD5;
        return Stream.of(
                row("tag", "a.jar.sha256", md5),
                row("tag of a weaker one", "SHA256SUMS", "CRC32 (a.jar) = " + CRC32),
                row("tag of a stronger one", "SHA256SUMS", "SHA512 (a.jar) = " + SHA512),
                row("OpenSSL", "a.jar.sha256sum", "MD5(a.jar)= " + MD5),
                row("gpg", "SHA256SUMS.asc", "a.jar: MD5 = 9F 9F 90 DB E3 E5 EE 12  18 C8 6B 88 39 DB 19 95"),
                row("CSV", "list.sha256", "name,nameBytes,algorithm,digest\n\"a.jar\",,MD5," + MD5),
                row(
                        "JSON",
                        "list.sha256",
                        "{\"checksums\":[{\"name\":\"a\",\"algorithm\":\"MD5\",\"digest\":\"" + MD5 + "\"}]}"),
                row("CSV of checksum-maven-plugin", "list.sha256", "#File,MD5\na.jar," + MD5),
                row(
                        "XML of checksum-maven-plugin",
                        "list.sha256",
                        "<files><file name='a'><hashcode algorithm='MD5'>" + MD5 + "</hashcode></file></files>"),
                row("label", "a.jar.sha256", "MD5: " + MD5),
                row("subresource integrity", "a.jar.sha256", "sha512-" + BASE64_512),
                row("certutil", "a.jar.sha256", "MD5 hash of a.jar:\r\n" + MD5 + "\r\n"),
                row("Get-FileHash", "a.jar.sha256", "Algorithm : MD5\r\nHash      : " + MD5 + "\r\nPath      : a.jar"),
                row("hashdeep", "list.sha256", "%%%% HASHDEEP-1.0\n%%%% md5,filename\n" + MD5 + ",a.jar\n"),
                row("section", "a.jar.sha256", "# MD5 HASH\n" + MD5 + "  a.jar\n"),
                row("SFV", "SHA256SUMS", "; x\na.jar " + CRC32),
                row("a signed list", "SHA256.sig", "untrusted comment: x\n" + SIGNIFY + "\n" + md5),
                row("a family", "a.jar.sha", md5),
                row("a family that is not available", "b2sums.txt", "SHA512 (a.jar) = " + SHA512),
                row("a number", "a.jar.cksum", "CRC32 (a.jar) = " + CRC32));
    }

    /** As {@code sha256sum -c} refuses them, whatever the name is there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("promises")
    void whatTheNameOfAListPromisesIsKeptInEveryForm(String title, String fileName, String list, List<String> none) {
        Listing listing = Listing.ofFile(fileName, list);

        assertThat(listing.entries()).isEmpty();
        assertThat(listing.kinds()).contains(Kind.OTHER_ALGORITHM, Kind.EMPTY).hasSizeBetween(2, 3);
        assertThat(listing.problems())
                .filteredOn(problem -> problem.kind() == Kind.OTHER_ALGORITHM)
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("the name of the list promises"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256SUMS", "a.jar.sha256", "a.jar.sha256sum", "x_sha256sums.txt", "SHASUMS256.txt.asc"})
    void untaggedDigestsOfAnotherLengthThanTheNamePromisesAreNoEntries(String fileName) {
        Listing listing = Listing.ofFile(fileName, MD5 + "  a.jar\n" + CRC32 + " *a.jar\n");

        assertThat(listing.outline()).containsExactly("1 WRONG_LENGTH", "2 WRONG_LENGTH", "0 EMPTY");
    }

    @Test
    void eightDecimalDigitsOfACrcCanBeMeantInTwoWays() {
        ListEntry entry = Listing.ofFile("amp.txt.crc32", "30677878").entries().get(0);

        assertThat(entry.accepts(Digest.of(30_677_878))).isTrue();
        assertThat(entry.accepts(Digest.of(0x3067_7878))).isTrue();
        assertThat(entry.accepts(Digest.of(30_677_879))).isFalse();
        assertThat(entry.digest()).isEqualTo(Digest.of(30_677_878));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00677878", "3067787a", "0"})
    void otherCrcsCanBeMeantInOneWayOnly(String digits) {
        ListEntry entry = Listing.ofFile("amp.txt.crc32", digits).entries().get(0);

        assertThat(entry.otherwise()).isNull();
        assertThat(entry.digest()).isEqualTo(Digest.of(Integer.parseUnsignedInt(digits, 16)));
    }

    @Test
    void whatFollowsFromTheLengthAloneMayBeOfAnotherAlgorithm() {
        assertThat(Listing.of(SHA512 + "  a\n").entries().get(0).otherAlgorithms())
                .containsExactly("BLAKE2b", "SHA3-512", "Whirlpool");
        assertThat(Listing.of(SHA256 + "  a\n").entries().get(0).otherAlgorithms())
                .contains("BLAKE3", "SM3");
        assertThat(Listing.ofFile("SHA512SUMS", SHA512 + "  a\n")
                        .entries()
                        .get(0)
                        .otherAlgorithms())
                .isEmpty();
        assertThat(Listing.of("SHA512 (a) = " + SHA512).entries().get(0).otherAlgorithms())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BLAKE2b (a) = ", "BLAKE2b-256 (a) = ", "BLAKE3 (a) = ", "SM3 (a) = ", "RMD160 (a) = ", "sm3: "})
    void anAlgorithmOfAProviderSaysWhichProviderHasIt(String beginning) {
        List<ListProblem> problems =
                Listing.ofFile("a.checksum", beginning + SHA256).problems();

        assertThat(problems.get(0).kind()).isEqualTo(Kind.UNKNOWN_ALGORITHM);
        assertThat(problems.get(0).what())
                .endsWith(
                        "which is not available here; Bouncy Castle has it: add org.bouncycastle:bcprov-jdk18on to the"
                                + " dependencies of the plugin");
        assertThat(problems.get(1).what()).isEqualTo("has no checksum of an algorithm that is available here");
    }

    @Test
    void anAlgorithmThatNobodyHasSaysWhatItWouldTake() {
        assertThat(Listing.of("XXH128 (a) = " + MD5).problems().get(0).what())
                .isEqualTo(
                        "is of the algorithm 'XXH128', which is not available here; it needs a dependency of the plugin"
                                + " that has it as a java.security.Provider");
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of("PK\3\4\24\0\10\10", "a ZIP or JAR archive"),
                Arguments.of("\u001f\u008b\10\0", "a gzip archive"),
                Arguments.of("BZh91AY&SY", "a bzip2 archive"),
                Arguments.of("\u00fd7zXZ\0\0", "an xz archive"),
                Arguments.of("x".repeat(257) + "ustar  \0", "a tar archive"),
                Arguments.of("\u007fELF\2\1\1", "an ELF binary"),
                Arguments.of("<!DOCTYPE html>", "a web page"),
                Arguments.of("\n\n<html>", "a web page"),
                Arguments.of("-----BEGIN PGP SIGNATURE-----\n", "a detached OpenPGP signature"),
                Arguments.of("-----BEGIN PGP PUBLIC KEY BLOCK-----\n", "an OpenPGP key or message"),
                Arguments.of("-----BEGIN CERTIFICATE-----\n", "a certificate, a key or another PEM file"),
                Arguments.of(
                        "version https://git-lfs.github.com/spec/v1\noid sha256:" + SHA256, "a pointer of Git LFS"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void foreign(String beginning, String what) {
        Listing listing = Listing.of(beginning + "\nx\n".repeat(5_000));

        assertThat(listing.outline()).containsExactly("1 NOT_A_LIST");
        assertThat(listing.problems().get(0).what()).startsWith("is " + what).contains("not a list of checksums");
    }

    @Test
    void randomBytesAreBinaryInOneSentence() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[4_000];
            random.nextBytes(bytes);

            assertThat(Listing.of(new String(bytes, StandardCharsets.ISO_8859_1))
                            .outline())
                    .containsExactly("1 NOT_A_LIST");
        }
    }

    static Stream<Arguments> empty() {
        return Stream.of(
                Arguments.of("", "has no checksum in it; it is an empty file"),
                Arguments.of("\r\n\n", "has no checksum in it; it has nothing but blank lines"),
                Arguments.of("# a\n#b\n", "has no checksum in it; it has nothing but comments"),
                Arguments.of(
                        "# a\n404: Not Found\n",
                        "has no checksum in it; it seems to be text that begins with '404: Not Found'"),
                Arguments.of("SHA256SUMS", "has no checksum in it; it seems to be text that begins with 'SHA256SUMS'"));
    }

    @ParameterizedTest
    @MethodSource
    void empty(String list, String what) {
        List<ListProblem> problems = Listing.of(list).problems();

        assertThat(problems.get(problems.size() - 1)).isEqualTo(new ListProblem(Kind.EMPTY, 0, what));
    }

    /** Also of what is UTF-16. */
    @Test
    void utf16IsWindowsAndSoAreItsNames() {
        byte[] list = ("\ufeff\\" + SHA256 + " *d\\\\ä.jar\r\n").getBytes(StandardCharsets.UTF_16LE);

        Listing listing = Listing.of(new String(list, StandardCharsets.ISO_8859_1));

        assertThat(listing.entries())
                .extracting(entry -> entry.name().toString())
                .containsExactly("d/ä.jar");
        assertThat(listing.problems())
                .containsExactly(new ListProblem(Kind.BYTE_ORDER_MARK, 1, "begins with the byte order mark of UTF-16"));
    }

    private static List<String> both(int line, String name) {
        return List.of(line + " CKSUM CKSUM " + name, line + " CKSUM SIZE " + name);
    }

    /** {@code outline}: strings, and lists of them. */
    private static Arguments row(String title, String fileName, String list, Object... outline) {
        List<?> flat = Arrays.stream(outline)
                .flatMap(part -> part instanceof List<?> several ? several.stream() : Stream.of(part))
                .toList();
        return Arguments.of(title, fileName, list, flat);
    }
}
