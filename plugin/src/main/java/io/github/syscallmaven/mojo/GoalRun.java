package io.github.syscallmaven.mojo;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.host.UnsupportedHostException;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.syscall.Arch;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.StubException;
import io.github.syscallmaven.syscall.StubLoader;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.Trace;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * What surrounds the work of every goal: the parameters that all goals have, the way into the kernel, and the turning of
 * exceptions into Maven's two.
 *
 * <p>With {@code skip}, and on an unsupported host, no native code is loaded.
 */
final class GoalRun {
    /** What the goal itself does. A user's mistake or a found violation is a {@link MojoFailureException}. */
    @FunctionalInterface
    interface Work {
        void run(Access access) throws IOException, StubException, MojoExecutionException, MojoFailureException;
    }

    /**
     * Reads all parameters of a goal but those that all goals have, also the ones without effect, before anything native is
     * touched and anything is written.
     */
    @FunctionalInterface
    interface Parameters {
        Work read() throws IOException, MojoExecutionException, MojoFailureException;
    }

    /** What to do on an unsupported host. */
    enum UnsupportedHost {
        FAIL,
        SKIP
    }

    private final Log log;
    private final Supplier<HostFacts> host;
    private final boolean skip;
    private final String unsupportedHost;
    private final Tracing tracing;

    GoalRun(Log log, Supplier<HostFacts> host, boolean skip, String unsupportedHost, Tracing tracing) {
        this.log = log;
        this.host = host;
        this.skip = skip;
        this.unsupportedHost = unsupportedHost;
        this.tracing = tracing;
    }

    void run(Parameters parameters) throws MojoExecutionException, MojoFailureException {
        if (skip) {
            log.info("Skipped, as <skip> (-Dsyscall.skip) is true.");
            return;
        }
        UnsupportedHost otherwise = Setting.named("unsupportedHost").choice(unsupportedHost, UnsupportedHost.class);
        Setting.named("traceFile").fileOrNull(tracing.file());
        try {
            Work work = parameters.read();
            Optional<Arch> arch = arch(otherwise);
            if (arch.isPresent()) {
                Gate gate = StubLoader.gate(arch.get());
                // It would be loaded anew for each goal otherwise.
                BuildState.keep(tracing.session(), gate);
                run(work, arch.get(), gate);
            }
        } catch (AlreadyWrittenException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (StubException e) {
            throw new MojoExecutionException(Printable.of(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void run(Work work, Arch arch, Gate gate)
            throws IOException, StubException, MojoExecutionException, MojoFailureException {
        try (Trace trace = tracing.begin(arch, gate)) {
            if (trace == null) {
                work.run(Access.by(new Syscalls(arch, gate)));
                return;
            }
            try {
                work.run(Access.by(new Syscalls(arch, trace.gate())));
            } finally {
                trace.summary().forEach(line -> log.info(Printable.of(line)));
            }
        }
    }

    /** The CPU whose stub to use; empty when there is none and the user wants to go on without. */
    private Optional<Arch> arch(UnsupportedHost otherwise) throws MojoFailureException {
        try {
            return Optional.of(host.get().arch());
        } catch (UnsupportedHostException e) {
            if (otherwise == UnsupportedHost.FAIL) {
                throw new MojoFailureException(e.getMessage());
            }
            log.warn(e.reason() + "; nothing is done, as <unsupportedHost> is 'skip'.");
            return Optional.empty();
        }
    }
}
