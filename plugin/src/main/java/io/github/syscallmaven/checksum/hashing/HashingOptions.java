package io.github.syscallmaven.checksum.hashing;

import java.util.function.LongSupplier;

/**
 * How to hash.
 *
 * @param threads that read and hash, 1 or more; one more looks for files
 * @param failFast whether the first file that cannot be read ends the work, at once
 * @param progress shows how far it has come
 * @param nanoTime as {@link System#nanoTime}
 */
public record HashingOptions(int threads, boolean failFast, ProgressListener progress, LongSupplier nanoTime) {
    public HashingOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is '" + threads + "'; there has to be one at least");
        }
    }
}
