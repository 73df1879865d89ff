package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;

/** Decides whether a file may be written. Called once before each file is written. */
@FunctionalInterface
public interface WriteGuard {
    /** Returns when this file, an absolute path, may be written, and throws otherwise. */
    void check(BytePath file) throws IOException;
}
