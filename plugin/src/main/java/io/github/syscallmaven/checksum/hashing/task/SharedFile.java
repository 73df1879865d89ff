package io.github.syscallmaven.checksum.hashing.task;

import io.github.syscallmaven.digest.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A large file that several threads hash while one of them reads it. Each thread hashes the next piece for the
 * algorithm that is furthest behind. So it takes as long as the slowest algorithm, or the whole work divided by the
 * number of threads.
 */
public final class SharedFile {
    private final List<ByteBuffer> ring;
    private final List<Lane> lanes;
    private final AtomicInteger helpers = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long published;
    /** The backlog that the reader waits for; -1 when it does not. */
    private long awaited = -1;

    private boolean ended;
    private @Nullable Throwable failure;

    /** {@code ring} is used by nothing else until {@link #end} returns. */
    public SharedFile(List<ByteBuffer> ring, List<Hash> hashes) {
        this.ring = ring;
        this.lanes = new ArrayList<>(hashes.size());
        for (Hash hash : hashes) {
            lanes.add(new Lane(hash));
        }
    }

    /** One algorithm's way through the file. */
    private static final class Lane {
        private final Hash hash;
        private long done;
        private boolean running;

        Lane(Hash hash) {
            this.hash = hash;
        }
    }

    /** For the reader: copies this piece. Where there is no room for it, works along until there is. */
    public void put(ByteBuffer piece) {
        lock.lock();
        try {
            if (backlog() == ring.size()) {
                // Not just one place, or else the reader would be woken up for each piece.
                workDownTo(ring.size() / 2);
            }
            throwFailure();
        } finally {
            lock.unlock();
        }
        ring.get((int) (published % ring.size())).clear().put(piece).flip();
        lock.lock();
        try {
            published++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** For the reader: works along until all pieces are hashed by all. */
    public void finish() {
        lock.lock();
        try {
            workDownTo(0);
            throwFailure();
        } finally {
            lock.unlock();
        }
    }

    /**
     * For the reader, in any case: sends the helpers away and waits until the last one lets go of the hashes. Returns
     * the ring, which is free then.
     */
    public List<ByteBuffer> end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
            while (isAnyRunning()) {
                changed.awaitUninterruptibly();
            }
            return ring;
        } finally {
            lock.unlock();
        }
    }

    private boolean isAnyRunning() {
        for (Lane lane : lanes) {
            if (lane.running) {
                return true;
            }
        }
        return false;
    }

    /** Whether one more helper is of use; it has to {@link #help} then. */
    boolean join() {
        return helpers.getAndUpdate(count -> Math.min(count + 1, lanes.size())) < lanes.size();
    }

    /** Works along until the file ends or there is something else to do. */
    void help(BooleanSupplier elsewhere) {
        lock.lock();
        try {
            while (failure == null && !ended && !elsewhere.getAsBoolean()) {
                workOrWait(furthestBehind());
            }
        } finally {
            helpers.decrementAndGet();
            changed.signalAll();
            lock.unlock();
        }
    }

    private void workDownTo(int backlog) {
        awaited = backlog;
        while (failure == null && backlog() > backlog) {
            if (helpers.get() < lanes.size()) {
                workOrWait(furthestBehind());
            } else {
                // Where each lane has a helper, the reader would only be in their way.
                changed.signalAll();
                changed.awaitUninterruptibly();
            }
        }
        awaited = -1;
        changed.signalAll();
    }

    @SuppressWarnings("WaitNotInLoop") // the callers loop
    private void workOrWait(@Nullable Lane lane) {
        if (lane != null) {
            work(lane);
        } else {
            changed.awaitUninterruptibly();
        }
    }

    private @Nullable Lane furthestBehind() {
        Lane found = null;
        for (Lane lane : lanes) {
            if (!lane.running && lane.done < published && (found == null || lane.done < found.done)) {
                found = lane;
            }
        }
        return found;
    }

    private void work(Lane lane) {
        ByteBuffer piece = ring.get((int) (lane.done % ring.size())).duplicate();
        lane.running = true;
        lock.unlock();
        Throwable thrown = null;
        try {
            lane.hash.update(piece);
        } catch (RuntimeException | Error e) {
            thrown = e;
        } finally {
            lock.lock();
        }
        lane.running = false;
        lane.done++;
        failure = thrown == null ? failure : thrown;
        // This thread goes on with this lane, or signals when it leaves it; to wake the others for each piece would
        // cost as much
        // as the hashing.
        if (failure != null || ended || backlog() <= awaited) {
            changed.signalAll();
        }
    }

    private long backlog() {
        long behind = 0;
        for (Lane lane : lanes) {
            behind = Math.max(behind, published - lane.done);
        }
        return behind;
    }

    private void throwFailure() {
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("a hash failed: " + failure.getMessage(), failure);
        }
    }
}
