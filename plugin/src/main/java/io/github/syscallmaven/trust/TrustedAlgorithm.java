package io.github.syscallmaven.trust;

/** An algorithm of trusted checksums. Resolver knows MD5 and SHA-1 too, which no longer prove anything. */
public enum TrustedAlgorithm {
    SHA_256("SHA-256", "sha256", 32),
    SHA_512("SHA-512", "sha512", 64);

    private final String id;
    private final String extension;
    private final int length;

    TrustedAlgorithm(String id, String extension, int length) {
        this.id = id;
        this.extension = extension;
        this.length = length;
    }

    /** As Resolver and Java's cryptography spell it, such as {@code SHA-256}. */
    public String id() {
        return id;
    }

    /** Of files, without a dot, such as {@code sha256}. */
    public String extension() {
        return extension;
    }

    /** Of a digest, in bytes. */
    public int length() {
        return length;
    }

    /** Where Resolver looks when it is not aware of origins. */
    public String fileName() {
        return "checksums." + extension;
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException when there is none; the message names all
     */
    public static TrustedAlgorithm of(String id) {
        for (TrustedAlgorithm algorithm : values()) {
            if (algorithm.id.equalsIgnoreCase(id)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("trusted checksums are made by SHA-256 and SHA-512, not by this algorithm");
    }
}
