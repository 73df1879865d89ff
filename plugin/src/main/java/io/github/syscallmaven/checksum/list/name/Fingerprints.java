package io.github.syscallmaven.checksum.list.name;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Replaces names by 64 bits of a keyed SHA-256, where there are too many names to keep. Two of n names have one
 * fingerprint with a probability of n² / 2⁶⁵, one in 37 million for a million names, and nobody can choose names that
 * collide. For one thread at a time.
 */
public final class Fingerprints {
    private static final int KEY_LENGTH = 16;

    private final MessageDigest sha256 = sha256();
    private final byte[] key;

    public Fingerprints() {
        this(randomKey());
    }

    /** With a key that {@link #randomKey()} has made, which nobody may change. */
    public Fingerprints(byte[] key) {
        this.key = key;
    }

    public static byte[] randomKey() {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** The same fingerprints, for another thread. */
    public Fingerprints another() {
        return new Fingerprints(key);
    }

    /** Of these bytes, one after the other. */
    public long of(byte[]... parts) {
        sha256.update(key);
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return ByteBuffer.wrap(sha256.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java platform has SHA-256", broken);
        }
    }
}
