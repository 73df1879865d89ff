package io.github.syscallmaven.io;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Bytes to write. It must give the same bytes twice: once to compare with the old file, once to write. See {@link
 * WriteOptions#askingOnce}.
 */
@FunctionalInterface
public interface Content {
    void writeTo(OutputStream out) throws IOException;

    static Content of(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
