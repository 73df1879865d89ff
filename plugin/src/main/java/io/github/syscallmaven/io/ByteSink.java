package io.github.syscallmaven.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes a file's bytes piece by piece. */
@FunctionalInterface
public interface ByteSink {
    /**
     * Takes the next piece, from position to limit. The buffer is used again once this returns.
     */
    void accept(ByteBuffer piece) throws IOException;
}
