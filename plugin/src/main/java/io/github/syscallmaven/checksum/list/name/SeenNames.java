package io.github.syscallmaven.checksum.list.name;

import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The line of the first entry for each file and algorithm. Keeps {@link Fingerprints} instead of names: 32 MiB for a
 * million entries. Of digests it keeps 32 bits, which nobody can predict. {@code a} and {@code ./a} are one name.
 */
public final class SeenNames {
    private static final int DIGEST_BITS = 32;

    private static final BytePath ROOT = BytePath.of("/");

    private final Fingerprints fingerprints = new Fingerprints();
    /** The upper half has bits of the digest, the lower half the line, which counts from 1. */
    private final FingerprintTable seen = new FingerprintTable();

    /** Where an entry for the same file and algorithm came earlier. */
    public record Earlier(int line, boolean sameDigest) {}

    /** Returns the earlier entry for this file and algorithm. If there is none, records this one and returns null. */
    @Nullable
    public Earlier earlier(ListEntry entry) {
        long print = fingerprints.of(
                (entry.algorithm().name() + '\0').getBytes(StandardCharsets.UTF_8),
                Below.plain(ROOT, entry.name()).toBytes());
        long digest = (long) entry.digest().hashCode() << DIGEST_BITS;
        long place = seen.get(print);
        if (place != 0) {
            return new Earlier((int) place, (place ^ digest) >>> DIGEST_BITS == 0);
        }
        seen.put(print, digest | entry.line());
        return null;
    }
}
