package io.github.syscallmaven.checksum.list.write;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;

/**
 * Writes one list of checksums, entry by entry in the given order, and holds none of them. Lines end in LF on every
 * host. For one thread at a time.
 */
public interface ListWriter {
    /**
     * Writes one entry.
     *
     * @throws IllegalArgumentException for a name that is empty or has a NUL in it, which no file has
     */
    void write(Algorithm algorithm, Digest digest, BytePath name) throws IOException;

    /** Writes what closes the list. Closes no stream, and flushes none. To be called once, at the end. */
    void finish() throws IOException;
}
