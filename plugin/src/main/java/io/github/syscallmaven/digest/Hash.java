package io.github.syscallmaven.digest;

import java.nio.ByteBuffer;

/** Computes one digest. For one thread at a time; use one for each file. */
public interface Hash {
    /** Takes in what remains of this buffer, heap or direct, and leaves it empty. */
    void update(ByteBuffer bytes);

    /** The digest of all bytes so far. Starts afresh afterwards. */
    Digest digest();

    /** Who computes it, for people. */
    default String computedBy() {
        return "this plugin";
    }
}
