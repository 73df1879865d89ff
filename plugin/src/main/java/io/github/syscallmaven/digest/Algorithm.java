package io.github.syscallmaven.digest;

import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A digest algorithm. Two of the same name are equal. Found through {@link Algorithms}.
 *
 * <p>CRC32 is that of zip, gzip and {@code cksum -a crc32b}; CRC32 and CRC32C digests are four bytes, the most
 * significant first, so eight hexadecimal digits. (checksum-maven-plugin writes CRC32 in decimal; so does {@code
 * cksum}, whose default is yet another CRC.)
 */
public final class Algorithm {
    /** 112 bits against collisions, the least that NIST SP 800-57 part 1 accepts, take twice as many bits of digest. */
    private static final int LEAST_STRONG_LENGTH = 224 / Byte.SIZE;

    private final String name;
    private final String tag;
    private final int length;
    private final Supplier<Hash> hashes;

    public Algorithm(String name, int length, Supplier<Hash> hashes) {
        this.name = name;
        this.tag = tagOf(name);
        this.length = length;
        this.hashes = hashes;
    }

    /** As the Java Cryptography Architecture spells it: {@code SHA-256}, {@code SHA3-256}, {@code BLAKE2B-512}. */
    public String name() {
        return name;
    }

    /** Before the parenthesis of a BSD line: {@code SHA256}, {@code SHA3-256}, {@code BLAKE2b}. */
    public String tag() {
        return tag;
    }

    private static String tagOf(String name) {
        return switch (name) {
            case "BLAKE2B-512" -> "BLAKE2b";
            case "BLAKE2S-256" -> "BLAKE2s";
            case "BLAKE3-256" -> "BLAKE3";
            case "RIPEMD160" -> "RMD160";
            default ->
                name.toUpperCase(Locale.ROOT)
                        .replaceFirst("^SHA-", "SHA")
                        .replaceFirst("^BLAKE2B", "BLAKE2b")
                        .replaceFirst("^BLAKE2S", "BLAKE2s");
        };
    }

    /** Of sidecars and lists, without a dot: {@code md5}, {@code sha256}, {@code sha512-256}, {@code sha3-256}. */
    public String extension() {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^sha-", "sha").replace('/', '-');
    }

    /** Of a digest, in bytes. */
    public int length() {
        return length;
    }

    /**
     * Whether a match proves little: digests shorter than 224 bits. That includes all whose collisions are known (MD2,
     * MD4, MD5, SHA-1) and the CRCs, which were never meant to withstand anyone.
     */
    public boolean isWeak() {
        return length < LEAST_STRONG_LENGTH;
    }

    /** A digest of this algorithm with these bytes. */
    public Digest digest(byte[] bytes) {
        boolean number = equals(Algorithms.SIZE) || equals(Algorithms.CKSUM);
        return number ? Digest.ofNumber(new BigInteger(1, bytes).longValue(), length) : Digest.of(bytes);
    }

    /** A new hash, for one thread at a time. */
    public Hash newHash() {
        return hashes.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Algorithm algorithm && name.equals(algorithm.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
