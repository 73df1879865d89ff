package io.github.syscallmaven.digest;

import io.github.syscallmaven.syscall.BlockDigest;
import org.jspecify.annotations.Nullable;

/**
 * A digest of the MD5, SHA-1, SHA-2 line: a block function, an initial state, and how many bytes of the final state are
 * the digest.
 */
enum BlockVariant {
    MD5("MD5", BlockDigest.MD5),
    SHA_1("SHA-1", BlockDigest.SHA1),
    SHA_256("SHA-256", BlockDigest.SHA256),
    SHA_512("SHA-512", BlockDigest.SHA512),
    /** FIPS 180-4, 5.3.2. */
    SHA_224(
            "SHA-224",
            BlockDigest.SHA256,
            28,
            BlockDigest.state(
                    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4)),
    /** FIPS 180-4, 5.3.4. */
    SHA_384(
            "SHA-384",
            BlockDigest.SHA512,
            48,
            BlockDigest.state(
                    0xcbbb9d5dc1059ed8L,
                    0x629a292a367cd507L,
                    0x9159015a3070dd17L,
                    0x152fecd8f70e5939L,
                    0x67332667ffc00b31L,
                    0x8eb44a8768581511L,
                    0xdb0c2e0d64f98fa7L,
                    0x47b5481dbefa4fa4L)),
    /** FIPS 180-4, 5.3.6.1. */
    SHA_512_224(
            "SHA-512/224",
            BlockDigest.SHA512,
            28,
            BlockDigest.state(
                    0x8c3d37c819544da2L,
                    0x73e1996689dcd4d6L,
                    0x1dfab7ae32ff9c82L,
                    0x679dd514582f9fcfL,
                    0x0f6d2b697bd44da8L,
                    0x77e36f7304c48942L,
                    0x3f9d85a86a1d36c8L,
                    0x1112e6ad91d692a1L)),
    /** FIPS 180-4, 5.3.6.2. */
    SHA_512_256(
            "SHA-512/256",
            BlockDigest.SHA512,
            32,
            BlockDigest.state(
                    0x22312194fc2bf72cL,
                    0x9f555fa3c84c64c2L,
                    0x2393b86b6f53b151L,
                    0x963877195940eabdL,
                    0x96283ee2a88effe3L,
                    0xbe5e1e2553863992L,
                    0x2b0199fc2c85b8aaL,
                    0x0eb72ddc81c52ca2L));

    private final String algorithm;
    private final BlockDigest digest;
    private final int length;
    private final byte[] initialState;

    BlockVariant(String algorithm, BlockDigest digest) {
        this(algorithm, digest, digest.stateSize(), digest.initialState());
    }

    BlockVariant(String algorithm, BlockDigest digest, int length, byte[] initialState) {
        this.algorithm = algorithm;
        this.digest = digest;
        this.length = length;
        this.initialState = initialState;
    }

    /** That of the algorithm with this name; null when it is no such digest. */
    static @Nullable BlockVariant of(String algorithm) {
        for (BlockVariant variant : values()) {
            if (variant.algorithm.equals(algorithm)) {
                return variant;
            }
        }
        return null;
    }

    String algorithm() {
        return algorithm;
    }

    BlockDigest digest() {
        return digest;
    }

    /** Of a digest, in bytes. */
    int length() {
        return length;
    }

    /** Not to be written to. */
    byte[] initialState() {
        return initialState;
    }
}
