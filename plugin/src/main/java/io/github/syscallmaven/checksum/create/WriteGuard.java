package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;

/** Asked before each file is written, and only then. */
@FunctionalInterface
public interface WriteGuard {
    /** Returns when this file, an absolute path, may be written, and throws otherwise. */
    void check(BytePath file) throws IOException;
}
