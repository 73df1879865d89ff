package io.github.syscallmaven.checksum.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.verify.ChecksumVerification;
import io.github.syscallmaven.checksum.verify.VerificationRequest;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.io.FilesIo;
import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists as people have them, each in a folder of the resources, and what verification has to say. */
class ListCasesTest {
    private static final Path FOLDERS = Path.of("src/test/resources/lists");
    private static final String SIDECARS = "(sidecars)";

    @TempDir
    Path temp;

    static Stream<Arguments> cases() {
        String bouncyCastle = "Bouncy Castle has it: add org.bouncycastle:bcprov-jdk18on";
        String promise = "the name of the list promises SHA-256";
        return Stream.of(
                row("sidecars-silently-skipped", SIDECARS, "ok a.jar", "mismatch b.jar"),
                row(
                        "sidecars-unknown-algorithm-skipped",
                        SIDECARS,
                        "ok a.jar",
                        "malformed line 1: " + bouncyCastle,
                        "empty line 0"),
                row(
                        "name-says-sha256-digest-is-md5",
                        "SHA256SUMS",
                        "malformed line 1: has 32 hexadecimal digits",
                        "empty line 0"),
                row(
                        "sha256-sidecar-with-only-crc32",
                        "a.jar.sha256",
                        "other algorithm line 1: " + promise,
                        "empty line 0"),
                row("trailing-slash", "SUMS", "refused a.jar/: a directory is not a file"),
                row("cmp-crc32-sidecar-false-mismatch", "amp.txt.crc32", "ok amp.txt", "weak line 0"),
                row("cmp-crc32-sidecar-refused", "a.jar.crc32", "ok a.jar", "weak line 0"),
                row("cksum-default", "SUMS", "ok a.jar", "ok a.jar", "weak line 0"),
                row("clearsigned", "SHASUMS256.txt.asc", "ok a.jar", "note line 0: the signature was not verified"),
                row("bare-sha256sum", "a.jar.sha256sum", "ok a.jar"),
                row("utf16", "a.jar.sha256", "note line 1: byte order mark of UTF-16", "ok a.jar"),
                row("certutil", "a.zip.sha256", "ok a.zip"),
                row("get-filehash-list", "a.zip.sha256sum", "ok a.zip"),
                row("b2sums-called-mismatch", "b2sums.txt", "malformed line 1: " + bouncyCastle, "empty line 0"),
                row("blake2-tag-remedy", "SUMS", "malformed line 1: " + bouncyCastle, "empty line 0"),
                row(
                        "log-forging",
                        "j.json",
                        "ok a",
                        "malformed line 1: 'X\\u000a[INFO] Result: 1 ok.\\u000a[INFO] BUILD",
                        "weak line 0"),
                row("gentoo-digests-conflict", "a.jar.DIGESTS", "malformed line 2: " + bouncyCastle, "ok a.jar"),
                row("distinfo", "distinfo", "ok a.jar", "ok a.jar"),
                row("nuget-base64", "a.nupkg.sha512", "ok a.nupkg"),
                row("sfv", "x.sfv", "ok a.jar", "weak line 0"),
                row("algorithm-colon", "SUMS", "ok a.jar"),
                row("name-first", "checksum.txt", "ok a.jar"));
    }

