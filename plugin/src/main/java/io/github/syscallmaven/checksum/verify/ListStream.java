package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.SourceThread;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;

/**
 * Reads a file as a stream in bounded memory, in a thread of its own. The stream ends normally only if the file has not
 * changed while it was read.
 */
final class ListStream extends InputStream {
    private static final int PIECES = 4;

    private final SourceThread<ByteBuffer> pieces;
    private ByteBuffer current = ByteBuffer.allocate(0);

    ListStream(Root root, BytePath name) {
        this.pieces = new SourceThread<>("list", PIECES, sink -> root.read(name, bytes -> put(sink, bytes)));
        pieces.start();
    }

    private static void put(SourceThread.Sink<ByteBuffer> sink, ByteBuffer bytes) throws IOException {
        try {
            sink.put(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        } catch (InterruptedException closed) {
            throw new InterruptedIOException("called off");
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? current.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(target, from, count);
        return count;
    }

    private boolean fill() throws IOException {
        while (!current.hasRemaining()) {
            ByteBuffer next = pieces.take();
            if (next == null) {
                return false;
            }
            current = next;
        }
        return true;
    }

    /** Ends the reading, and returns when it has ended. */
    @Override
    public void close() {
        pieces.close();
    }
}
