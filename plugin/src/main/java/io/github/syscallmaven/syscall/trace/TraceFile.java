package io.github.syscallmaven.syscall.trace;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The file that a trace goes to. If it cannot be written, that is an error at first; later it ends the trace, and the
 * summary reports it. For one thread at a time.
 */
final class TraceFile {
    private static final int PIECE = 8192;

    private final Syscalls syscalls;
    private final String name;
    private final int descriptor;
    private final NativeBuffer piece = NativeBuffer.allocate(PIECE);
    private boolean closed;
    private @Nullable SyscallException failure;

    private TraceFile(Syscalls syscalls, String name, int descriptor) {
        this.syscalls = syscalls;
        this.name = name;
        this.descriptor = descriptor;
    }

    /**
     * Takes the descriptor over, which is closed when the first line cannot be written: a full disk lets a file be
     * opened.
     */
    static TraceFile begin(Syscalls syscalls, int descriptor, String name, String firstLine) throws SyscallException {
        TraceFile file = new TraceFile(syscalls, name, descriptor);
        file.write(firstLine);
        if (file.failure != null) {
            file.close();
            throw file.failure;
        }
        return file;
    }

    /** Whether more can be written. */
    boolean isOpen() {
        return !closed && failure == null;
    }

    /** Appends this ASCII text, by one write(2) unless it is longer than 8192 bytes or the kernel takes less. */
    void write(CharSequence text) {
        try {
            writeAll(text);
        } catch (SyscallException e) {
            failure = e;
        }
    }

    private void writeAll(CharSequence text) throws SyscallException {
        int at = 0;
        while (at < text.length()) {
            ByteBuffer bytes = piece.bytes().clear();
            int count = Math.min(PIECE, text.length() - at);
            for (int i = 0; i < count; i++) {
                bytes.put((byte) text.charAt(at + i));
            }
            at += writePiece(count);
        }
    }

    private int writePiece(int count) throws SyscallException {
        while (true) {
            try {
                return syscalls.write(descriptor, piece, 0, count);
            } catch (SyscallException e) {
                if (!e.is(Errno.EINTR)) {
                    throw e;
                }
            }
        }
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            syscalls.close(descriptor);
        } catch (SyscallException e) {
            failure = failure == null ? e : failure;
        }
    }

    /** Why the file does not hold all calls, null when it does. */
    @Nullable
    String failure() {
        return failure == null ? null : "The trace '" + name + "' is not complete: " + failure.reason();
    }
}