    static Stream<Arguments> withBouncyCastle() {
        return Stream.of(
                row("sidecars-unknown-algorithm-skipped", SIDECARS, "ok a.jar", "mismatch b.jar"),
                row("b2sums-called-mismatch", "b2sums.txt", "ok a.jar"),
                row("blake2-tag-remedy", "SUMS", "ok a.jar"),
                row("gentoo-digests-conflict", "a.jar.DIGESTS", "ok a.jar", "ok a.jar"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void cases(String folder, String list, List<String> expected) throws Exception {
        assertLike(verify(Listing.ALGORITHMS, FOLDERS.resolve(folder), list), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void withBouncyCastle(String folder, String list, List<String> expected) throws Exception {
        Algorithms all = new Algorithms(getClass().getClassLoader());
        Prerequisite.require(all.find("BLAKE2b").isPresent(), "Bouncy Castle is not on the class path");

        assertLike(verify(all, FOLDERS.resolve(folder), list), expected);
    }

    /** The same files under the names that others give them. */
    @ParameterizedTest(name = "{0} as {2}")
    @MethodSource
    void otherNames(String folder, String file, String otherName, List<String> expected) throws Exception {
        Path source = FOLDERS.resolve(folder);
        for (String name : List.of("a.jar", "b.jar")) {
            if (Files.exists(source.resolve(name))) {
                Files.copy(source.resolve(name), temp.resolve(name));
            }
        }
        Files.copy(source.resolve(file), temp.resolve(otherName));

        assertLike(verify(Listing.ALGORITHMS, temp, otherName), expected);
        assertLike(verify(Listing.ALGORITHMS, temp, SIDECARS), expected);
    }

    static Stream<Arguments> otherNames() {
        Stream<Arguments> bare = Stream.of(".sha256sum", ".sha256sums", ".sha", ".sha256.txt", ".checksum", ".SHA256")
                .map(suffix ->
                        Arguments.of("bare-sha256sum", "a.jar.sha256sum", "a.jar" + suffix, List.of("ok a.jar")));
        Stream<Arguments> lines = Stream.of(".sha", ".sha256.txt", ".sha256sums", ".checksum", ".digest")
                .map(suffix -> Arguments.of(
                        "sidecars-silently-skipped", "b.jar.sha256sum", "b.jar" + suffix, List.of("mismatch b.jar")));
        Stream<Arguments> md5 = Stream.of(".md5sum", ".md5", ".md5.txt")
                .map(suffix -> Arguments.of(
                        "name-says-sha256-digest-is-md5",
                        "SHA256SUMS",
                        "a.jar" + suffix,
                        List.of("ok a.jar", "weak line 0")));
        return Stream.of(bare, lines, md5).flatMap(each -> each);
    }

    @Test
    void aWrongSizeIsAMismatch() throws Exception {
        for (String file : List.of("a.jar", "distinfo")) {
            String text = Files.readString(FOLDERS.resolve("distinfo").resolve(file));
            Files.writeString(temp.resolve(file), text.replace("= 6\n", "= 7\n"));
        }

        assertLike(
                verify(Listing.ALGORITHMS, temp, "distinfo"),
                List.of("ok a.jar", "mismatch a.jar: its SIZE is 6, not 7"));
    }

    @Test
    void everyFolderHasItsCase() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            Set<String> names =
                    cases().map(one -> String.valueOf(one.get()[0])).collect(Collectors.toCollection(TreeSet::new));
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    /** Status and name or line, and a part of the rest after a colon if it is expected. */
    private static void assertLike(List<String> found, List<String> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            String[] parts = expected.get(i).split(": ", 2);
            assertThat(found.get(i)).startsWith(parts[0] + ":").contains(parts[parts.length - 1]);
        }
    }

    private static List<String> verify(Algorithms algorithms, Path folder, String list) throws IOException {
        List<String> verdicts = new ArrayList<>();
        BytePath base = BytePath.of(folder.toAbsolutePath().toString());
        boolean sidecars = list.equals(SIDECARS);
        VerificationRequest request = new VerificationRequest(
                base,
                base,
                sidecars ? List.of() : List.of(base.resolve(BytePath.of(list))),
                sidecars ? new VerificationRequest.SidecarSearch(PathFilter.ALL, PathFilter.ALL) : null,
                null,
                Leniency.DEFAULT,
                null,
                List.of());
        HashingOptions hashing = new HashingOptions(1, false, progress -> {}, System::nanoTime);
        new ChecksumVerification(FilesIo.real(), hashing, algorithms, verdict -> {
                    String about = verdict.name() == null ? "line " + verdict.line() : String.valueOf(verdict.name());
                    verdicts.add(verdict.status() + " " + about + ": " + verdict.what());
                })
                .run(List.of(request));
        return verdicts;
    }

    private static Arguments row(String folder, String list, String... expected) {
        return Arguments.of(folder, list, Arrays.asList(expected));
    }
}
