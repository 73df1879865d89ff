package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where in a list each file and algorithm came first. 16 bytes a place, at most three quarters of the places in use: 32 MiB
 * for a million entries, because it keeps no names, only 64 bits of a keyed SHA-256 of each. So it can see a repetition where
 * there is none, with a probability of n² / 2⁶⁵ (one in 37 million lists of a million entries), and nobody can craft names
 * that make it slow. Of the digests it keeps 32 bits, which nobody can foresee either. {@code a} and {@code ./a} are one name.
 */
final class SeenNames {
    private static final int DIGEST_BITS = 32;

    private static final BytePath ROOT = BytePath.of("/");

    private final MessageDigest sha256 = sha256();
    private final byte[] key = new byte[16];
    private long[] names = new long[64];
    /** The upper half has bits of the digest, the lower half the line; 0 is a free place, because lines count from 1. */
    private long[] places = new long[64];

    private int size;

    SeenNames() {
        new SecureRandom().nextBytes(key);
    }

    /** Where an entry for the same file and algorithm came earlier. */
    record Earlier(int line, boolean sameDigest) {}

    /** Remembers this entry, unless there was an earlier one: then null no more. */
    @Nullable
    Earlier earlier(SumsEntry entry) {
        long name = fingerprint(entry);
        long digest = (long) entry.digest().hashCode() << DIGEST_BITS;
        int at = place(name, names, places);
        if (places[at] != 0) {
            boolean same = (places[at] ^ digest) >>> DIGEST_BITS == 0;
            return new Earlier((int) places[at], same);
        }
        names[at] = name;
        places[at] = digest | entry.line();
        size++;
        if (size > names.length / 4 * 3) {
            grow();
        }
        return null;
    }

    private static int place(long name, long[] names, long[] places) {
        int at = (int) name & (names.length - 1);
        while (places[at] != 0 && names[at] != name) {
            at = (at + 1) & (names.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] moreNames = new long[names.length * 2];
        long[] morePlaces = new long[names.length * 2];
        for (int i = 0; i < names.length; i++) {
            if (places[i] != 0) {
                int at = place(names[i], moreNames, morePlaces);
                moreNames[at] = names[i];
                morePlaces[at] = places[i];
            }
        }
        names = moreNames;
        places = morePlaces;
    }

    private long fingerprint(SumsEntry entry) {
        sha256.update(key);
        sha256.update(entry.algorithm().name().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(Below.plain(ROOT, entry.name()).toBytes());
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
