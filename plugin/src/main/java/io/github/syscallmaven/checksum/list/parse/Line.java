package io.github.syscallmaven.checksum.list.parse;

import io.github.syscallmaven.checksum.list.text.Slice;

/**
 * One line of a list.
 *
 * @param text without its end
 * @param number from 1
 * @param crlf whether it ends as lines of Windows do
 */
public record Line(Slice text, int number, boolean crlf) {
    /** One CR at the end of a line belongs to the line's end. */
    public static Line of(Lines lines) {
        Slice text = new Slice(lines.buffer(), lines.from(), lines.to());
        boolean crlf = text.endsWith('\r');
        return new Line(crlf ? text.slice(0, text.length() - 1) : text, lines.number(), crlf);
    }
}
