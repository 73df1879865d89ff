package io.github.syscallmaven.digest;

import java.nio.ByteBuffer;
import java.util.zip.Checksum;

/** A 32-bit checksum of {@code java.util.zip} as four bytes, the most significant first. */
record CrcHash(Checksum delegate) implements Hash {
    @Override
    public void update(ByteBuffer bytes) {
        delegate.update(bytes);
    }

    @Override
    public Digest digest() {
        Digest digest = Digest.of((int) delegate.getValue());
        delegate.reset();
        return digest;
    }

    @Override
    public String computedBy() {
        return "java.util.zip";
    }
}
