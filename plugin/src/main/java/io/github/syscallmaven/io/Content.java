package io.github.syscallmaven.io;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Bytes to be written. Asked for them twice, it must give the same: once to compare with the old file, once to write.
 * See {@link WriteOptions#askingOnce}.
 */
@FunctionalInterface
public interface Content {
    void writeTo(OutputStream out) throws IOException;

    static Content of(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
