package io.github.syscallmaven.checksum.list.name;

import io.github.syscallmaven.io.BytePath;

/** Names as tools of Windows write them. */
public final class WindowsName {
    private WindowsName() {}

    /** The same with slashes; a name that begins with a slash is none of Windows. */
    public static BytePath plain(BytePath name) {
        if (name.isAbsolute()) {
            return name;
        }
        byte[] bytes = name.toBytes();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\\') {
                bytes[i] = '/';
            }
        }
        return BytePath.of(bytes);
    }
}
