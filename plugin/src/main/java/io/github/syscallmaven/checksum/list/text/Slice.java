package io.github.syscallmaven.checksum.list.text;

import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A part of an array of bytes, in place: what the parsers of lines look at. Indexes count from its beginning; a blank
 * is SP or TAB. Valid as long as the array holds what it held.
 */
public final class Slice {
    private static final int EXCERPT = 40;

    private final byte[] bytes;
    private final int from;
    private final int to;

    public Slice(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    /** A slice of its own of these characters, one byte a char. */
    public static Slice of(String latin1) {
        return of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return to == from;
    }

    public byte at(int index) {
        return bytes[from + index];
    }

    /** Whether this byte is there. */
    public boolean hasAt(int index, char wanted) {
        return index >= 0 && index < length() && at(index) == wanted;
    }

    public Slice slice(int start, int end) {
        return new Slice(bytes, from + start, from + end);
    }

    public Slice after(int start) {
        return slice(start, length());
    }

    public boolean startsWith(String ascii) {
        return length() >= ascii.length() && slice(0, ascii.length()).is(ascii);
    }

    public boolean endsWith(char wanted) {
        return hasAt(length() - 1, wanted);
    }

    public boolean is(String ascii) {
        if (length() != ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (at(i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where this byte is first, at or after {@code start}; the length when it is not there. */
    public int indexOf(char wanted, int start) {
        int at = start;
        while (at < length() && at(at) != wanted) {
            at++;
        }
        return at;
    }

    /** Where this byte is last; -1 when it is not there. */
    public int lastIndexOf(char wanted) {
        int at = length() - 1;
        while (at >= 0 && at(at) != wanted) {
            at--;
        }
        return at;
    }

    /** Where the blanks that begin at {@code start} end, if any are there. */
    public int afterBlanks(int start) {
        int at = start;
        while (at < length() && isBlank(at(at))) {
            at++;
        }
        return at;
    }

    /** Where the first blank is, at or after {@code start}; the length when there is none. */
    public int blank(int start) {
        int at = start;
        while (at < length() && !isBlank(at(at))) {
            at++;
        }
        return at;
    }

    /** Without blanks at the beginning and the end. */
    public Slice stripped() {
        return after(afterBlanks(0)).withoutBlanksAtEnd();
    }

    public Slice withoutBlanksAtEnd() {
        int end = length();
        while (end > 0 && isBlank(at(end - 1))) {
            end--;
        }
        return slice(0, end);
    }

    public static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    public boolean isHex() {
        return Digest.isHex(bytes, from, to);
    }

    /** Whether these are decimal digits, from 1 to {@code most} of them. */
    public boolean isDecimal(int most) {
        int at = 0;
        while (at < length() && at(at) >= '0' && at(at) <= '9') {
            at++;
        }
        return at > 0 && at == length() && at <= most;
    }

    @Nullable
    public Digest hex() {
        return Digest.ofHex(bytes, from, to);
    }

    @Nullable
    public Digest base64(int length) {
        return Digest.ofBase64(bytes, from, to, length);
    }

    public BytePath path() {
        return BytePath.of(bytes, from, length());
    }

    public byte[] toBytes() {
        return path().toBytes();
    }

    /** One char a byte. */
    public String latin1() {
        return new String(bytes, from, length(), StandardCharsets.ISO_8859_1);
    }

    /** How this begins, for messages. */
    @Override
    public String toString() {
        return Shown.of(path(), EXCERPT);
    }
}
