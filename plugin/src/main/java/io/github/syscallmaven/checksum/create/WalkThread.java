package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.hashing.Threads;
import io.github.syscallmaven.checksum.hashing.task.TaskSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Turns a walk, which tells files, into an iterator, which is asked for them, by running it in a thread of its own. */
final class WalkThread implements Iterator<InputFile>, AutoCloseable {
    private static final int BATCH = 64;
    private static final int BATCHES = 16;

    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private final TaskSource<InputFile> source;
    private final Thread thread = Threads.of("walk", this::run);
    private Iterator<InputFile> batch = List.<InputFile>of().iterator();
    private boolean last;

    WalkThread(TaskSource<InputFile> source) {
        this.source = source;
    }

    private record Batch(
            List<InputFile> files, boolean last, @Nullable Throwable failure) {}

    /** Takes a failure of the walk through an iterator. */
    static final class WalkFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final IOException reason;

        WalkFailure(IOException reason) {
            super(reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    void start() {
        thread.start();
    }

    private void run() {
        List<InputFile> files = new ArrayList<>();
        Throwable failure = null;
        try {
            source.feed(file -> {
                files.add(file);
                if (files.size() == BATCH) {
                    queue.put(new Batch(List.copyOf(files), false, null));
                    files.clear();
                }
            });
        } catch (InterruptedException | InterruptedIOException closed) {
            return;
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        try {
            queue.put(new Batch(List.copyOf(files), true, failure));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasNext() {
        while (!batch.hasNext() && !last) {
            fetch();
        }
        return batch.hasNext();
    }

    private void fetch() {
        Batch next;
        try {
            next = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WalkFailure(new InterruptedIOException("called off"));
        }
        if (next.failure instanceof IOException e) {
            throw new WalkFailure(e);
        }
        if (next.failure != null) {
            throw new IllegalStateException("a walk failed: " + next.failure, next.failure);
        }
        batch = next.files.iterator();
        last = next.last;
    }

    @Override
    public InputFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.next();
    }

    /** Ends the walk, and returns when it has ended. */
    @Override
    public void close() {
        Threads.end(thread);
    }
}
