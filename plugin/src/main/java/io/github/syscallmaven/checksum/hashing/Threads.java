package io.github.syscallmaven.checksum.hashing;

import java.util.List;

/** Ends threads of this plugin, and waits until they have ended: they use files that are closed afterwards. */
public final class Threads {
    private Threads() {}

    /** A thread that does not keep the JVM alive; not yet started. */
    public static Thread of(String name, Runnable run) {
        Thread thread = new Thread(run, "syscall-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** Interrupts the thread and waits for it. */
    public static void end(Thread thread) {
        thread.interrupt();
        join(List.of(thread));
    }

    /** Waits for all threads, even if interrupted, and then restores the interrupt status. */
    static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
