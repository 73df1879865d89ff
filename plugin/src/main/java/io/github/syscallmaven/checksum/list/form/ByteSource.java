package io.github.syscallmaven.checksum.list.form;

import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes with one byte of lookahead and the number of the current line. */
final class ByteSource {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 13];
    private int at;
    private int filled;
    private int line = 1;
    private int next = -1;
    private boolean begun;

    ByteSource(InputStream in) {
        this.in = in;
    }

    /** The next byte, -1 at the end. Stays before it. */
    int next() throws IOException {
        if (!begun) {
            begun = true;
            fetch();
        }
        return next;
    }

    /** Goes past the next byte, and returns it. */
    int take() throws IOException {
        int taken = next();
        line += taken == '\n' && line < Integer.MAX_VALUE ? 1 : 0;
        fetch();
        return taken;
    }

    private void fetch() throws IOException {
        if (at == filled) {
            at = 0;
            filled = in.read(buffer);
        }
        next = filled < 0 ? -1 : buffer[at++] & 0xff;
    }

    /** Goes past blanks, tabs, CR and LF, and says whether there were any. */
    boolean skipSpace() throws IOException {
        boolean any = false;
        while (next() == ' ' || next == '\t' || next == '\r' || next == '\n') {
            take();
            any = true;
        }
        return any;
    }

    /** Where the next byte is, from 1, up to {@link Integer#MAX_VALUE}. */
    int line() {
        return line;
    }
}
