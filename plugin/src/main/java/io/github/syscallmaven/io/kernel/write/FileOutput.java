package io.github.syscallmaven.io.kernel.write;

import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.syscall.NativeBuffer;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Gathers bytes and writes them to a descriptor in large pieces. Closing it does not close the descriptor. */
final class FileOutput extends OutputStream {
    private final Kernel kernel;
    private final int fd;
    private final NativeBuffer gathered;
    private @Nullable IOException failure;

    private FileOutput(Kernel kernel, int fd, NativeBuffer buffer) {
        this.kernel = kernel;
        this.fd = fd;
        this.gathered = buffer;
        buffer.bytes().clear();
    }

    /**
     * Writes all of the content, or fails with the reason of the first write(2) that failed: a content may have wrapped
     * it or, as PrintWriter does, swallowed it.
     */
    static void write(Kernel kernel, int fd, NativeBuffer buffer, Content content) throws IOException {
        FileOutput out = new FileOutput(kernel, fd, buffer);
        try {
            content.writeTo(out);
            out.flush();
        } catch (IOException | RuntimeException e) {
            out.requireNoFailure();
            throw e;
        }
    }

    private void requireNoFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void write(int b) throws IOException {
        if (!gathered.bytes().hasRemaining()) {
            flush();
        }
        gathered.bytes().put((byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (!gathered.bytes().hasRemaining()) {
                flush();
            }
            int piece = Math.min(length - done, gathered.bytes().remaining());
            gathered.bytes().put(bytes, from + done, piece);
            done += piece;
        }
    }

    @Override
    public void flush() throws IOException {
        if (failure != null) {
            throw new IOException("an earlier write failed", failure);
        }
        try {
            kernel.write(fd, gathered, gathered.bytes().position());
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        gathered.bytes().clear();
    }
}
