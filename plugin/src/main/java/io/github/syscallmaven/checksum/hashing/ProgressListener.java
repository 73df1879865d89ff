package io.github.syscallmaven.checksum.hashing;

import java.time.Duration;

/** Shows how far hashing has come. Called by the thread that waits for the results. */
@FunctionalInterface
public interface ProgressListener {
    void show(Progress progress);

    /** How long to wait before the first time, and between two times. */
    default Duration interval() {
        return Duration.ofSeconds(5);
    }

    /** Nothing more will be shown, as the work has ended or failed. */
    default void end() {
        // Nothing that has been shown has to be taken back.
    }
}
