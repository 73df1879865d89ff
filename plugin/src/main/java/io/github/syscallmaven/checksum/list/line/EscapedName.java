package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.io.BytePath;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The way coreutils puts names on one line: backslash, LF and CR become {@code \\}, {@code \n} and {@code \r}, and the
 * line begins with a backslash to say so (coreutils manual, "md5sum invocation").
 */
public final class EscapedName {
    private EscapedName() {}

    /** Longer than the name if there was something to escape, else the name itself. */
    public static byte[] escape(byte[] name) {
        if (!needsEscape(name)) {
            return name;
        }
        ByteArrayOutputStream escaped = new ByteArrayOutputStream(name.length + 8);
        for (byte b : name) {
            switch (b) {
                case '\\' -> escaped.writeBytes(new byte[] {'\\', '\\'});
                case '\n' -> escaped.writeBytes(new byte[] {'\\', 'n'});
                case '\r' -> escaped.writeBytes(new byte[] {'\\', 'r'});
                default -> escaped.write(b);
            }
        }
        return escaped.toByteArray();
    }

    private static boolean needsEscape(byte[] name) {
        for (byte b : name) {
            if (b == '\\' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    /**
     * The name that this escaped one stands for; null when a backslash is followed by nothing or by another character.
     */
    static @Nullable BytePath unescape(Slice text) {
        byte[] name = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            byte b = text.at(i);
            if (b == '\\') {
                i++;
                int meant = i < text.length() ? "\\nr".indexOf(text.at(i)) : -1;
                if (meant < 0) {
                    return null;
                }
                b = (byte) "\\\n\r".charAt(meant);
            }
            name[length++] = b;
        }
        return BytePath.of(name, 0, length);
    }
}
