package io.github.syscallmaven.syscall;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The records that one getdents64(2) has put into a buffer, read one after the other. */
public final class Dirents {
    public static final int DT_UNKNOWN = 0;
    public static final int DT_FIFO = 1;
    public static final int DT_CHR = 2;
    public static final int DT_DIR = 4;
    public static final int DT_BLK = 6;
    public static final int DT_REG = 8;
    public static final int DT_LNK = 10;
    public static final int DT_SOCK = 12;

    private static final int RECORD_LENGTH = 16;
    private static final int TYPE = 18;
    private static final int NAME = 19;

    private final ByteBuffer bytes;
    private final int length;
    private int at;
    private int next;

    /** The records in the first {@code length} bytes. */
    public Dirents(NativeBuffer buffer, int length) {
        this.bytes = buffer.bytes();
        this.length = length;
    }

    /** Goes to the next record; false after the last. */
    public boolean next() throws IOException {
        at = next;
        if (at >= length) {
            return false;
        }
        int left = length - at;
        int size = left > NAME ? Short.toUnsignedInt(bytes.getShort(at + RECORD_LENGTH)) : 0;
        if (size <= NAME || size > left) {
            throw new IOException("getdents64: a record of " + size + " bytes with " + left + " left");
        }
        next = at + size;
        return true;
    }

    /** One of the DT constants; {@link #DT_UNKNOWN} where the file system does not tell. */
    public int type() {
        return bytes.get(at + TYPE);
    }

    /** The name's bytes, without the NUL. */
    public byte[] name() {
        int end = at + NAME;
        while (end < next && bytes.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - at - NAME];
        bytes.get(at + NAME, name);
        return name;
    }

    /** Whether this is {@code .} or {@code ..}. */
    public boolean isDot() {
        int name = at + NAME;
        return bytes.get(name) == '.'
                && (bytes.get(name + 1) == 0 || (bytes.get(name + 1) == '.' && bytes.get(name + 2) == 0));
    }
}
