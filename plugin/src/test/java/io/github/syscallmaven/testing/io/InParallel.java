package io.github.syscallmaven.testing.io;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads that begin at the same time. */
public final class InParallel {
    private InParallel() {}

    /** What one of them does. */
    public interface Work {
        public void run(int number) throws Exception;
    }

    /** Returns when all have ended; throws what one of them threw. */
    public static void run(int threads, Work work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                calls.add(() -> {
                    start.await();
                    work.run(number);
                    return null;
                });
            }
            for (Future<Void> result : executor.invokeAll(calls)) {
                result.get();
            }
        } finally {
            executor.shutdown();
        }
    }
}
