package io.github.syscallmaven.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Receives small files. */
@FunctionalInterface
public interface SmallFileSink {
    /**
     * Takes all bytes of a file.
     *
     * @param index of its name among those asked for
     * @param bytes valid during this call only
     */
    void accept(int index, ByteBuffer bytes) throws IOException;
}
