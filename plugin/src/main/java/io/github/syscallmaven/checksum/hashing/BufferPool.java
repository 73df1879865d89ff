package io.github.syscallmaven.checksum.hashing;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buffers by which threads share files: {@value #MOST} times 2 MiB at most, whatever the number of threads. */
final class BufferPool {
    private static final int MOST = 16;

    /** So many that the other threads stay busy while the reader waits for the disk or is away for a moment. */
    private static final int PIECES = 16;

    /** In bytes; what is read at a time. */
    private static final int PIECE_SIZE = 128 * 1024;

    private final Deque<List<ByteBuffer>> free = new ArrayDeque<>();
    private int made;

    /** Null when all are lent. */
    synchronized @Nullable List<ByteBuffer> borrow() {
        if (!free.isEmpty()) {
            return free.pop();
        }
        if (made == MOST) {
            return null;
        }
        made++;
        List<ByteBuffer> ring = new ArrayList<>(PIECES);
        for (int i = 0; i < PIECES; i++) {
            ring.add(ByteBuffer.allocateDirect(PIECE_SIZE));
        }
        return ring;
    }

    synchronized void giveBack(List<ByteBuffer> ring) {
        free.push(ring);
    }
}
