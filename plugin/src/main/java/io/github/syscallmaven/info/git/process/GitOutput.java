package io.github.syscallmaven.info.git.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output of a process while it runs, in a thread of its own, as a process blocks when nobody reads its
 * output. Keeps a limited number of bytes.
 */
final class GitOutput {
    private final Callable<InputStream> source;
    private final int limit;
    private final Runnable onTooMuch;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this::read, "git-output");
    private boolean isTooMuch;
    private @Nullable Throwable failure;

    /**
     * Begins to read.
     *
     * @param source asked in the thread that reads
     * @param onTooMuch called once when there is more than {@code limit} bytes; the rest is read all the same, and
     *     dropped
     */
    GitOutput(Callable<InputStream> source, int limit, Runnable onTooMuch) {
        this.source = source;
        this.limit = limit;
        this.onTooMuch = onTooMuch;
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            InputStream stream = source.call();
            // When the process ends, Java closes the stream in between two reads, if it gets this lock: what others
            // print who have the output open would be lost.
            synchronized (stream) {
                read(stream);
            }
        } catch (Exception | OutOfMemoryError e) {
            synchronized (this) {
                failure = e;
            }
        }
    }

    private void read(InputStream stream) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            if (!keep(buffer, read)) {
                onTooMuch.run();
            }
        }
    }

    /** False when this is the first that is too much. */
    private synchronized boolean keep(byte[] buffer, int count) {
        int fitting = Math.min(count, limit - kept.size());
        kept.write(buffer, 0, fitting);
        boolean wasTooMuch = isTooMuch;
        isTooMuch |= fitting < count;
        return wasTooMuch || !isTooMuch;
    }

    /**
     * Waits for the end of the output: until the last process closes it that has it open. False when that takes too
     * long.
     */
    boolean awaitEnd(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1_000_000, nanos));
        return !thread.isAlive();
    }

    synchronized boolean isTooMuch() {
        return isTooMuch;
    }

    /** What was read so far. */
    synchronized byte[] bytes() {
        return kept.toByteArray();
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }
}
