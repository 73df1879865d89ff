package io.github.syscallmaven.checksum.hashing.task;

import java.io.IOException;

/** Where tasks come from. */
public @FunctionalInterface interface TaskSource<T extends HashTask> {
    /**
     * Hands over all tasks, in order. Runs in a thread of its own, which is interrupted when the work is called off.
     */
    void feed(TaskSink<T> sink) throws IOException, InterruptedException;

    /** How many files there will be; negative when that is not known before they are handed over. For any thread. */
    default long expected() {
        return -1;
    }

    /** Takes tasks; waits while there are enough of them. */
    @FunctionalInterface
    interface TaskSink<T extends HashTask> {
        void add(T task) throws InterruptedException;
    }
}
