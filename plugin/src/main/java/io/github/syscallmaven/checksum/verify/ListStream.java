package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.Threads;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A file as a stream, without holding it. Read by a thread of its own; its end is only reached when the file is known
 * not to have changed meanwhile.
 */
final class ListStream extends InputStream {
    private static final int PIECES = 4;

    private final BlockingQueue<Piece> queue = new ArrayBlockingQueue<>(PIECES);
    private final Thread thread;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean ended;

    ListStream(Root root, BytePath name) {
        this.thread = Threads.of("list", () -> run(root, name));
        thread.start();
    }

    /** Bytes, or how it ended when there are none. */
    private record Piece(ByteBuffer bytes, @Nullable Throwable failure) {}

    private void run(Root root, BytePath name) {
        Throwable failure = null;
        try {
            root.read(name, this::put);
        } catch (InterruptedIOException closed) {
            return;
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        try {
            queue.put(new Piece(ByteBuffer.allocate(0), failure));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(ByteBuffer bytes) throws IOException {
        try {
            queue.put(
                    new Piece(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip(), null));
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
        while (!ended && !current.hasRemaining()) {
            Piece next = take();
            current = next.bytes;
            ended = !current.hasRemaining();
            if (next.failure instanceof IOException e) {
                throw e;
            }
            if (next.failure != null) {
                throw new IllegalStateException("reading a list failed: " + next.failure, next.failure);
            }
        }
        return current.hasRemaining();
    }

    private Piece take() throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("called off");
        }
    }

    /** Ends the reading, and returns when it has ended. */
    @Override
    public void close() {
        Threads.end(thread);
    }
}
