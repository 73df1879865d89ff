package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;

/** Two files would have one name in a list. */
public final class SameNameException extends IOException {
    private static final long serialVersionUID = 1;

    SameNameException(BytePath one, BytePath other, BytePath name) {
        super("'" + one + "' and '" + other + "' would both be listed as '" + name + "'");
    }
}
