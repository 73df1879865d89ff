package io.github.syscallmaven.io.portable.disk;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Pause;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/**
 * Repeats what fails while another process holds a file open, as virus scanners and indexers on Windows do for a
 * moment. On other systems nothing is repeated.
 */
public record Attempts(boolean windows, Pause pause) {
    static final int TRIES = 6;
    private static final int MILLIS = 50;

    /** What may fail. */
    @FunctionalInterface
    public interface Action<T> {
        public T run() throws IOException;
    }

    public <T> T run(BytePath shown, Action<T> action) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return action.run();
            } catch (FileSystemException e) {
                if (!windows || !mayBeHeld(e)) {
                    throw e;
                }
                if (tries == TRIES) {
                    throw held(shown, e);
                }
            }
            pause.millis((long) MILLIS * tries);
        }
    }

    /** Windows denies access for it, or names it in words of the user's language. */
    private static boolean mayBeHeld(FileSystemException e) {
        return e instanceof AccessDeniedException || e.getClass() == FileSystemException.class;
    }

    private static FileSystemException held(BytePath shown, FileSystemException e) {
        FileSystemException held = new FileSystemException(
                shown.toString(),
                null,
                Failure.reason(e) + "; tried " + TRIES + " times. Another process holds it open, or it is read-only:"
                        + " close that program, or allow writing");
        held.initCause(e);
        return held;
    }
}
