package io.github.syscallmaven.checksum;

import java.io.IOException;

/** Where tasks come from. */
@FunctionalInterface
interface TaskSource<T extends HashTask> {
    /** Hands over all tasks, in order. Runs in a thread of its own, which is interrupted when the work is called off. */
    void feed(TaskSink<T> sink) throws IOException, InterruptedException;

    /** Takes tasks; waits while there are enough of them. */
    @FunctionalInterface
    interface TaskSink<T extends HashTask> {
        void add(T task) throws InterruptedException;
    }
}
