package io.github.syscallmaven.digest;

import java.nio.ByteBuffer;

/** Counts the bytes. */
final class SizeHash implements Hash {
    private long size;

    @Override
    public void update(ByteBuffer bytes) {
        size += bytes.remaining();
        bytes.position(bytes.limit());
    }

    @Override
    public Digest digest() {
        Digest digest = Digest.ofNumber(size, Long.BYTES);
        size = 0;
        return digest;
    }
}
