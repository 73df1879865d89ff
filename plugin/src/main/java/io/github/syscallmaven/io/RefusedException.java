package io.github.syscallmaven.io;

import java.nio.file.FileSystemException;

/** A name was refused: it leads or might lead out of the tree, or is not a regular file. */
public final class RefusedException extends FileSystemException {
    private static final long serialVersionUID = 1;

    public RefusedException(String file, String reason) {
        super(file, null, reason);
    }
}
