package io.github.syscallmaven.checksum.hashing.task;

import io.github.syscallmaven.io.BytePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The tasks whose results have not been returned yet, {@value #SIZE} at most. Adding more waits, so that memory does
 * not depend on the number of tasks. Workers take tasks in chunks and finish them in any order; results are returned in
 * the order of the tasks.
 *
 * <p>A chunk is a fraction of the waiting tasks. So the last chunks are small, and no worker is left with much work at
 * the end.
 */
public final class TaskWindow<T extends HashTask> {
    public static final int SIZE = 8192;

    /** In bytes. No file system has names as long as lists may have. */
    private static final long MOST_NAMES = 16 * 1024 * 1024;

    /** Enough for a hand-over to cost nothing beside so many files, the smallest included. */
    public static final int LARGEST_CHUNK = 64;

    private final int workers;
    private final TaskRing<T> ring = new TaskRing<>(SIZE);
    private final Deque<Chunk<T>> returned = new ArrayDeque<>();
    private final Set<SharedFile> shared = new LinkedHashSet<>();
    private final AtomicInteger idle = new AtomicInteger();
    private boolean complete;
    private long names;
    private volatile @Nullable Throwable stopped;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final Condition results = lock.newCondition();

    public TaskWindow(int workers) {
        this.workers = workers;
    }

    /** Waits until there is room for these, {@link #LARGEST_CHUNK} at most. */
    public void add(List<T> tasks) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!ring.hasRoomFor(tasks.size()) || names > MOST_NAMES) {
                room.await();
            }
            for (T task : tasks) {
                ring.add(task);
                names += task.name().length();
            }
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** There will be no more tasks. */
    public void complete() {
        locked(() -> {
            complete = true;
            work.signalAll();
            results.signalAll();
        });
    }

    /** Calls the work off. The first reason is the one that is told. */
    public void stop(Throwable reason) {
        locked(() -> {
            stopped = stopped == null ? reason : stopped;
            work.signalAll();
            results.signalAll();
        });
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Why the work was called off; null as long as it was not. */
    @Nullable
    public Throwable stopped() {
        return stopped;
    }

    /** The next tasks for a worker. While there are none it helps with large files. Null when there will be none. */
    @Nullable
    public Chunk<T> take() {
        lock.lock();
        try {
            while (stopped == null && !(complete && ring.areAllFinished())) {
                Chunk<T> chunk = nextChunk();
                if (chunk != null) {
                    return chunk;
                }
                SharedFile file = joined();
                if (file != null) {
                    help(file);
                } else {
                    idle.incrementAndGet();
                    work.awaitUninterruptibly();
                    idle.decrementAndGet();
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Chunk<T> nextChunk() {
        if (!returned.isEmpty()) {
            return returned.remove();
        }
        long waiting = ring.waiting();
        return waiting == 0 ? null : ring.take((int) Math.max(1, Math.min(LARGEST_CHUNK, waiting / (2L * workers))));
    }

    /** A large file that one more helper is of use for; null when there is none. */
    private @Nullable SharedFile joined() {
        for (SharedFile file : shared) {
            if (file.join()) {
                return file;
            }
        }
        return null;
    }

    private void help(SharedFile file) {
        lock.unlock();
        try {
            file.help(this::hasWork);
        } finally {
            lock.lock();
        }
    }

    private boolean hasWork() {
        lock.lock();
        try {
            return stopped != null || ring.waiting() > 0 || !returned.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether some worker has nothing to do. */
    public boolean isIdle() {
        return idle.get() > 0;
    }

    /** Lets idle workers help with this file. */
    public void share(SharedFile file) {
        locked(() -> {
            shared.add(file);
            work.signalAll();
        });
    }

    public void unshare(SharedFile file) {
        locked(() -> shared.remove(file));
    }

    /** Gives tasks back that a worker took and will not get to soon. */
    public void giveBack(Chunk<T> chunk) {
        locked(() -> {
            returned.add(chunk);
            work.signalAll();
        });
    }

    /** The results of neighbouring tasks from number {@code start} on. */
    public void finish(long start, List<HashResult<T>> hashed) {
        locked(() -> {
            ring.finish(start, hashed);
            if (ring.hasNext()) {
                results.signal();
            }
            if (complete && ring.areAllFinished()) {
                work.signalAll();
            }
        });
    }

    /** Whether there are results to come. */
    public boolean isOpen() {
        lock.lock();
        try {
            return stopped == null && !(complete && ring.areAllOut());
        } finally {
            lock.unlock();
        }
    }

    /** The next results in order, as many as there are; none when none came in time or there will be none. */
    public List<HashResult<T>> next(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (isOpen() && !ring.hasNext() && left > 0) {
                left = results.awaitNanos(left);
            }
            List<HashResult<T>> next = ring.removeNext();
            for (HashResult<T> hashed : next) {
                names -= hashed.task().name().length();
            }
            room.signal();
            return next;
        } finally {
            lock.unlock();
        }
    }

    public Found found() {
        lock.lock();
        try {
            T first = ring.first();
            return new Found(ring.added(), complete, first == null ? null : first.name());
        } finally {
            lock.unlock();
        }
    }

    /** How many tasks there are so far, whether that is all, and the file of the first one whose result is not out. */
    public record Found(long tasks, boolean all, @Nullable BytePath at) {}

    /** What is not out. */
    public Rest<T> rest() {
        lock.lock();
        try {
            return new Rest<>(ring.unfinished(), ring.finishedBytes());
        } finally {
            lock.unlock();
        }
    }

    /** The tasks whose results are not there, and the bytes of the files whose results are there and not out. */
    public record Rest<T extends HashTask>(List<T> unfinished, long finishedBytes) {}
}
