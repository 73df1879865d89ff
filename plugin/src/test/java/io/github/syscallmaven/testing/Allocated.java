package io.github.syscallmaven.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Work, counted in the bytes of heap that it takes: the same on fast and on slow machines. */
public final class Allocated {
    private Allocated() {}

    /** Something to do in this thread. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** How many bytes this work allocates. */
    public static long by(Work work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
