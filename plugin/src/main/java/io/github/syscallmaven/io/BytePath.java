package io.github.syscallmaven.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A path as the kernel sees it: any bytes but NUL, separated by {@code /}. Not necessarily UTF-8.
 *
 * <p>Equality and order are those of the unsigned bytes; nothing is normalised. Immutable.
 */
public final class BytePath implements Comparable<BytePath> {
    /** The longest path that the kernel takes in one call, its final NUL not counted (PATH_MAX - 1). */
    public static final int MAX_LENGTH = 4095;

    public static final BytePath EMPTY = new BytePath(new byte[0]);

    private final byte[] bytes;

    private BytePath(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A path of these bytes, which are copied. */
    public static BytePath of(byte[] bytes) {
        return new BytePath(bytes.clone());
    }

    /** A path of {@code length} of these bytes, which are copied. */
    public static BytePath of(byte[] bytes, int from, int length) {
        return new BytePath(Arrays.copyOfRange(bytes, from, from + length));
    }

    /** The UTF-8 form of this text. */
    public static BytePath of(String text) {
        return new BytePath(text.getBytes(StandardCharsets.UTF_8));
    }

    /** This path, a slash, and a child's name; the child's name alone when this path is empty. */
    public BytePath resolve(BytePath child) {
        if (bytes.length == 0) {
            return child;
        }
        boolean slash = bytes[bytes.length - 1] != '/';
        byte[] joined = Arrays.copyOf(bytes, bytes.length + (slash ? 1 : 0) + child.bytes.length);
        if (slash) {
            joined[bytes.length] = '/';
        }
        System.arraycopy(child.bytes, 0, joined, joined.length - child.bytes.length, child.bytes.length);
        return new BytePath(joined);
    }

    /** These bytes and then those of the other. */
    public BytePath concat(BytePath other) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
        System.arraycopy(other.bytes, 0, joined, bytes.length, other.bytes.length);
        return new BytePath(joined);
    }

    /** All up to the last slash, without it; empty when there is no slash. */
    public BytePath parent() {
        return slice(0, Math.max(0, lastSlash()));
    }

    /** The folder that the file of an absolute path is in: its parent, or {@code /}. */
    public BytePath folder() {
        return parent().isEmpty() ? of("/") : parent();
    }

    /** What follows the last slash; the whole path when there is no slash. */
    public BytePath fileName() {
        return slice(lastSlash() + 1, bytes.length);
    }

    private int lastSlash() {
        int at = bytes.length - 1;
        while (at >= 0 && bytes[at] != '/') {
            at--;
        }
        return at;
    }

    public boolean isAbsolute() {
        return bytes.length > 0 && bytes[0] == '/';
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public int length() {
        return bytes.length;
    }

    /** The byte at this index, 0 to {@link #length()} - 1. */
    public byte at(int index) {
        return bytes[index];
    }

    /** The index of the first such byte at or after {@code from}; the length when there is none. */
    public int indexOf(byte wanted, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** The bytes from {@code from} up to, not including, {@code to}. */
    public BytePath slice(int from, int to) {
        return new BytePath(Arrays.copyOfRange(bytes, from, to));
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Puts the bytes into this buffer. */
    public void putInto(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    /** Puts the bytes from this index on into this buffer. */
    public void putInto(ByteBuffer buffer, int from) {
        buffer.put(bytes, from, bytes.length - from);
    }

    /** Puts the bytes into this array, from {@code at} on. */
    public void putInto(byte[] array, int at) {
        System.arraycopy(bytes, 0, array, at, bytes.length);
    }

    /** Whether this is a name in that directory itself, none deeper; the empty path is that of all single names. */
    public boolean isIn(BytePath directory) {
        int start = directory.isEmpty() ? 0 : directory.bytes.length + 1;
        return bytes.length > start
                && (start == 0 || bytes[start - 1] == '/')
                && Arrays.equals(bytes, 0, Math.max(0, start - 1), directory.bytes, 0, directory.bytes.length)
                && indexOf((byte) '/', start) == bytes.length;
    }

    @Override
    public int compareTo(BytePath other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BytePath path && Arrays.equals(bytes, path.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /**
     * Readable text: the text when the bytes are UTF-8 and {@link Printable} would not change it, otherwise with each
     * byte that is not printable ASCII as {@code \xhh} and a backslash doubled.
     */
    @Override
    public String toString() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePoints().allMatch(Printable::isHarmless) ? text : escaped();
        } catch (CharacterCodingException notUtf8) {
            return escaped();
        }
    }

    private String escaped() {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (b == '\\') {
                text.append("\\\\");
            } else if (b >= ' ' && b < 0x7f) {
                text.append((char) b);
            } else {
                text.append("\\x").append(HexFormat.of().toHexDigits(b));
            }
        }
        return text.toString();
    }
}
