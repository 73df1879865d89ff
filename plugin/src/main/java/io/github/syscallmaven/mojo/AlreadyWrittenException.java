package io.github.syscallmaven.mojo;

import java.io.IOException;

/**
 * A file would be written a second time in one build, or would replace an input of the build. A mistake in the
 * configuration, not a failure of the file system.
 */
public final class AlreadyWrittenException extends IOException {
    private static final long serialVersionUID = 1;

    public AlreadyWrittenException(String message) {
        super(message);
    }
}
