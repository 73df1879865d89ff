package io.github.syscallmaven.syscall;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/**
 * The file that a trace goes to. That it cannot be written is an error when it is opened; later it is the end of the trace,
 * kept for its summary. For one thread at a time.
 */
final class TraceFile {
    private static final int FLAGS = Fcntl.O_WRONLY | Fcntl.O_CREAT | Fcntl.O_APPEND | Fcntl.O_NOCTTY | Fcntl.O_CLOEXEC;
    private static final int MODE = 0666;
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

    /** Opens it, with O_TRUNC or 0 beside the flags that it always has, and writes the first line. */
    static TraceFile open(Syscalls syscalls, byte[] path, int flag, String firstLine) throws FileSystemException {
        String name = new String(path, StandardCharsets.UTF_8);
        NativeBuffer pathname = NativeBuffer.allocate(path.length + 1).putString(path);
        TraceFile file;
        try {
            file = new TraceFile(syscalls, name, syscalls.openat(Fcntl.AT_FDCWD, pathname, FLAGS | flag, MODE));
        } catch (SyscallException e) {
            throw refused(name, e);
        }
        // A full disk lets a file be opened.
        file.write(firstLine);
        if (file.failure != null) {
            file.close();
            throw refused(name, file.failure);
        }
        return file;
    }

    private static FileSystemException refused(String name, SyscallException reason) {
        return reason.about(name, "the trace cannot be written: " + reason.reason());
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
