package io.github.syscallmaven.io;

import java.nio.file.FileSystemException;

/**
 * A file that somebody wrote, cut or replaced while it was read: the bytes given out are a mixture and worth nothing.
 */
public final class ChangedWhileReadingException extends FileSystemException {
    private static final long serialVersionUID = 1;

    public ChangedWhileReadingException(String file, String what) {
        super(file, null, "changed while reading: " + what);
    }
}
