package io.github.syscallmaven.io;

import java.io.InterruptedIOException;

/** Waits in a thread that may be interrupted. */
@FunctionalInterface
public interface Pause {
    /** Lets the time pass. */
    Pause SLEEP = Pause::sleep;

    void millis(long millis) throws InterruptedIOException;

    private static void sleep(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a file");
        }
    }
}
