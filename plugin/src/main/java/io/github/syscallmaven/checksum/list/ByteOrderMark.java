package io.github.syscallmaven.checksum.list;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** The byte order marks that tell the encoding of a text. */
enum ByteOrderMark {
    UTF_8("UTF-8", 0xef, 0xbb, 0xbf),
    UTF_16_LITTLE("UTF-16", 0xff, 0xfe),
    UTF_16_BIG("UTF-16", 0xfe, 0xff),
    NONE("nothing");

    private static final int LONGEST = 3;

    private final String encoding;
    private final int[] bytes;

    ByteOrderMark(String encoding, int... bytes) {
        this.encoding = encoding;
        this.bytes = bytes;
    }

    /** Reads the mark that comes first, and nothing else. */
    static ByteOrderMark skip(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(LONGEST);
        for (ByteOrderMark mark : values()) {
            if (mark.isAt(start)) {
                in.unread(start, mark.bytes.length, start.length - mark.bytes.length);
                return mark;
            }
        }
        throw new IllegalStateException("NONE is at every start");
    }

    private boolean isAt(byte[] start) {
        boolean same = start.length >= bytes.length;
        for (int i = 0; same && i < bytes.length; i++) {
            same = (start[i] & 0xff) == bytes[i];
        }
        return same;
    }

    boolean isUtf16() {
        return this == UTF_16_LITTLE || this == UTF_16_BIG;
    }

    /** What follows the mark, as UTF-8. */
    InputStream decoded(InputStream in) {
        return isUtf16() ? new Utf16Input(in, this == UTF_16_BIG) : in;
    }

    /** The encoding. */
    @Override
    public String toString() {
        return encoding;
    }
}
