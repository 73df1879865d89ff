package io.github.syscallmaven.io.kernel.path;

import io.github.syscallmaven.io.BytePath;
import java.util.Arrays;

/**
 * The name of the current directory of a walk. Going down or up costs no more than the component that is added or
 * removed.
 */
final class DirectoryName {
    /** With a slash behind each component. */
    private byte[] bytes = new byte[256];

    private int length;

    int length() {
        return length;
    }

    /** Goes down into a directory, by one or more components; the empty name leads nowhere. */
    void append(BytePath name) {
        if (name.isEmpty()) {
            return;
        }
        int longer = length + name.length() + 1;
        if (longer > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(longer, 2 * bytes.length));
        }
        name.putInto(bytes, length);
        bytes[longer - 1] = '/';
        length = longer;
    }

    /** Goes up to the directory whose name was this long. */
    void cut(int shorter) {
        length = shorter;
    }

    /** The whole name of a file in this directory. */
    BytePath of(BytePath file) {
        byte[] whole = Arrays.copyOf(bytes, length + file.length());
        file.putInto(whole, length);
        return BytePath.of(whole, 0, whole.length);
    }

    /** The name itself. */
    BytePath toPath() {
        return BytePath.of(bytes, 0, Math.max(0, length - 1));
    }
}
