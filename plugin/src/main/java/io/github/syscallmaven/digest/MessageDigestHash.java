package io.github.syscallmaven.digest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** A hash that a security provider computes. */
record MessageDigestHash(MessageDigest delegate) implements Hash {
    @Override
    public void update(ByteBuffer bytes) {
        delegate.update(bytes);
    }

    @Override
    public Digest digest() {
        return Digest.of(delegate.digest());
    }

    @Override
    public String computedBy() {
        return "the security provider " + delegate.getProvider().getName();
    }
}
