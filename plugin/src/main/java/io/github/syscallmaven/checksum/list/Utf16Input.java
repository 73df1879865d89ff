package io.github.syscallmaven.checksum.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream of UTF-16 as UTF-8. Throws {@link Damaged} where it is damaged. */
final class Utf16Input extends InputStream {
    private final InputStream in;
    private final boolean bigEndian;
    private byte[] character = {};
    private int next;

    /** {@code in}: what follows the byte order mark. */
    Utf16Input(InputStream in, boolean bigEndian) {
        this.in = in;
        this.bigEndian = bigEndian;
    }

    /** Half a character. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public int read() throws IOException {
        return fill() ? character[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = 0;
        while (count < length && fill()) {
            bytes[from + count++] = character[next++];
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private boolean fill() throws IOException {
        if (next < character.length) {
            return true;
        }
        int unit = unit();
        if (unit < 0) {
            return false;
        }
        char[] units = {(char) unit};
        if (Character.isSurrogate(units[0])) {
            units = new char[] {(char) unit, (char) Math.max(0, unit())};
            if (!Character.isSurrogatePair(units[0], units[1])) {
                throw new Damaged();
            }
        }
        character = new String(units).getBytes(StandardCharsets.UTF_8);
        next = 0;
        return true;
    }

    /** -1 at the end. */
    private int unit() throws IOException {
        int first = in.read();
        int second = first < 0 ? -1 : in.read();
        if (first >= 0 && second < 0) {
            throw new Damaged();
        }
        return first < 0 ? -1 : bigEndian ? first << Byte.SIZE | second : second << Byte.SIZE | first;
    }
}
