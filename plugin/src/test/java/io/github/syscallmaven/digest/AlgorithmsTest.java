package io.github.syscallmaven.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.list.Listing;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmsTest {
    private final Algorithms algorithms = Listing.ALGORITHMS;

    @ParameterizedTest
    @CsvSource({
        "md5, MD5",
        "MD5, MD5",
        "sha1, SHA-1",
        "sha-1, SHA-1",
        "SHA-1, SHA-1",
        "sha224, SHA-224",
        "SHA2-224, SHA-224",
        "sha256, SHA-256",
        "Sha-256, SHA-256",
        "SHA2-256, SHA-256",
        "sha2_256, SHA-256",
        "sha384, SHA-384",
        "sha512, SHA-512",
        "sha512/224, SHA-512/224",
        "SHA-512/256, SHA-512/256",
        "sha512-256, SHA-512/256",
        "sha512256, SHA-512/256",
        "SHA2-512/256, SHA-512/256",
        "SHA512t256, SHA-512/256",
        "sha3-224, SHA3-224",
        "sha3256, SHA3-256",
        "SHA3-384, SHA3-384",
        "sha3_512, SHA3-512",
        "crc32, CRC32",
        "CRC-32, CRC32",
        "crc32c, CRC32C",
        "md2, MD2",
    })
    void findsAnAlgorithmByAnyUsualSpelling(String spelling, String name) {
        assertThat(algorithms.named(spelling).name()).isEqualTo(name);
    }

    // Values: RFC 1321, FIPS 180-4 and FIPS 202 examples of "abc"; CRCs as of RFC 3720 and zip's catalogue.
    @ParameterizedTest
    @CsvSource({
        "MD5,         MD5,        md5,        16, true,  900150983cd24fb0d6963f7d28e17f72",
        "SHA-1,       SHA1,       sha1,       20, true,  a9993e364706816aba3e25717850c26c9cd0d89d",
        "SHA-224,     SHA224,     sha224,     28, false, 23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
        "SHA-256,     SHA256,     sha256,     32, false,"
                + " ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "SHA-384,     SHA384,     sha384,     48, false,"
                + " cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        "SHA-512,     SHA512,     sha512,     64, false,"
                + " ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "SHA-512/224, SHA512/224, sha512-224, 28, false, 4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa",
        "SHA-512/256, SHA512/256, sha512-256, 32, false,"
                + " 53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23",
        "SHA3-224,    SHA3-224,   sha3-224,   28, false, e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
        "SHA3-256,    SHA3-256,   sha3-256,   32, false,"
                + " 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
        "SHA3-384,    SHA3-384,   sha3-384,   48, false,"
                + " ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25",
        "SHA3-512,    SHA3-512,   sha3-512,   64, false,"
                + " b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
        "CRC32,       CRC32,      crc32,       4, true,  352441c2",
        "CRC32C,      CRC32C,     crc32c,      4, true,  364b3fb7",
    })
    void everyAlgorithmOfTheJdkIsDescribedAndDigestsHeapAndDirectBuffers(
            String name, String tag, String extension, int length, boolean weak, String ofAbc) {
        Algorithm algorithm = algorithms.named(name);

        assertThat(algorithm.tag()).isEqualTo(tag);
        assertThat(algorithm.extension()).isEqualTo(extension);
        assertThat(algorithm.length()).isEqualTo(length);
        assertThat(algorithm.isWeak()).isEqualTo(weak);
        Hash hash = algorithm.newHash();
        hash.update(ByteBuffer.wrap(ascii("a")));
        hash.update(ByteBuffer.allocateDirect(2).put(ascii("bc")).flip());
        assertThat(hash.digest()).hasToString(ofAbc);
        hash.update(ByteBuffer.wrap(ascii("abc")));
        assertThat(hash.digest()).as("the hash starts afresh").hasToString(ofAbc);
        assertThat(algorithms.tagged(tag)).contains(algorithm);
        assertThat(algorithms.find(extension)).contains(algorithm);
    }

    @Test
    void aCrcKeepsItsLeadingZeros() {
        Hash hash = algorithms.named("CRC32").newHash();

        assertThat(hash.digest()).hasToString("00000000");
    }

    @Test
    void twoHashesOfOneAlgorithmDoNotShareTheirState() {
        Hash one = algorithms.named("MD5").newHash();
        Hash other = algorithms.named("MD5").newHash();

        one.update(ByteBuffer.wrap(ascii("abc")));
        other.update(ByteBuffer.wrap(ascii("x")));

        assertThat(one.digest()).hasToString("900150983cd24fb0d6963f7d28e17f72");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha", "sha-255", "SHA3", "nonsense", "1.3.14.3.2.26"})
    void refusesWhatIsNoAlgorithmAndListsThoseThereAre(String spelling) {
        assertThatThrownBy(() -> algorithms.named(spelling))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + spelling + "'")
                .hasMessageContaining("CRC32, CRC32C, MD2, MD5, SHA-1, SHA-224, SHA-256")
                .hasMessageContaining("java.security.Provider");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "Sha256", "SHA-256", "SHA_256", "sha2-256", "SHA", "FOO"})
    void aTagMustBeSpelledAsToolsSpellIt(String tag) {
        assertThat(algorithms.tagged(tag)).isEmpty();
    }

    @Test
    void findsAProviderThatIsOnlyOnTheClassPath(@TempDir Path services) throws Exception {
        try (URLClassLoader loader = loaderWithService(services)) {
            Algorithm algorithm = new Algorithms(loader).named("blake2b");

            assertThat(algorithm.name()).isEqualTo("BLAKE2B-512");
            assertThat(algorithm.tag()).isEqualTo("BLAKE2b");
            assertThat(algorithm.extension()).isEqualTo("blake2b-512");
            assertThat(algorithm.length()).isEqualTo(2);
            assertThat(algorithm.newHash().digest()).hasToString("6162");
            assertThat(new Algorithms(loader).names()).contains("BLAKE2B-512", "SHA-256");
            assertThat(new Algorithms(loader).tagged("BLAKE2b")).contains(algorithm);
        }
        assertThat(algorithms.find("blake2b")).isEmpty();
    }

    @Test
    void aTagIsReadBackWhateverCaseItsProviderPrefers(@TempDir Path services) throws Exception {
        try (URLClassLoader loader = loaderWithService(services)) {
            Algorithm algorithm = new Algorithms(loader).named("skein-512-256");

            assertThat(algorithm.name()).isEqualTo("Skein-512-256");
            assertThat(new Algorithms(loader).tagged(algorithm.tag())).contains(algorithm);
        }
    }

    private URLClassLoader loaderWithService(Path services) throws IOException {
        Path service = services.resolve("META-INF/services/java.security.Provider");
        Files.createDirectories(service.getParent());
        Files.writeString(service, LettersProvider.class.getName());
        return new URLClassLoader(
                new URL[] {services.toUri().toURL()}, getClass().getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                // Not those of Bouncy Castle.
                return findResources(name);
            }
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Its digests are always {@code ab}, and do not say their length beforehand. */
    public static final class LettersProvider extends Provider {
        public LettersProvider() {
            super("Letters", "1", "for tests");
            put("MessageDigest.BLAKE2B-512", Letters.class.getName());
            put("MessageDigest.Skein-512-256", Letters.class.getName());
        }
    }

    public static final class Letters extends MessageDigest {
        public Letters() {
            super("BLAKE2B-512");
        }

        @Override
        protected void engineUpdate(byte input) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineDigest() {
            return ascii("ab");
        }

        @Override
        protected void engineReset() {
            // It has no state.
        }
    }
}
