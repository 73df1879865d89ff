package io.github.syscallmaven.io;

import java.nio.file.FileSystemException;

/**
 * A file was written, truncated or replaced while it was read. The bytes that were passed on are a mixture and must be
 * discarded.
 */
public final class ChangedWhileReadingException extends FileSystemException {
    private static final long serialVersionUID = 1;

    public ChangedWhileReadingException(String file, String what) {
        super(file, null, "changed while reading: " + what);
    }
}
