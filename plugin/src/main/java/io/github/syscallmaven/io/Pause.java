package io.github.syscallmaven.io;

import java.io.InterruptedIOException;

/** Waiting, for a thread that may be told to stop. */
final class Pause {
    private Pause() {}

    static void millis(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a file");
        }
    }
}
