package io.github.syscallmaven.syscall.trace.call;

import java.nio.ByteBuffer;

/**
 * Arguments that are addresses of bytes. The bytes are shown when they can be read, and when the kernel was to put them
 * there, after a call that went well; else the address.
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

    /**
     * A file's bytes, as many as the result says: their number only, since what they are is not for the trace to
     * publish.
     */
    static void content(StringBuilder line, TracedCall call, int index) {
        if (call.failed()) {
            Argument.address(line, call, index);
        } else {
            count(line, call.result());
        }
    }

    /**
     * The value of an extended attribute, as long as the next argument says: what is written is another file's, too.
     */
    static void attribute(StringBuilder line, TracedCall call, int index) {
        count(line, call.argument(index + 1));
    }

    private static void count(StringBuilder line, long bytes) {
        line.append("/* ").append(bytes).append(" bytes */");
    }

    /** Bytes that the kernel has drawn, as many as the result says. */
    static void randomOutput(StringBuilder line, TracedCall call, int index) {
        if (call.failed()) {
            Argument.address(line, call, index);
        } else {
            bytes(line, call, index, call.result(), QuotedBytes::appendHex);
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

    private static long countEntries(ProcessMemory memory, long address, long length) {
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
