package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;

/** The directory that names are relative to does not exist. */
public final class NoBaseDirectoryException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient BytePath directory;

    NoBaseDirectoryException(BytePath directory, IOException cause) {
        super("there is no directory '" + directory + "'", cause);
        this.directory = directory;
    }

    public BytePath directory() {
        return directory;
    }
}
