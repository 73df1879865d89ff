package io.github.syscallmaven.mojo.parameter;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.hashing.ProgressListener;
import io.github.syscallmaven.mojo.Setting;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of goals that hash many files. */
public abstract class HashingMojo extends DigestMojo {
    /** Linux itself takes more, but nothing gets faster by then. */
    private static final int MOST = 1024;

    /** The number of threads that read and hash. {@code 0}: as many as there are processors. */
    @Parameter(property = "syscall.threads", defaultValue = "0")
    public int threads;

    /** How files are hashed. */
    public final HashingOptions hashing(boolean failFast, ProgressListener progress) throws MojoFailureException {
        Setting.named("threads")
                .number(threads, 0, MOST, "1 to " + MOST + ", and 0 for as many as there are processors");
        int wanted = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new HashingOptions(wanted, failFast, progress, System::nanoTime);
    }
}
