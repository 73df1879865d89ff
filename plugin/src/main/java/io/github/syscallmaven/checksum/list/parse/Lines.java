package io.github.syscallmaven.checksum.list.parse;

import io.github.syscallmaven.checksum.list.entry.ListProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Splits a stream into lines, in place. A line ends with LF, which is not part of it, or with the stream. Reads every
 * byte once and copies it at most a few times. Holds one line, and nothing of a line that is too long.
 */
public final class Lines {
    /** The longest line, row, record or XML element that is read, in bytes: 2 MiB. Longer ones are problems. */
    public static final int MAX_LINE = 1 << 21;

    private static final int FIRST_BUFFER = 1 << 16;

    private final InputStream in;
    private final int maxLength;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int from;
    private int to;
    private int next;
    private int filled;
    private int number;
    private boolean tooLong;

    public Lines(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    /** Gives out all lines of this stream, one after the other. One that is too long is a problem instead. */
    public static void each(InputStream in, ItemCollector findings, Consumer<Line> to) throws IOException {
        Lines lines = new Lines(in, MAX_LINE);
        while (lines.next()) {
            if (lines.isTooLong()) {
                findings.add(ListProblem.tooLong(lines.number(), MAX_LINE));
            } else {
                to.accept(Line.of(lines));
            }
        }
    }

    /** Goes to the next line; false at the end of the stream. */
    public boolean next() throws IOException {
        from = next;
        to = from;
        tooLong = false;
        boolean more = true;
        while (more && !atLineFeed()) {
            if (to - from > maxLength) {
                tooLong = true;
                from = to;
            }
            more = fill();
        }
        next = Math.min(to + 1, filled);
        tooLong |= to - from > maxLength;
        boolean there = more || to > from || tooLong;
        number += there && number < Integer.MAX_VALUE ? 1 : 0;
        return there;
    }

    private boolean atLineFeed() {
        while (to < filled && buffer[to] != '\n') {
            to++;
        }
        return to < filled;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            to -= from;
            from = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(count, 0);
        return count >= 0;
    }

    /**
     * Where the bytes of this line are, from {@link #from()} to {@link #to()}, until the next call of {@link #next()}.
     */
    public byte[] buffer() {
        return buffer;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** Whether this line is longer than allowed; its bytes are not there then. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** Of this line, from 1, up to {@link Integer#MAX_VALUE}. */
    public int number() {
        return number;
    }
}
