package io.github.syscallmaven.io.kernel.call;

import java.io.IOException;

/** write(2) twice took no bytes and gave no error. */
public final class ShortWriteException extends IOException {
    private static final long serialVersionUID = 1;

    ShortWriteException() {
        super("write: the kernel takes no more bytes and gives no reason");
    }
}
