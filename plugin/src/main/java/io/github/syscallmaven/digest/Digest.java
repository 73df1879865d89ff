package io.github.syscallmaven.digest;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The bytes of a digest. Immutable; comparing takes a time that does not depend on where two differ. */
public final class Digest {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    /** Whether people write it as a decimal number. */
    private final boolean number;

    /** Apart, as most goals need no hash codes of digests. */
    private static final class HashKeys {
        /** One for each byte of the longest digest that there is; longer ones use them again. */
        private static final long[] KEYS = new SecureRandom().longs(128).toArray();

        private HashKeys() {}
    }

    private Digest(byte[] bytes) {
        this(bytes, false);
    }

    private Digest(byte[] bytes, boolean number) {
        this.bytes = bytes;
        this.number = number;
    }

    /** A digest of these bytes, which are copied. */
    public static Digest of(byte[] bytes) {
        return new Digest(bytes.clone());
    }

    /** A digest of four bytes, the most significant first. */
    public static Digest of(int value) {
        return new Digest(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** The same of so many bytes, for a digest that people write in decimal. */
    public static Digest ofNumber(long value, int length) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return new Digest(Arrays.copyOfRange(bytes, Long.BYTES - length, Long.BYTES), true);
    }

    /**
     * The digest that these hexadecimal digits, upper or lower case, stand for; null when they are none or not in
     * pairs.
     */
    public static @Nullable Digest ofHex(byte[] text, int from, int to) {
        byte[] bytes = new byte[(to - from) / 2];
        for (int i = 0; i < bytes.length; i++) {
            byte high = text[from + 2 * i];
            byte low = text[from + 2 * i + 1];
            if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) {
                return null;
            }
            bytes[i] = (byte) (HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low));
        }
        return bytes.length > 0 && (to - from) % 2 == 0 ? new Digest(bytes) : null;
    }

    public static boolean isHex(byte[] text, int from, int to) {
        int at = from;
        while (at < to && HexFormat.isHexDigit(text[at])) {
            at++;
        }
        return at == to && from < to;
    }

    /** The digest of this length that this padded base64 text stands for; null when it is not the one text for it. */
    public static @Nullable Digest ofBase64(byte[] text, int from, int to, int length) {
        if (to - from != (length + 2) / 3 * 4) {
            return null;
        }
        byte[] slice = Arrays.copyOfRange(text, from, to);
        try {
            byte[] bytes = Base64.getDecoder().decode(slice);
            boolean canonical = Arrays.equals(Base64.getEncoder().encode(bytes), slice);
            return canonical && bytes.length == length ? new Digest(bytes) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** In bytes. */
    public int length() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Compares in constant time ({@link MessageDigest#isEqual}). */
    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && MessageDigest.isEqual(bytes, digest.bytes);
    }

    /**
     * Keyed by random numbers of this JVM, because lists come from strangers: nobody can make up digests that have one
     * hash code, and two digests have the same with a probability of 2⁻³² (multilinear hashing).
     */
    @Override
    public int hashCode() {
        long[] keys = HashKeys.KEYS;
        long sum = bytes.length * keys[keys.length - 1];
        for (int i = 0; i < bytes.length; i++) {
            sum += keys[i % keys.length] * (bytes[i] & 0xff);
        }
        return (int) (sum >>> Integer.SIZE);
    }

    /**
     * Lower-case hexadecimal digits, two a byte, in ASCII. Written out here because the JIT compiles it many times
     * faster.
     */
    public byte[] toHex() {
        byte[] hex = new byte[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            hex[2 * i] = DIGITS[bytes[i] >> 4 & 15];
            hex[2 * i + 1] = DIGITS[bytes[i] & 15];
        }
        return hex;
    }

    /** Readable text: the same as text; a size, or what {@code cksum} writes, as a decimal number. */
    @Override
    public String toString() {
        return number ? new BigInteger(1, bytes).toString() : HexFormat.of().formatHex(bytes);
    }
}
