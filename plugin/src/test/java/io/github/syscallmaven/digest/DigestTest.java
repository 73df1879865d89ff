package io.github.syscallmaven.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    @Test
    void upperAndLowerCaseDigitsAreTheSameDigest() {
        assertThat(hex("00fFaB"))
                .isEqualTo(hex("00FfAb"))
                .hasSameHashCodeAs(hex("00ffab"))
                .hasToString("00ffab");
    }

    @Test
    void everyByteCounts() {
        assertThat(hex("00ff"))
                .isNotEqualTo(hex("00fe"))
                .isNotEqualTo(hex("10ff"))
                .isNotEqualTo(hex("00ff00"));
    }

    /** All of these have the same {@link java.util.Arrays#hashCode(byte[])}. */
    @Test
    void nobodyCanMakeUpDigestsOfOneHashCode() {
        byte[][] pairs = {{40, 100}, {41, 69}, {42, 38}, {43, 7}};
        Set<Integer> hashCodes = new HashSet<>();
        for (int number = 0; number < 10_000; number++) {
            ByteBuffer bytes = ByteBuffer.allocate(32);
            for (int i = 0; i < 16; i++) {
                bytes.put(pairs[(number >> (2 * i)) & 3]);
            }
            hashCodes.add(Digest.of(bytes.array()).hashCode());
        }
        assertThat(hashCodes).hasSizeGreaterThan(9_990);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0ff", "0g", " 00", "00 ", "+1", "\u0660\u0660"})
    void whatIsNotPairsOfHexadecimalDigitsIsNoDigest(String text) {
        assertThat(hex(text)).isNull();
    }

    @Test
    void readsBase64OnlyInItsOneCanonicalSpelling() {
        assertThat(base64("TWFu", 3)).hasToString("4d616e");
        assertThat(base64("TWE=", 2)).hasToString("4d61");
        assertThat(base64("TWF=", 2)).as("bits that say nothing").isNull();
        assertThat(base64("TWE", 2)).as("no padding").isNull();
        assertThat(base64("TWE=", 3)).as("another length").isNull();
        assertThat(base64("TW-u", 3)).as("the URL alphabet").isNull();
    }

    @Test
    void keepsItsBytesToItself() {
        byte[] bytes = {1, 2};
        Digest digest = Digest.of(bytes);
        bytes[0] = 9;
        digest.toBytes()[1] = 9;

        assertThat(digest.toBytes()).containsExactly(1, 2);
    }

    private static @Nullable Digest hex(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Digest.ofHex(bytes, 0, bytes.length);
    }

    private static @Nullable Digest base64(String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Digest.ofBase64(bytes, 0, bytes.length, length);
    }
}
