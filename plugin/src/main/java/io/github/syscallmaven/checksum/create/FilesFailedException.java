package io.github.syscallmaven.checksum.create;

import java.io.IOException;

/** Files that could not be read; the message names them. */
public final class FilesFailedException extends IOException {
    private static final long serialVersionUID = 1;

    FilesFailedException(CappedMessages failures) {
        super(failures.count() + (failures.count() == 1 ? " file" : " files") + " could not be read, so no list is"
                + " written:\n" + failures.lines());
    }
}
