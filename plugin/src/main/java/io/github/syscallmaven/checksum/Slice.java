package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A part of an array of bytes, in place: what the parsers of lines look at. Indexes count from its beginning; a blank is SP or
 * TAB. Valid as long as the array holds what it held.
 */
final class Slice {
    private static final int EXCERPT = 40;

    private final byte[] bytes;
    private final int from;
    private final int to;

    Slice(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    /** A slice of its own of these characters, one byte a char. */
    static Slice of(String latin1) {
        return of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    int length() {
        return to - from;
    }

    boolean isEmpty() {
        return to == from;
    }

    byte at(int index) {
        return bytes[from + index];
    }

    /** Whether this byte is there. */
    boolean hasAt(int index, char wanted) {
        return index >= 0 && index < length() && at(index) == wanted;
    }

    Slice slice(int start, int end) {
        return new Slice(bytes, from + start, from + end);
    }

    Slice after(int start) {
        return slice(start, length());
    }

    boolean startsWith(String ascii) {
        return length() >= ascii.length() && slice(0, ascii.length()).is(ascii);
    }

    boolean endsWith(char wanted) {
        return hasAt(length() - 1, wanted);
    }

    boolean is(String ascii) {
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
    int indexOf(char wanted, int start) {
        int at = start;
        while (at < length() && at(at) != wanted) {
            at++;
        }
        return at;
    }

    /** Where this byte is last; -1 when it is not there. */
    int lastIndexOf(char wanted) {
        int at = length() - 1;
        while (at >= 0 && at(at) != wanted) {
            at--;
        }
        return at;
    }

    /** Where the blanks that begin at {@code start} end, if any are there. */
    int afterBlanks(int start) {
        int at = start;
        while (at < length() && isBlank(at(at))) {
            at++;
        }
        return at;
    }

    /** Where the first blank is, at or after {@code start}; the length when there is none. */
    int blank(int start) {
        int at = start;
        while (at < length() && !isBlank(at(at))) {
            at++;
        }
        return at;
    }

    /** Without blanks at the beginning and the end. */
    Slice stripped() {
        return after(afterBlanks(0)).withoutBlanksAtEnd();
    }

    Slice withoutBlanksAtEnd() {
        int end = length();
        while (end > 0 && isBlank(at(end - 1))) {
            end--;
        }
        return slice(0, end);
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    boolean isHex() {
        return Digest.isHex(bytes, from, to);
    }

    /** Whether these are decimal digits, from 1 to {@code most} of them. */
    boolean isDecimal(int most) {
        int at = 0;
        while (at < length() && at(at) >= '0' && at(at) <= '9') {
            at++;
        }
        return at > 0 && at == length() && at <= most;
    }

    @Nullable
    Digest hex() {
        return Digest.ofHex(bytes, from, to);
    }

    /** The digest of this length that these hexadecimal digits stand for; null when they do not. */
    @Nullable
    Digest hexOf(int length) {
        return length() == 2 * length ? hex() : null;
    }

    @Nullable
    Digest base64(int length) {
        return Digest.ofBase64(bytes, from, to, length);
    }

    BytePath path() {
        return BytePath.of(bytes, from, length());
    }

    byte[] toBytes() {
        return path().toBytes();
    }

    /** One char a byte. */
    String latin1() {
        return new String(bytes, from, length(), StandardCharsets.ISO_8859_1);
    }

    /** How this begins, for messages. */
    @Override
    public String toString() {
        return Shown.of(path(), EXCERPT);
    }
}
