package io.github.syscallmaven.io.kernel.write;

import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.Scratch;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Compares what is written to it with a file, and stops the writer at the first difference. */
final class ComparingOutput extends OutputStream {
    private final Kernel kernel;
    private final Fd file;
    private final NativeBuffer buffer;
    /** What was read of the file and is not compared yet. */
    private final ByteBuffer ahead;

    private long read;
    private boolean different;

    private ComparingOutput(Kernel kernel, Fd file, NativeBuffer buffer) {
        this.kernel = kernel;
        this.file = file;
        this.buffer = buffer;
        this.ahead = buffer.bytes().clear().limit(0);
    }

    /** Stops the writer; never seen outside. */
    private static final class Different extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Whether the file, of {@code size} bytes, holds this content and nothing else. */
    static boolean isEqual(Kernel kernel, Fd file, long size, Content content) throws IOException {
        NativeBuffer buffer = Scratch.ofThread().take();
        try {
            return new ComparingOutput(kernel, file, buffer).isEqual(size, content);
        } finally {
            Scratch.ofThread().give(buffer);
        }
    }

    private boolean isEqual(long size, Content content) throws IOException {
        try {
            content.writeTo(this);
        } catch (IOException | RuntimeException e) {
            if (!different) {
                throw e;
            }
        }
        return !different && read - ahead.remaining() == size;
    }

    @Override
    public void write(int b) throws IOException {
        requireMore();
        require(ahead.get() == (byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            requireMore();
            int piece = Math.min(length - done, ahead.remaining());
            ByteBuffer expected = ahead.slice(ahead.position(), piece);
            require(expected.equals(ByteBuffer.wrap(bytes, from + done, piece)));
            ahead.position(ahead.position() + piece);
            done += piece;
        }
    }

    private void requireMore() throws IOException {
        require(!different);
        if (!ahead.hasRemaining()) {
            int more = readMore();
            ahead.clear().limit(more);
            read += more;
            require(more > 0);
        }
    }

    /**
     * What cannot be read is different: it is written anew, and the disk says then what is wrong with it, if anything
     * is.
     */
    private int readMore() {
        try {
            return kernel.pread(file.number(), buffer, read);
        } catch (SyscallException unreadable) {
            return 0;
        }
    }

    private void require(boolean equal) throws Different {
        if (!equal) {
            different = true;
            throw new Different();
        }
    }
}
