package io.github.syscallmaven.checksum.hashing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Turns a source that pushes items into an iterator, by running it in a thread of its own. The source waits when too
 * many items have not been taken.
 */
public final class SourceThread<T> implements AutoCloseable {
    private final BlockingQueue<Item<T>> queue;
    private final Thread thread;
    private boolean ended;

    /** Who hands over items. */
    @FunctionalInterface
    public interface Source<T> {
        void feed(Sink<T> sink) throws IOException, InterruptedException;
    }

    /** Who takes them over. */
    @FunctionalInterface
    public interface Sink<T> {
        void put(T item) throws InterruptedException;
    }

    /** An item, or how the source ended when there is none. */
    private record Item<T>(@Nullable T value, @Nullable Throwable failure) {}

    /** {@code name} is that of the thread, which is not yet started. */
    public SourceThread(String name, int capacity, Source<T> source) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Threads.of(name, () -> run(source));
    }

    public void start() {
        thread.start();
    }

    private void run(Source<T> source) {
        Throwable failure = null;
        try {
            source.feed(item -> queue.put(new Item<>(item, null)));
        } catch (InterruptedException | InterruptedIOException closed) {
            return;
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        try {
            queue.put(new Item<>(null, failure));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next item; null when there are no more. Throws what the source has thrown. */
    public @Nullable T take() throws IOException {
        if (ended) {
            return null;
        }
        Item<T> next;
        try {
            next = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("called off");
        }
        ended = next.value == null;
        if (next.failure instanceof IOException e) {
            throw e;
        }
        if (next.failure != null) {
            throw new IllegalStateException(thread.getName() + " failed: " + next.failure, next.failure);
        }
        return next.value;
    }

    /** Ends the source, and returns when it has ended. */
    @Override
    public void close() {
        Threads.end(thread);
    }
}
