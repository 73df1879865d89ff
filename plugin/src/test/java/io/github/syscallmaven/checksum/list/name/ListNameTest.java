package io.github.syscallmaven.checksum.list.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.list.name.ListName.Likeness;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.list.Listing;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListNameTest {
    @ParameterizedTest
    @CsvSource({
        "x.jar.sha256, SIDECAR, x.jar, SHA-256",
        "d/x.jar.SHA256, SIDECAR, x.jar, SHA-256",
        "x.jar.sha-256, SIDECAR, x.jar, SHA-256",
        "x.jar.sha512256, SIDECAR, x.jar, SHA-512/256",
        "x.jar.sha3-384, SIDECAR, x.jar, SHA3-384",
        "x.jar.sha256sum, SIDECAR, x.jar, SHA-256",
        "x.jar.sha256sums, SIDECAR, x.jar, SHA-256",
        "x.jar.sha256.txt, SIDECAR, x.jar, SHA-256",
        "x.jar.md5sum, SIDECAR, x.jar, MD5",
        "x.jar.shasum, SIDECAR, x.jar, SHA",
        "x.jar.b2sum, SIDECAR, x.jar, BLAKE2b",
        "x.jar.b3sum, SIDECAR, x.jar, blake3",
        "x.jar.blake2b512, SIDECAR, x.jar, blake2b512",
        "x.jar.blake2b-256, SIDECAR, x.jar, blake2b-256",
        "x.jar.sm3, SIDECAR, x.jar, sm3",
        "x.jar.rmd160, SIDECAR, x.jar, rmd160",
        "x.jar.xxh128, SIDECAR, x.jar, xxh128",
        "x.jar.crc32, SIDECAR, x.jar, CRC32",
        "x.jar.cksum, SIDECAR, x.jar, CKSUM",
        "x.jar.b2, MAYBE, x.jar, BLAKE2b",
        "x.jar.b3, MAYBE, x.jar, blake3",
        "x.jar.sha, MAYBE, x.jar, SHA",
        "x.sfv, MAYBE, x, CRC32",
        "x.jar.whirlpool, MAYBE, x.jar, whirlpool",
        "x.jar.checksum, MAYBE, x.jar,",
        "x.jar.DIGESTS, MAYBE, x.jar,",
        "x.hash, MAYBE, x,",
        "x.crc, MAYBE, x,",
        "x.jar.sha257, STRANGE, x.jar,",
        "x.jar.sha2-512x, STRANGE, x.jar,",
        "x.jar.mychecksum, STRANGE, x.jar,",
        ".sha256, SIDECAR,, SHA-256",
        "x.jar.sha256.asc, NONE, x.jar, SHA-256",
        "SHA256SUMS, NONE,, SHA-256",
        "SHA256SUMS.txt, NONE,, SHA-256",
        "SHA256SUMS.gpg, NONE,, SHA-256",
        "SHASUMS256.txt.asc, NONE,, SHA-256",
        "sha512sum.txt, NONE,, SHA-512",
        "SHA3-256SUMS, NONE,, SHA3-256",
        "MD5SUMS, NONE,, MD5",
        "b2sums.txt, NONE,, BLAKE2b",
        "foo_1.2.3_SHA256SUMS, NONE,, SHA-256",
        "foo-1.2_sha512-sums.txt, NONE,, SHA-512",
        "checksums-sha256.txt, NONE,, SHA-256",
        "foo_checksums_sha512, NONE,, SHA-512",
        "CHECKSUM.SHA512-FreeBSD-14.0-RELEASE-amd64, NONE,, SHA-512",
        "SHA256, NONE,, SHA-256",
        "sha256-checksums.txt, NONE,, SHA-256",
        "foo_sha512_hashes.txt, NONE,, SHA-512",
        "foo-1.0-sha256.txt, NONE,, SHA-256",
        "foo-1.0-b2.txt, NONE,,",
        "SHA256SUMS-1.0, NONE,, SHA-256",
        "sha512sum_linux, NONE,, SHA-512",
        "x.jar.sha256sum-old, STRANGE, x.jar, SHA-256",
        "SHA256.sig, NONE,, SHA-256",
        "shasums.txt, NONE,, SHA",
        "SUMS, NONE,,",
        "checksum.txt, NONE,,",
        "foo_checksums.txt, NONE,,",
        "distinfo, NONE,,",
        "x.jar, NONE,,",
        "x.7z, NONE,,",
        "x.mp3, NONE,,",
        "x.h264, NONE,,",
        "x.b64, NONE,,",
        "README.md, NONE,,",
        "sha256-tool.jar, NONE,,",
        "x.sha256/y, NONE,,",
        "x., NONE,,"
    })
    void aNameSaysWhichFileAndWhichAlgorithm(String path, Likeness likeness, String target, String promise) {
        ListName name = ListName.of(Listing.ALGORITHMS, BytePath.of(path));

        assertThat(name.likeness()).isEqualTo(likeness);
        assertThat(name.target()).isEqualTo(target == null ? null : BytePath.of(target));
        assertThat(name.promise() == null ? null : name.promise().says()).isEqualTo(promise);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\n.sha256", "\u00ff\u0130.sha256", "x.sha256.sha256", " .sha256", ".x.sha256"})
    void theRestOfTheNameIsWhatItIs(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);

        BytePath target = ListName.of(Listing.ALGORITHMS, BytePath.of(bytes)).target();

        assertThat(target).isEqualTo(BytePath.of(bytes, 0, bytes.length - ".sha256".length()));
    }

    @Test
    void aLineFeedAtTheEndIsAPartOfTheName() {
        assertThat(ListName.of(Listing.ALGORITHMS, BytePath.of("x.sha256\n")).likeness())
                .isEqualTo(Likeness.NONE);
    }

    @Test
    void aFamilyHasAMemberForEachLength() {
        assertThat(promised("x.b2", 128)).isEqualTo("BLAKE2B-512");
        assertThat(promised("x.b2", 64)).isEqualTo("BLAKE2B-256");
        assertThat(promised("x.b2", 65)).isNull();
        assertThat(promised("x.sha", 40)).isEqualTo("SHA-1");
        assertThat(promised("x.sha", 32)).isNull();
        assertThat(promised("x.sha3", 96)).isEqualTo("SHA3-384");
        assertThat(promised("x.sha256", 32)).isEqualTo("SHA-256");
    }

    private static @Nullable String promised(String name, int hexDigits) {
        PromisedAlgorithm promise =
                ListName.of(Listing.ALGORITHMS, BytePath.of(name)).promise();
        return promise == null ? "no promise" : promise.spelling(hexDigits);
    }
}
