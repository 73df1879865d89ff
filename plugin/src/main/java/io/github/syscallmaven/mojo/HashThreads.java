package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.hashing.ProgressListener;
import org.apache.maven.plugin.MojoFailureException;

/** The parameter {@code <threads>}. */
public final class HashThreads {
    /** Linux itself takes more, but nothing gets faster by then. */
    private static final int MOST = 1024;

    private HashThreads() {}

    public static HashingOptions of(int threads, boolean failFast, ProgressListener progress)
            throws MojoFailureException {
        Setting.named("threads")
                .number(threads, 0, MOST, "1 to " + MOST + ", and 0 for as many as there are processors");
        int wanted = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new HashingOptions(wanted, failFast, progress, System::nanoTime);
    }
}
