package io.github.syscallmaven.syscall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A digest that takes in whole blocks by one function, from state to state. */
public enum BlockDigest {
    /** RFC 1321. */
    MD5(64, 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476),
    /** FIPS 180-4, 6.1. */
    SHA1(64, 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0),
    /** FIPS 180-4, 6.2; also of SHA-224. */
    SHA256(64, 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19),
    /** FIPS 180-4, 6.4; also of SHA-384, SHA-512/224 and SHA-512/256. */
    SHA512(
            128,
            0x6a09e667f3bcc908L,
            0xbb67ae8584caa73bL,
            0x3c6ef372fe94f82bL,
            0xa54ff53a5f1d36f1L,
            0x510e527fade682d1L,
            0x9b05688c2b3e6c1fL,
            0x1f83d9abfb41bd6bL,
            0x5be0cd19137e2179L);

    private final int blockSize;
    private final int wordSize;
    private final byte[] initialState;

    BlockDigest(int blockSize, int... initialState) {
        this.blockSize = blockSize;
        this.wordSize = Integer.BYTES;
        this.initialState = state(initialState);
    }

    BlockDigest(int blockSize, long... initialState) {
        this.blockSize = blockSize;
        this.wordSize = Long.BYTES;
        this.initialState = state(initialState);
    }

    /** A state of these words, as block functions have it. */
    public static byte[] state(int... words) {
        ByteBuffer state = ByteBuffer.allocate(words.length * Integer.BYTES).order(ByteOrder.nativeOrder());
        for (int word : words) {
            state.putInt(word);
        }
        return state.array();
    }

    /** The same of longer words. */
    public static byte[] state(long... words) {
        ByteBuffer state = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.nativeOrder());
        for (long word : words) {
            state.putLong(word);
        }
        return state.array();
    }

    /** In bytes. */
    public int stateSize() {
        return initialState.length;
    }

    /** In bytes. */
    public int blockSize() {
        return blockSize;
    }

    /** In bytes, of the length that ends the last block. */
    public int lengthSize() {
        return 2 * wordSize;
    }

    /** Of the words in blocks and digests. */
    public ByteOrder order() {
        return this == MD5 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** The state before the first block, of the digest that has the name of the function; not to be written to. */
    public byte[] initialState() {
        return initialState;
    }

    /** The first bytes of the digest that this state, at the start of the buffer, is after the last block. */
    public byte[] result(NativeBuffer state, int length) {
        int mask = order() == ByteOrder.nativeOrder() ? 0 : wordSize - 1;
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            result[i] = state.bytes().get(i ^ mask);
        }
        return result;
    }
}
