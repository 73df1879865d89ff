package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.digest.Hash;
import io.github.syscallmaven.syscall.BlockDigest;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestChoiceTest {
    private static final String STUB = "the plugin's stub";
    private static final String JDK = "the security provider SUN";

    @ParameterizedTest
    @CsvSource({
        "MD5, MD5",
        "SHA-1, SHA1",
        "SHA-224, SHA256",
        "SHA-256, SHA256",
        "SHA-384, SHA512",
        "SHA-512, SHA512",
        "SHA-512/224, SHA512",
        "SHA-512/256, SHA512"
    })
    void theStubComputesWhatThisCpuHasInstructionsFor(String algorithm, BlockDigest function) {
        String expected = TestKernel.blockFunctions().has(function) ? STUB : JDK;

        assertThat(DigestChoice.STUB.algorithms().named(algorithm).newHash().computedBy())
                .isEqualTo(expected);
        assertThat(DigestChoice.JDK.algorithms().named(algorithm).newHash().computedBy())
                .isEqualTo(JDK);
    }

    @ParameterizedTest
    @CsvSource({"SHA3-256, the security provider SUN", "CRC32, java.util.zip"})
    void allElseIsLeftToTheJdk(String algorithm, String computedBy) {
        TestKernel.blockFunctions();

        assertThat(DigestChoice.STUB.algorithms().named(algorithm).newHash().computedBy())
                .isEqualTo(computedBy);
    }

    @ParameterizedTest
    @CsvSource({"MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA-512/224", "SHA-512/256"})
    void bothGiveTheSame(String algorithm) {
        TestKernel.blockFunctions();
        Hash stub = DigestChoice.STUB.algorithms().named(algorithm).newHash();
        Hash jdk = DigestChoice.JDK.algorithms().named(algorithm).newHash();
        ByteBuffer bytes = ByteBuffer.wrap("some bytes".repeat(1_000).getBytes(StandardCharsets.US_ASCII));

        stub.update(bytes.duplicate());
        jdk.update(bytes);

        assertThat(stub.digest()).isEqualTo(jdk.digest());
    }
}
