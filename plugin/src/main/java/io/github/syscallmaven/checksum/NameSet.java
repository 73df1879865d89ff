package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Names, of which only 63 bits of a keyed SHA-256 are kept, so 11 to 21 bytes each. A name that is not among n others is taken
 * for one of them with a probability of n / 2⁶³, and nobody can choose names to bring that about. Not for two threads at once.
 */
final class NameSet {
    private static final int KEY_LENGTH = 16;

    private final MessageDigest sha256 = sha256();
    private final byte[] key;
    private long[] places = new long[64];
    private int size;

    NameSet() {
        this(new byte[KEY_LENGTH]);
        new SecureRandom().nextBytes(key);
    }

    private NameSet(byte[] key) {
        this.key = key;
    }

    /** An empty set that {@link #countWithout} can compare with this one. */
    NameSet another() {
        return new NameSet(key);
    }

    /** How many names of this set are not in the other one. */
    int countWithout(NameSet other) {
        int count = 0;
        for (long fingerprint : places) {
            count += fingerprint != 0 && other.places[place(fingerprint, other.places)] != fingerprint ? 1 : 0;
        }
        return count;
    }

    boolean contains(BytePath name) {
        long fingerprint = fingerprint(name);
        return places[place(fingerprint, places)] == fingerprint;
    }

    /** False when it is among them already. */
    boolean add(BytePath name) {
        long fingerprint = fingerprint(name);
        int at = place(fingerprint, places);
        if (places[at] == fingerprint) {
            return false;
        }
        places[at] = fingerprint;
        size++;
        if (size > places.length / 4 * 3) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] more = new long[places.length * 2];
        for (long fingerprint : places) {
            if (fingerprint != 0) {
                more[place(fingerprint, more)] = fingerprint;
            }
        }
        places = more;
    }

    private static int place(long fingerprint, long[] places) {
        int at = (int) fingerprint & (places.length - 1);
        while (places[at] != 0 && places[at] != fingerprint) {
            at = (at + 1) & (places.length - 1);
        }
        return at;
    }

    /** Never 0, which is a free place. */
    private long fingerprint(BytePath name) {
        sha256.update(key);
        sha256.update(name.toBytes());
        return Math.max(1, ByteBuffer.wrap(sha256.digest()).getLong() & Long.MAX_VALUE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java platform has SHA-256", broken);
        }
    }
}
