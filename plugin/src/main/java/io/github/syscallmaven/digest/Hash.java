package io.github.syscallmaven.digest;

import java.nio.ByteBuffer;

/** One digest in the making. Not for two threads at once; every file needs its own. */
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
