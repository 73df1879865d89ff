package io.github.syscallmaven.checksum.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.create.ChecksumCreation;
import io.github.syscallmaven.checksum.create.CreationRequest;
import io.github.syscallmaven.checksum.create.Input;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import io.github.syscallmaven.checksum.select.AntPatterns;
import io.github.syscallmaven.checksum.verify.VerificationRequest.SidecarSearch;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChecksumVerificationTest {
    private static final Leniency IGNORE_MISSING = new Leniency(true, false, false, true);
    private static final Leniency LENIENT = new Leniency(false, true, false, true);

    @TempDir
    Path folder;

    private final List<Verdict> verdicts = new ArrayList<>();

    @Test
    void everythingThatIsWrongIsToldInOneRunByNameInTheOrderOfTheList() throws Exception {
        for (String name : List.of("good", "tampered", "unreadable", "growing", "old-name", "z-good")) {
            write(name, "content of " + name);
        }
        list("SUMS", "good", "tampered", "missing:gone", "unreadable", "growing", "old-name", "../outside:x", "z-good");
        Files.writeString(folder.resolve("SUMS"), "not a checksum\n", StandardOpenOption.APPEND);
        write("tampered", "content of Tampered");
        Files.move(folder.resolve("old-name"), folder.resolve("new-name"));
        write("extra", "nobody knows me");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("good"));
        FileIo io = FilesIo.with((name, sink) -> {
            if (name.toString().equals("unreadable")) {
                throw new AccessDeniedException("unreadable", null, "openat2: EACCES (Permission denied)");
            }
            return piece -> {
                if (name.toString().equals("growing")) {
                    Files.writeString(folder.resolve("growing"), "more", StandardOpenOption.APPEND);
                }
                sink.accept(piece);
            };
        });

        VerificationCounts report = verify(io, Leniency.DEFAULT, PathFilter.ALL, "SUMS");

        assertThat(outline())
                .containsExactly(
                        "ok good",
                        "mismatch tampered",
                        "missing missing",
                        "unreadable unreadable",
                        "changed growing",
                        "missing old-name",
                        "refused ../outside",
                        "ok z-good",
                        "malformed line 9",
                        "extra extra",
                        "extra link",
                        "moved new-name");
        assertThat(report.failures()).isEqualTo(10);
        assertThat(report.count(Status.OK)).isEqualTo(2);
        assertThat(report)
                .hasToString("2 ok, 1 mismatch, 2 missing, 1 unreadable, 1 refused, 1 changed, 1 malformed, 2 extra, 1"
                        + " moved");
        assertThat(verdicts.get(1))
                .hasToString("'tampered': mismatch, its SHA-256 is " + sha256("content of Tampered") + ", not "
                        + sha256("content of tampered") + " (SUMS, line 2)");
        assertThat(verdicts.get(3))
                .hasToString("'unreadable': unreadable, openat2: EACCES (Permission denied) (SUMS, line 4)");
        assertThat(verdicts.get(10)).hasToString("'link': extra, it is a symbolic link");
        assertThat(verdicts.get(11)).hasToString("'new-name': moved, was 'old-name'");
    }

    /**
     * The CRC32 of the one has eight hexadecimal digits without a letter; that of the other, in decimal, has as many.
     */
    @ParameterizedTest
    @CsvSource({"file 4, 69793947, ok", "file 303, 24247965, ok", "file 5, 24247965, mismatch"})
    void eightDigitsOfACrcAreHexadecimalOrDecimal(String content, String crc, String status) throws Exception {
        write("a.zip", content + "\n");
        write("a.zip.crc32", crc);

        verify(Leniency.DEFAULT, null, "a.zip.crc32");

        assertThat(outline()).contains(status + " a.zip");
    }

    @Test
    void aCleanTreePasses() throws Exception {
        write("a", "1");
        write("d/b", "2");
        list("SUMS", "a", "./d//b");

        VerificationCounts report = verify(Leniency.DEFAULT, PathFilter.ALL, "SUMS");

        assertThat(report.failures()).isZero();
        assertThat(report).hasToString("2 ok");
        assertThat(report.forms()).isEqualTo("2 GNU text");
        assertThat(report.totals().files()).isEqualTo(2);
    }

    @Test
    void missingFilesCanBeForgivenAsLongAsOneIsThere() throws Exception {
        write("a", "1");
        list("SUMS", "a", "b:x");

        assertThat(verify(Leniency.DEFAULT, null, "SUMS").failures()).isEqualTo(1);
        assertThat(verify(IGNORE_MISSING, null, "SUMS").failures()).isZero();
        Files.delete(folder.resolve("a"));
        assertThat(verify(IGNORE_MISSING, null, "SUMS").failing()).containsExactly(Status.NOTHING_VERIFIED);
    }

    @Test
    void malformedLinesCanBeForgivenAsLongAsOneIsWellFormed() throws Exception {
        write("a", "1");
        list("SUMS", "a");
        Files.writeString(folder.resolve("SUMS"), "hello\n", StandardOpenOption.APPEND);

        assertThat(verify(Leniency.DEFAULT, null, "SUMS").failing()).containsExactly(Status.MALFORMED);
        assertThat(verify(LENIENT, null, "SUMS").failures()).isZero();
        write("SUMS", "hello\n");
        assertThat(verify(LENIENT, null, "SUMS").failing()).containsExactly(Status.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                             EMPTY",
        "'# only a comment',             EMPTY",
        "'<!DOCTYPE html><html></html>', NOT_A_LIST",
        "'  a',                          MALFORMED",
        "'e3b0c442  a',                  MALFORMED",
    })
    void whatProvesNothingFails(String content, Status status) throws Exception {
        write("a", "");
        write("a.sha256", content);

        assertThat(verify(Leniency.DEFAULT, null, "a.sha256").failing()).contains(status);
    }

    @Test
    void oneNameWithTwoDigestsFailsWhicheverIsLast() throws Exception {
        write("a", "1");
        for (String lines :
                List.of(sha256("1") + "  a\n" + sha256("2") + "  a\n", sha256("2") + "  a\n" + sha256("1") + "  a\n")) {
            write("SUMS", lines);
            verdicts.clear();

            verify(Leniency.DEFAULT, null, "SUMS");

            assertThat(outline()).containsExactlyInAnyOrder("ok a", "mismatch a", "conflict line 2");
        }
    }

    @Test
    void twoSpellingsOfAMissingNameAreOneNameWithTwoDigests() throws Exception {
        write("a.jar", "a");
        write("SUMS", sha256("a") + "  a.jar\n" + sha256("1") + "  gone\n" + sha256("2") + "  ./gone\n");

        assertThat(verify(IGNORE_MISSING, null, "SUMS").failing()).containsExactly(Status.CONFLICT);
    }

    @Test
    void aNameThatEndsLikeADirectorysIsNotThatOfAFile() throws Exception {
        write("a.jar", "a");
        for (String name : List.of("a.jar/", "a.jar/.", "a.jar//")) {
            write("SUMS", sha256("a") + "  " + name + "\n");

            assertThat(verify(Leniency.DEFAULT, null, "SUMS").failing())
                    .as(name)
                    .containsExactly(Status.REFUSED);
        }
    }

    @Test
    void digestsAreComparedWhateverTheirCase() throws Exception {
        write("a", "1");
        write("SUMS", sha256("1").toUpperCase(Locale.ROOT) + "  a\n");

        assertThat(verify(Leniency.DEFAULT, null, "SUMS").failures()).isZero();
    }

    @Test
    void filesWithOnlyWeakDigestsAreToldAndCanFail() throws Exception {
        write("a", "abc");
        write("b", "abc");
        String md5 = "900150983cd24fb0d6963f7d28e17f72";
        write("MD5SUMS", md5 + "  a\n" + md5 + "  b\n");
        list("SUMS", "b");

        VerificationCounts report = verify(Leniency.DEFAULT, null, "MD5SUMS", "SUMS");

        assertThat(report.failures()).isZero();
        assertThat(verdicts.get(3)).hasToString("weak, only MD5 for 1 file, such as 'a'");
        assertThat(verify(new Leniency(false, false, true, true), null, "MD5SUMS")
                        .failing())
                .containsExactly(Status.WEAK);
    }

    @Test
    void neighbouringEntriesForOneFileAreOneReadOfIt() throws Exception {
        write("a", "abc");
        write("SUMS", "MD5 (a) = 900150983cd24fb0d6963f7d28e17f72\nSHA256 (a) = " + sha256("abc") + "\n");
        write("a.sha1", "a9993e364706816aba3e25717850c26c9cd0d89d");
        write("a.sha256", sha256("abc"));
        AtomicLong reads = new AtomicLong();
        FileIo counting = FilesIo.with((name, sink) -> {
            reads.addAndGet(name.toString().equals("a") ? 1 : 0);
            return sink;
        });

        assertThat(verify(counting, Leniency.DEFAULT, null, "SUMS").failures()).isZero();
        assertThat(reads).hasValue(1);
        VerificationCounts sidecars = run(counting, request(PathFilter.ALL, Leniency.DEFAULT, null));
        assertThat(sidecars).hasToString("1 ok");
        assertThat(reads).hasValue(2);
    }

    @Test
    void aFileOfSeveralListsIsReadOnceForAllTheirDigestsAndCountsOnce() throws Exception {
        for (String name : List.of("a", "b", "c")) {
            write(name, "content of " + name);
        }
        list("FIRST", "a", "b", "c", "gone:x");
        list("SECOND", "c", "gone:x", "./b", "a");
        write("c.sha512", sha512("content of c"));
        write("tagged", "SHA512 (b) = " + sha512("content of b") + "\nSHA256 (a) = " + sha256("content of a") + "\n");
        write("b", "content of B");
        List<String> reads = Collections.synchronizedList(new ArrayList<>());
        FileIo counting = FilesIo.with((name, sink) -> {
            reads.add(name.toString());
            return sink;
        });

        VerificationCounts report = verify(counting, Leniency.DEFAULT, null, "FIRST", "SECOND", "c.sha512", "tagged");

        assertThat(reads).filteredOn(name -> name.length() == 1).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(reads).filteredOn("gone"::equals).hasSize(1);
        assertThat(outline())
                .containsExactly(
                        "ok a",
                        "mismatch b",
                        "ok c",
                        "missing gone",
                        "ok c",
                        "missing gone",
                        "mismatch b",
                        "ok a",
                        "ok c",
                        "mismatch b",
                        "ok a");
        assertThat(report).hasToString("2 ok, 1 mismatch, 1 missing");
        assertThat(report.failures()).isEqualTo(5);
        assertThat(report.totals().files()).isEqualTo(3);
        assertThat(verdicts.get(9).what()).startsWith("its SHA-512 is " + sha512("content of B"));
    }

    @Test
    void entriesFarApartInOneListAreOneReadToo() throws Exception {
        StringBuilder sha256 = new StringBuilder();
        StringBuilder sha512 = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            write("f" + i, "content of " + i);
            sha256.append("SHA256 (f" + i + ") = " + sha256("content of " + i) + "\n");
            sha512.append("SHA512 (./f" + i + ") = " + sha512("content of " + i) + "\n");
        }
        write("SUMS", sha256 + "" + sha512);
        AtomicLong reads = new AtomicLong();
        FileIo counting = FilesIo.with((name, sink) -> {
            reads.addAndGet(name.at(0) == 'f' ? 1 : 0);
            return sink;
        });

        VerificationCounts report = verify(counting, Leniency.DEFAULT, null, "SUMS");

        assertThat(reads).hasValue(300);
        assertThat(verdicts).hasSize(600).allMatch(verdict -> verdict.status() == Status.OK);
        assertThat(report).hasToString("300 ok");
    }

    @Test
    void sidecarsAndListsOfOneFileAreOneReadOfIt() throws Exception {
        write("a.jar", "abc");
        write("a.jar.md5", "900150983cd24fb0d6963f7d28e17f72");
        write("a.jar.old.md5", "900150983cd24fb0d6963f7d28e17f72  a.jar.old");
        write("a.jar.old", "abc");
        write("a.jar.sha256", sha256("abc"));
        list("SUMS", "a.jar");
        List<String> reads = Collections.synchronizedList(new ArrayList<>());
        FileIo counting = FilesIo.with((name, sink) -> {
            reads.add(name.toString());
            return sink;
        });
        SidecarSearch all = new SidecarSearch(PathFilter.ALL, PathFilter.ALL);

        VerificationCounts report = run(
                counting,
                new VerificationRequest(base(), base(), lists("SUMS"), all, null, Leniency.DEFAULT, null, List.of()));

        assertThat(reads).filteredOn("a.jar"::equals).hasSize(1);
        assertThat(outline()).containsExactly("ok a.jar", "ok a.jar", "ok a.jar.old", "ok a.jar", "weak line 0");
        assertThat(report).hasToString("2 ok, 1 weak");
    }

    @Test
    void aListThatChangesBetweenItsTwoReadingsIsVerifiedAsItIsInTheEnd() throws Exception {
        write("a", "abc");
        write("b", "abc");
        write("FIRST", "SHA256 (a) = " + sha256("abc") + "\nSHA256 (b) = " + sha256("abc") + "\n");
        String before = "SHA256 (a) = " + sha256("abc") + "\n";
        String after = "SHA512 (a) = " + sha512("abc") + "\nSHA512 (b) = " + sha512("ABC") + "\n";
        AtomicLong readings = new AtomicLong();
        write("SECOND", "");
        FileIo io = FilesIo.with((name, sink) -> {
            if (!name.toString().equals("SECOND")) {
                return sink;
            }
            String text = readings.getAndIncrement() == 0 ? before : after;
            sink.accept(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return sink;
        });

        VerificationCounts report = verify(io, Leniency.DEFAULT, null, "FIRST", "SECOND");

        assertThat(outline()).containsExactly("ok a", "ok b", "ok a", "mismatch b");
        assertThat(report).hasToString("1 ok, 1 mismatch");
    }

    @Test
    void aFileThatCannotBeReadIsReportedForEachOfItsEntriesAndTriedOnce() throws Exception {
        write("a", "abc");
        write("locked", "abc");
        list("FIRST", "a", "locked");
        list("SECOND", "locked", "a");
        AtomicLong tries = new AtomicLong();
        FileIo io = FilesIo.with((name, sink) -> {
            if (name.toString().equals("locked")) {
                tries.incrementAndGet();
                throw new AccessDeniedException("locked", null, "openat2: EACCES (Permission denied)");
            }
            return sink;
        });

        VerificationCounts report = verify(io, Leniency.DEFAULT, null, "FIRST", "SECOND");

        assertThat(tries).hasValue(1);
        assertThat(outline()).containsExactly("ok a", "unreadable locked", "unreadable locked", "ok a");
        assertThat(verdicts.get(2).what()).isEqualTo("openat2: EACCES (Permission denied)");
        assertThat(report).hasToString("1 ok, 1 unreadable");
    }

    @Test
    void aFileWithAMismatchIsNotVerifiedWhateverElseMatches() throws Exception {
        write("a", "abc");
        write("SUMS", "SHA256 (a) = " + sha256("abc") + "\nSHA512 (a) = " + sha512("abd") + "\n");

        VerificationCounts report = verify(Leniency.DEFAULT, null, "SUMS");

        assertThat(outline()).containsExactly("ok a", "mismatch a");
        assertThat(report).hasToString("1 mismatch");
        assertThat(report.summary()).startsWith("0 files by 2 checksums (2 BSD tag), 3 bytes in ");
    }

    @Test
    void weakIsWhatHasNothingStrongerAndAllOfItIsNamed() throws Exception {
        write("a", "abc");
        write("b", "abc");
        String md5 = "900150983cd24fb0d6963f7d28e17f72";
        String sha1 = "a9993e364706816aba3e25717850c26c9cd0d89d";
        write(
                "SUMS",
                "MD5 (a) = " + md5 + "\nMD5 (b) = " + md5 + "\nSHA1 (a) = " + sha1 + "\nSHA1 (b) = " + sha1 + "\n");

        assertThat(verify(Leniency.DEFAULT, null, "SUMS")).hasToString("2 ok, 1 weak");
        assertThat(verdicts.get(4)).hasToString("weak, only MD5 and SHA-1 for 2 files, such as 'a', 'b'");
        verdicts.clear();
        list("MORE", "a", "b");
        assertThat(verify(Leniency.DEFAULT, null, "SUMS", "MORE")).hasToString("2 ok");
    }

    @Test
    void checksumsAndSignaturesBesideListedFilesAreNotExtra() throws Exception {
        write("a.jar", "abc");
        list("SHA256SUMS", "a.jar");
        for (String name : List.of(
                "SHA256SUMS.asc",
                "SHA256SUMS.gpg",
                "SHA256SUMS.asc.sha512",
                "a.jar.sha512",
                "a.jar.sha512sum",
                "a.jar.sha",
                "a.jar.md5",
                "a.jar.asc",
                "a.jar.asc.md5",
                "a.jar.sigstore.json")) {
            write(name, "of its own kind");
        }

        assertThat(verify(Leniency.DEFAULT, PathFilter.ALL, "SHA256SUMS").failures())
                .isZero();
        for (String name : List.of("b.jar.sha512", "b.asc", ".asc", "a.jar.exe", "d/a.jar.asc", "SHA256SUMS.asc.exe")) {
            write(name, "nobody knows me");
        }
        Files.createSymbolicLink(folder.resolve("a.jar.sig"), Path.of("a.jar"));
        verdicts.clear();
        verify(Leniency.DEFAULT, PathFilter.ALL, "SHA256SUMS");
        assertThat(outline())
                .containsExactly(
                        "ok a.jar",
                        "extra .asc",
                        "extra SHA256SUMS.asc.exe",
                        "extra a.jar.exe",
                        "extra a.jar.sig",
                        "extra b.asc",
                        "extra b.jar.sha512",
                        "extra d/a.jar.asc");
    }

    @Test
    void whatStandsBesideAFileThatIsNotAuditedIsNotExtra() throws Exception {
        write("a", "abc");
        write("b.jar", "abc");
        write("b.jar.asc", "signature");
        list("SUMS", "a");

        assertThat(verify(Leniency.DEFAULT, new AntPatterns(List.of(), List.of("*.jar")), "SUMS")
                        .failures())
                .isZero();
    }

    @Test
    void aListIsNoExtraFileWhicheverWayLeadsToIt() throws Exception {
        write("real/a", "abc");
        write("real/d/x", "abc");
        list("real/d/SUMS", "real/a:abc");
        write("real/d/SUMS", sha256("abc") + "  a\n" + sha256("abc") + "  d/x\n");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        Files.createSymbolicLink(folder.resolve("real/e"), Path.of("d"));
        BytePath linked = base().resolve(BytePath.of("link"));
        for (String list : List.of("real/d/SUMS", "link/d/SUMS", "real/e/SUMS", "link/e/SUMS")) {
            verdicts.clear();
            PathFilter withoutLink = new AntPatterns(List.of(), List.of("e"));

            VerificationCounts report = run(
                    FilesIo.real(),
                    new VerificationRequest(
                            linked, linked, lists(list), null, null, Leniency.DEFAULT, withoutLink, List.of()));

            assertThat(report).as(list).hasToString("2 ok");
        }
    }

    @Test
    void ofSidecarsThePatternsSpeakOfTheFilesThatTheyAreOf() throws Exception {
        write("lib/a.jar", "abc");
        write("lib/a.jar.sha256", sha256("abc"));
        write("lib/a.jar.md5", "0".repeat(32));
        write("lib/b.zip", "tampered");
        write("lib/b.zip.sha256", sha256("abc"));
        write("lib/c.txt", "tampered");
        write("lib/all.sha256", sha256("abc") + "  a.jar\n" + sha256("abc") + "  c.txt\n");
        PathFilter jars = new AntPatterns(List.of("lib/*.jar"), List.of());
        PathFilter noMd5 = new AntPatterns(List.of(), List.of("**/*.md5"));

        VerificationCounts report = run(
                FilesIo.real(),
                new VerificationRequest(
                        base(),
                        base(),
                        List.of(),
                        new SidecarSearch(jars, noMd5),
                        null,
                        Leniency.DEFAULT,
                        null,
                        List.of()));

        assertThat(outline()).containsExactly("ok lib/a.jar", "ok lib/a.jar");
        assertThat(report).hasToString("1 ok");
    }

    @Test
    void whateverAReaderThrowsIsAFindingAndTheOtherListsAreRead() throws Exception {
        write("a", "tampered");
        list("SUMS", "a:abc");
        // The JDK's parser has no text for these errors, and throws something that has nothing to do with XML.
        write("control.sha256", "<?xml version=\"1.0\"?><!DOCTYPE x [\u0001]><files/>");
        write("doctype.sha256", "<?xml version=\"1.1\"?><!DOCTYPE x []><files/>");
        write("BROKEN", "");
        FileIo io = FilesIo.with((name, sink) -> {
            if (name.toString().equals("BROKEN")) {
                throw new IllegalStateException("two\nlines");
            }
            return sink;
        });

        VerificationCounts report =
                verify(io, Leniency.DEFAULT, null, "control.sha256", "doctype.sha256", "BROKEN", "SUMS");

        assertThat(verdicts.stream()
                        .filter(verdict -> verdict.status() == Status.NOT_A_LIST)
                        .map(Verdict::place))
                .contains("BROKEN")
                .anyMatch(place -> place.startsWith("control.sha256"))
                .anyMatch(place -> place.startsWith("doctype.sha256"));
        assertThat(verdicts).noneMatch(verdict -> verdict.toString().contains("\n"));
        assertThat(report.count(Status.MISMATCH)).isEqualTo(1);
    }

    @Test
    void manyMovedEqualFilesAreEachFoundOnce() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            lines.append(sha256("")).append("  old/").append(i).append('\n');
            write("new/" + i, "");
        }
        write("SUMS", lines.toString());

        VerificationCounts report = verify(Leniency.DEFAULT, PathFilter.ALL, "SUMS");

        assertThat(report).hasToString("2,000 missing, 2,000 moved");
        assertThat(verdicts.stream().map(Verdict::what).distinct()).hasSize(2_001);
    }

    @Test
    void sidecarsAreFoundAndMeanTheFileBesideThemWhateverTheyCallIt() throws Exception {
        write("g/a.jar", "abc");
        write("g/a.jar.sha1", "a9993e364706816aba3e25717850c26c9cd0d89d  /home/somebody/a.jar");
        write("g/a.jar.md5", "MD5(/build/a.jar)= 900150983cd24fb0d6963f7d28e17f72\n");
        write("g/b.jar.sha256", sha256("abc"));
        write("g/a.pom", "abc");
        write("g/a.pom.sha256", sha256("other") + "  a.pom");

        VerificationCounts report = run(FilesIo.real(), request(PathFilter.ALL, Leniency.DEFAULT, PathFilter.ALL));

        assertThat(outline())
                .containsExactly("ok g/a.jar", "ok g/a.jar", "mismatch g/a.pom", "missing g/b.jar", "weak line 0");
        assertThat(report.failures()).isEqualTo(2);
    }

    @Test
    void aListAmongTheSidecarsIsOfFilesInItsFolder() throws Exception {
        write("g/a", "abc");
        write("g/b", "abc");
        write("g/all.sha256", sha256("abc") + "  a\n" + sha256("abc") + "  b\n");
        write("h/one.sha256", sha256("abc") + "  c\n");
        write("h/c", "abc");

        VerificationCounts report = run(FilesIo.real(), request(PathFilter.ALL, Leniency.DEFAULT, PathFilter.ALL));

        assertThat(outline()).containsExactly("ok g/a", "ok g/b", "ok h/c");
        assertThat(report.failures()).isZero();
    }

    @Test
    void aSidecarGivenAsTheListMeansTheFileBesideIt() throws Exception {
        write("a.jar", "abc");
        write("a.jar.sha256", sha256("abc") + "  /home/somebody/target/a.jar\n");

        assertThat(verify(Leniency.DEFAULT, null, "a.jar.sha256").failures()).isZero();
        assertThat(outline()).containsExactly("ok a.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/hostname", "a/../../x", "link", "linked/x", "pipe", "folder"})
    void namesThatLeadOutOrAreNoFilesAreRefused(String name) throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/hostname"));
        Files.createSymbolicLink(folder.resolve("linked"), Path.of("/etc"));
        Files.createDirectory(folder.resolve("folder"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        write("SUMS", sha256("x") + "  " + name + "\n");

        assertThat(verify(Leniency.DEFAULT, null, "SUMS").failing()).containsExactly(Status.REFUSED);
    }

    @Test
    void anAuditDoesNotMindListsAndReports() throws Exception {
        write("a", "1");
        list("SUMS", "a");
        write("report.json", "{}");
        BytePath report = BytePath.of(folder.resolve("report.json").toString());

        VerificationRequest request = new VerificationRequest(
                base(), base(), lists("SUMS"), null, null, Leniency.DEFAULT, PathFilter.ALL, List.of(report));

        assertThat(run(FilesIo.real(), request).failures()).isZero();
    }

    @Test
    void extraFilesCanBeForgiven() throws Exception {
        write("a", "1");
        write("b", "1");
        list("SUMS", "a");

        VerificationCounts report = verify(new Leniency(false, false, false, false), PathFilter.ALL, "SUMS");

        assertThat(report.failures()).isZero();
        assertThat(report.count(Status.EXTRA)).isEqualTo(1);
        assertThat(outline()).contains("extra b");
    }

    @Test
    void aListThatIsNotThereIsToldAndTheOthersAreReadAllTheSame() throws Exception {
        write("a", "abc");
        list("SUMS", "a");
        Leniency all = new Leniency(true, true, false, false);

        VerificationCounts report = verify(all, null, "gone", "SUMS", "no/folder");

        assertThat(outline()).containsExactly("unreadable gone", "ok a", "unreadable no/folder");
        assertThat(verdicts.get(0)).hasToString("'gone': unreadable, there is no such file");
        assertThat(report.failing()).containsExactly(Status.UNREADABLE);
    }

    @Test
    void everyListHasToBeGoodForSomething() throws Exception {
        write("a", "abc");
        list("FIRST", "a", "b:x");
        list("SECOND", "c:x", "d:x");

        VerificationCounts report = verify(IGNORE_MISSING, null, "FIRST", "SECOND");

        assertThat(report.failing()).containsExactly(Status.NOTHING_VERIFIED);
        assertThat(verdicts.get(4)).hasToString("'SECOND': nothing verified, none of the files it lists exists");
    }

    @Test
    void aSidecarForAnotherFileDoesNotLeaveItsOwnUnverified() throws Exception {
        write("a.jar", "tampered");
        write("b.jar", "abc");
        write("a.jar.sha256", sha256("abc") + "  b.jar\n");

        assertThat(verify(Leniency.DEFAULT, null, "a.jar.sha256").failing()).containsExactly(Status.MISMATCH);
        verdicts.clear();
        VerificationCounts report = run(FilesIo.real(), request(PathFilter.ALL, Leniency.DEFAULT, null));
        assertThat(outline()).containsExactly("note line 1", "mismatch a.jar");
        assertThat(report.failing()).containsExactly(Status.MISMATCH);
    }

    @Test
    void aFolderOfTheListsNameMakesNoSidecarOfIt() throws Exception {
        Files.createDirectory(folder.resolve("dist"));
        write("foo.zip", "abc");
        write("dist.sha256", sha256("abc") + "  foo.zip\n");

        assertThat(verify(Leniency.DEFAULT, null, "dist.sha256").failures()).isZero();
        assertThat(outline()).containsExactly("ok foo.zip");
    }

    @Test
    void aSidecarThatIsALinkIsRefused() throws Exception {
        write("a", "tampered");
        write("real", sha256("abc") + "\n");
        Files.createSymbolicLink(folder.resolve("a.sha256"), Path.of("real"));
        write("b", "abc");
        write("b.sha256", sha256("abc") + "\n");

        VerificationCounts report = run(FilesIo.real(), request(PathFilter.ALL, Leniency.DEFAULT, null));

        assertThat(outline()).containsExactly("refused a.sha256", "ok b");
        assertThat(report.failing()).containsExactly(Status.REFUSED);
    }

    @Test
    void oneMissingFileIsMovedOnce() throws Exception {
        write("x", "abc");
        write("y", "abc");
        write("z", "abc");
        String md5 = "900150983cd24fb0d6963f7d28e17f72";
        write("SUMS", "SHA256 (gone) = " + sha256("abc") + "\nMD5 (gone) = " + md5 + "\n" + sha256("abc") + "  x\n");
        write("w", "another");
        write(
                "OTHER",
                "SHA256 (away) = " + sha256("another") + "\nMD5 (away) = " + md5 + "\n" + sha256("abc") + "  x\n");

        verify(Leniency.DEFAULT, PathFilter.ALL, "SUMS", "OTHER");

        // Both digests have to be those of the missing file.
        assertThat(outline()).contains("extra w", "moved y", "extra z").doesNotContain("moved z", "moved w");
    }

    @Test
    void veryLongNamesDoNotFillTheMemory() throws Exception {
        write("a", "abc");
        try (var out = Files.newBufferedWriter(folder.resolve("SUMS"))) {
            String name = "n".repeat(1 << 20);
            for (int i = 0; i < 100; i++) {
                out.write(sha256("abc") + "  " + name + i + "\n");
            }
            out.write(sha256("abc") + "  a\n");
        }
        List<Long> used = new ArrayList<>();
        long before = heapInUse();

        VerificationRequest request =
                new VerificationRequest(base(), base(), lists("SUMS"), null, null, Leniency.DEFAULT, null, List.of());
        new ChecksumVerification(FilesIo.real(), hashing(), Listing.ALGORITHMS, verdict -> {
                    used.add(used.size() % 50 == 0 ? heapInUse() - before : 0L);
                })
                .run(List.of(request));

        assertThat(used).hasSize(101);
        System.out.println("names of 1 MiB: " + Collections.max(used) + " bytes of heap");
        assertThat(Collections.max(used)).isLessThan(110_000_000L);
    }

    private static long heapInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aListThatGrowsMeanwhileIsToldAndFails() throws Exception {
        write("a", "1");
        list("SUMS", "a");
        FileIo io = FilesIo.with((name, sink) -> piece -> {
            if (name.toString().equals("SUMS")) {
                Files.writeString(folder.resolve("SUMS"), "# more\n", StandardOpenOption.APPEND);
            }
            sink.accept(piece);
        });

        assertThat(verify(io, Leniency.DEFAULT, null, "SUMS").failing()).containsExactly(Status.CHANGED);
    }

    @Test
    void whatTheGoalWritesItAlsoReads() throws Exception {
        for (ListFormat format : ListFormat.values()) {
            Path own = Files.createDirectory(folder.resolve(format.name()));
            for (String name : List.of("a", "b c", "d\\e", "f\ng", "ü")) {
                Files.writeString(own.resolve(name), name);
            }
            BytePath base = BytePath.of(own.toString());
            List<Algorithm> algorithms = List.of(Listing.ALGORITHMS.named("SHA3-256"));
            new ChecksumCreation(
                            FilesIo.real(),
                            hashing(),
                            new CreationRequest(
                                    base,
                                    List.of(new Input.Tree(BytePath.of(""), PathFilter.ALL)),
                                    algorithms,
                                    List.of(new CreationRequest.ListFile(
                                            base, BytePath.of("list.sha3-256"), format, algorithms)),
                                    List.of(),
                                    null,
                                    Durability.NONE),
                            file -> {})
                    .run();

            VerificationCounts report = run(
                    FilesIo.real(),
                    new VerificationRequest(
                            base,
                            base,
                            List.of(base.resolve(BytePath.of("list.sha3-256"))),
                            null,
                            null,
                            Leniency.DEFAULT,
                            PathFilter.ALL,
                            List.of()));

            assertThat(report).as(format.name()).hasToString("5 ok");
        }
    }

    private VerificationCounts verify(Leniency leniency, @Nullable PathFilter audit, String... lists)
            throws IOException {
        return verify(FilesIo.real(), leniency, audit, lists);
    }

    private VerificationCounts verify(FileIo io, Leniency leniency, @Nullable PathFilter audit, String... lists)
            throws IOException {
        return run(io, new VerificationRequest(base(), base(), lists(lists), null, null, leniency, audit, List.of()));
    }

    private VerificationRequest request(PathFilter sidecars, Leniency leniency, @Nullable PathFilter audit) {
        SidecarSearch search = new SidecarSearch(sidecars, PathFilter.ALL);
        return new VerificationRequest(base(), base(), List.of(), search, null, leniency, audit, List.of());
    }

    private VerificationCounts run(FileIo io, VerificationRequest request) throws IOException {
        return new ChecksumVerification(io, hashing(), Listing.ALGORITHMS, verdicts::add).run(List.of(request));
    }

    private static HashingOptions hashing() {
        return new HashingOptions(2, false, progress -> {}, System::nanoTime);
    }

    private BytePath base() {
        return BytePath.of(folder.toString());
    }

    private List<BytePath> lists(String... names) {
        return Arrays.stream(names)
                .map(name -> base().resolve(BytePath.of(name)))
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    /** A list of these files; one that is not there is given with its content after a colon. */
    private void list(String list, String... files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : files) {
            String[] parts = file.split(":", 2);
            String content = parts.length > 1 ? parts[1] : Files.readString(folder.resolve(parts[0]));
            lines.append(sha256(content)).append("  ").append(parts[0]).append('\n');
        }
        write(list, lines.toString());
    }

    private static String sha256(String text) {
        return digest("SHA-256", text);
    }

    private static String sha512(String text) {
        return digest("SHA-512", text);
    }

    private static String digest(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Status, and the name or the line. */
    private List<String> outline() {
        return verdicts.stream()
                .map(verdict ->
                        verdict.status() + " " + (verdict.name() == null ? "line " + verdict.line() : verdict.name()))
                .toList();
    }
}
