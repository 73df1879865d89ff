package io.github.syscallmaven.mojo.parameter;

import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.mojo.DigestChoice;
import io.github.syscallmaven.mojo.Setting;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters of goals that compute digests. */
public abstract class DigestMojo extends SyscallMojo {
    /**
     * What computes MD5, SHA-1 and the SHA-2 digests. {@code stub}: the plugin's own assembly, which uses the CPU's
     * instructions for them and needs no warm-up; on a CPU without these, the JDK. {@code jdk}: always the JDK, or the
     * security provider that its policy names. The digests are the same.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.digests", defaultValue = "stub")
    public String digests;

    /** The algorithms that there are. */
    public final Algorithms available() throws MojoFailureException {
        return Setting.named("digests").choice(digests, DigestChoice.class).algorithms();
    }
}
