package io.github.syscallmaven.syscall;

import java.nio.ByteBuffer;

/**
 * Arguments that are addresses of bytes. The bytes are shown when they can be read, and when the kernel was to put them there,
 * after a call that went well; else the address.
 */
final class BufferArguments {
    private static final int PATH_MAX = 4096;
    private static final int SHOWN = 32;
    private static final int RECORD_LENGTH = 16;
    private static final int RECORD_NAME = 19;

    private BufferArguments() {}

    private interface Quotes {
        void append(StringBuilder line, ByteBuffer bytes, int count);
    }

    static void path(StringBuilder line, TracedCall call, int index) {
        ByteBuffer bytes = call.memory().bytes();
        int readable = call.memory().read(call.argument(index), PATH_MAX);
        int length = 0;
        while (length < readable && bytes.get(length) != 0) {
            length++;
        }
        if (length < readable) {
            QuotedBytes.append(line, bytes, length);
        } else if (length == PATH_MAX) {
            QuotedBytes.append(line, bytes, PATH_MAX - 1);
            line.append("...");
        } else {
            Argument.address(line, call, index);
        }
    }

    /** Bytes for the kernel, as many as the next argument says. */
    static void input(StringBuilder line, TracedCall call, int index) {
        bytes(line, call, index, call.argument(index + 1), QuotedBytes::append);
    }

    /** Bytes from the kernel, as many as the result says. */
    static void output(StringBuilder line, TracedCall call, int index) {
        output(line, call, index, QuotedBytes::append);
    }

    /** Bytes from the kernel that are no text. */
    static void randomOutput(StringBuilder line, TracedCall call, int index) {
        output(line, call, index, QuotedBytes::appendHex);
    }

    /** The value of an extended attribute, as long as the next argument says. */
    static void attribute(StringBuilder line, TracedCall call, int index) {
        attribute(line, call, index, call.argument(index + 1));
    }

    /** The same, as long as the result says. */
    static void attributeOutput(StringBuilder line, TracedCall call, int index) {
        if (call.failed()) {
            Argument.address(line, call, index);
        } else {
            attribute(line, call, index, call.result());
        }
    }

    /** A NUL at its end is not shown, since many attributes are C strings. */
    private static void attribute(StringBuilder line, TracedCall call, int index, long length) {
        boolean ends = length > 0
                && length <= SHOWN
                && call.memory().holds(call.argument(index), (int) length)
                && call.memory().bytes().get((int) length - 1) == 0;
        bytes(line, call, index, ends ? length - 1 : length, QuotedBytes::append);
    }

    private static void output(StringBuilder line, TracedCall call, int index, Quotes quotes) {
        if (call.failed()) {
            Argument.address(line, call, index);
        } else {
            bytes(line, call, index, call.result(), quotes);
        }
    }

    private static void bytes(StringBuilder line, TracedCall call, int index, long count, Quotes quotes) {
        int shown = Long.compareUnsigned(count, SHOWN) > 0 ? SHOWN : (int) count;
        if (call.memory().holds(call.argument(index), shown)) {
            quotes.append(line, call.memory().bytes(), shown);
            line.append(shown == count ? "" : "...");
        } else {
            Argument.address(line, call, index);
        }
    }

    /** The records of getdents64(2), of which strace shows no more than their number. */
    static void entries(StringBuilder line, TracedCall call, int index) {
        Argument.address(line, call, index);
        long count = call.failed() ? -1 : countEntries(call.memory(), call.argument(index), call.result());
        if (count >= 0) {
            line.append(" /* ").append(count).append(" entries */");
        }
    }

    private static long countEntries(Memory memory, long address, long length) {
        long count = 0;
        long at = 0;
        while (at < length) {
            int readable = memory.read(address + at, length - at);
            int next = 0;
            while (next + RECORD_NAME < readable) {
                int size = Short.toUnsignedInt(memory.bytes().getShort(next + RECORD_LENGTH));
                if (size <= RECORD_NAME) {
                    return -1;
                }
                next += size;
                count++;
            }
            if (next == 0) {
                return -1;
            }
            at += next;
        }
        return count;
    }
}
