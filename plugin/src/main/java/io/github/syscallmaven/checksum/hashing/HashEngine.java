package io.github.syscallmaven.checksum.hashing;

import io.github.syscallmaven.checksum.hashing.task.Chunk;
import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.hashing.task.HashTask;
import io.github.syscallmaven.checksum.hashing.task.TaskSource;
import io.github.syscallmaven.checksum.hashing.task.TaskWindow;
import io.github.syscallmaven.checksum.hashing.task.TaskWindow.Found;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hashes the files of a root with several threads, and returns the results in the order of the tasks. For one run only.
 *
 * <p>Memory is bounded, whatever the number and size of the files. When a run ends, by success or failure, its threads
 * have ended, too. A thread that waits for a disk or a network cannot be interrupted.
 */
public final class HashEngine<T extends HashTask> {
    /** In bytes. Such names are handed over one by one, so that few are held. */
    private static final int LONG_NAME = 64 * 1024;

    private final Root root;
    private final HashingOptions hashing;
    private final TaskWindow<T> window;
    private final LongAdder filesSoFar = new LongAdder();
    private final LongAdder bytesSoFar = new LongAdder();
    private final BufferPool buffers = new BufferPool();
    private final long start;
    private final long progressNanos;
    private long nextProgress;
    private long bytesOut;
    /** Of all files; negative as long as it is unknown. */
    private long bytes = -1;

    public HashEngine(Root root, HashingOptions hashing) {
        this.root = root;
        this.hashing = hashing;
        this.window = new TaskWindow<>(hashing.threads());
        this.start = hashing.nanoTime().getAsLong();
        this.progressNanos = hashing.progress().interval().toNanos();
        this.nextProgress = start + progressNanos;
    }

    /** Takes results, in the thread that called {@link #run}. What it throws ends the work. */
    @FunctionalInterface
    public interface ResultSink<T extends HashTask> {
        void accept(HashResult<T> hashed) throws IOException;
    }

    /**
     * Hashes all files of this source.
     *
     * @throws IOException what source or sink throw; with {@link HashingOptions#failFast} the failure of the first file
     *     that could not be read
     * @throws InterruptedIOException when this thread is interrupted, whose interrupt status is set then
     */
    public Totals run(TaskSource<T> source, ResultSink<T> sink) throws IOException {
        Thread finder = Threads.of("find", () -> feed(source));
        List<Thread> threads = new ArrayList<>(List.of(finder));
        for (int i = 1; i <= hashing.threads(); i++) {
            threads.add(Threads.of("hash-" + i, this::work));
        }
        try {
            threads.forEach(Thread::start);
            deliver(source, sink);
        } catch (InterruptedException e) {
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while hashing files");
            interrupted.initCause(e);
            window.stop(interrupted);
        } catch (IOException | RuntimeException | Error e) {
            window.stop(e);
        }
        if (window.stopped() != null) {
            finder.interrupt();
        }
        Threads.join(threads);
        hashing.progress().end();
        throwFailure();
        return totals();
    }

    private void feed(TaskSource<T> source) {
        List<T> batch = new ArrayList<>(TaskWindow.LARGEST_CHUNK);
        try {
            source.feed(task -> {
                batch.add(task);
                if (batch.size() == TaskWindow.LARGEST_CHUNK || task.name().length() > LONG_NAME) {
                    window.add(batch);
                    batch.clear();
                }
            });
            window.add(batch);
            window.complete();
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            window.stop(e);
        }
    }

    private void work() {
        FileHasher hasher = new FileHasher(root, window, bytesSoFar, buffers);
        try {
            for (Chunk<T> chunk = window.take(); chunk != null; chunk = window.take()) {
                new ChunkWork(chunk, hasher).run();
            }
        } catch (IOException | RuntimeException | Error e) {
            window.stop(e);
        }
    }

    /** What one worker does with one chunk. */
    private final class ChunkWork {
        private final Chunk<T> chunk;
        private final FileHasher hasher;
        private final List<HashResult<T>> results = new ArrayList<>();
        private int end;

        ChunkWork(Chunk<T> chunk, FileHasher hasher) {
            this.chunk = chunk;
            this.hasher = hasher;
            this.end = chunk.tasks().size();
        }

        void run() throws IOException {
            while (results.size() < end && window.stopped() == null) {
                int from = results.size();
                hash(chunk.tasks().subList(from, Math.min(from + FileHasher.AT_ONCE, end)));
            }
            window.finish(chunk.start(), results);
        }

        private void hash(List<T> tasks) throws IOException {
            IdentityHashMap<T, HashResult<T>> small = hasher.hashSmall(tasks);
            for (T task : tasks) {
                if (results.size() == end || window.stopped() != null) {
                    return;
                }
                HashResult<T> hashed = small.get(task);
                if (hashed == null) {
                    hashed = hasher.hash(task, this::leaveRest);
                } else {
                    bytesSoFar.add(hashed.size());
                }
                results.add(hashed);
                filesSoFar.add(hashed.digests().isEmpty() ? 0 : 1);
                if (hashed.failure() != null && hashing.failFast()) {
                    window.stop(hashed.failure());
                }
            }
        }

        /** A large file takes long: others may see to the rest of the chunk. */
        private void leaveRest() {
            if (results.size() + 1 < end) {
                end = results.size() + 1;
                window.giveBack(chunk.after(end));
            }
        }
    }

    private void deliver(TaskSource<T> source, ResultSink<T> sink) throws IOException, InterruptedException {
        while (window.isOpen()) {
            for (HashResult<T> hashed :
                    window.next(nextProgress - hashing.nanoTime().getAsLong())) {
                bytesOut += hashed.size();
                sink.accept(hashed);
            }
            long now = hashing.nanoTime().getAsLong();
            if (now - nextProgress >= 0) {
                nextProgress = now + progressNanos;
                hashing.progress().show(progress(source));
            }
        }
    }

    private Progress progress(TaskSource<T> source) {
        Found found = window.found();
        if (found.all() && bytes < 0) {
            bytes = countBytes();
        }
        long expected = source.expected();
        BytePath at = found.at() == null ? null : root.path().resolve(found.at());
        return expected < 0
                ? new Progress(totals(), found.tasks(), found.all(), bytes, at)
                : new Progress(totals(), expected, true, bytes, at);
    }

    /** Of all files. Those that wait are few enough, once there are no more to come, to look at each. */
    private long countBytes() {
        TaskWindow.Rest<T> rest = window.rest();
        long sum = bytesOut + rest.finishedBytes();
        for (T task : rest.unfinished()) {
            sum += task.algorithms().isEmpty() ? 0 : size(task.name());
        }
        return sum;
    }

    private long size(BytePath name) {
        try {
            return root.stat(name).map(FileFacts::size).orElse(0L);
        } catch (IOException theReaderFindsOutToo) {
            return 0;
        }
    }

    private Totals totals() {
        return new Totals(
                filesSoFar.sum(),
                bytesSoFar.sum(),
                Duration.ofNanos(hashing.nanoTime().getAsLong() - start));
    }

    private void throwFailure() throws IOException {
        Throwable failure = window.stopped();
        if (failure instanceof InterruptedIOException) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        }
    }
}
