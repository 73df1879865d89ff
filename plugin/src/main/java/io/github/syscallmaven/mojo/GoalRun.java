package io.github.syscallmaven.mojo;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.host.UnsupportedHostException;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.mojo.HostChoice.UnsupportedHost;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.UnusableStubException;
import io.github.syscallmaven.syscall.trace.Trace;
import io.github.syscallmaven.syscall.trace.TraceFormat;
import java.io.IOException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Runs a goal: reads the parameters that all goals have, loads the stub or chooses portable mode, and turns exceptions
 * into Maven's two.
 *
 * <p>With {@code skip}, in portable mode and on an unsupported host, no native code is loaded.
 */
public final class GoalRun {
    private static final String SKIPPED = "; nothing is done, as <unsupportedHost> is 'skip'.";
    private static final String OTHERWISE =
            ", let its goals work without system calls by -Dsyscall.unsupportedHost=portable, or let them do nothing"
                    + " here by -Dsyscall.unsupportedHost=skip.";
    private static final String INSTEAD =
            " Or let the goals work without system calls, by -Dsyscall.unsupportedHost=portable.";

    /** What the goal itself does. A user's mistake or a found violation is a {@link MojoFailureException}. */
    @FunctionalInterface
    public interface Work {
        public void run(Access access) throws IOException, StubException, MojoExecutionException, MojoFailureException;
    }

    /**
     * Reads all parameters of a goal except the shared ones, also those without effect, before any file of the user is
     * read or written. The stub is loaded at the same time.
     */
    @FunctionalInterface
    public interface Parameters {
        Work read() throws IOException, MojoExecutionException, MojoFailureException;
    }

    private final Log log;
    private final Supplier<HostFacts> host;
    private final boolean skip;
    private final HostChoice choice;
    private final Tracing tracing;

    public GoalRun(Log log, Supplier<HostFacts> host, boolean skip, HostChoice choice, Tracing tracing) {
        this.log = log;
        this.host = host;
        this.skip = skip;
        this.choice = choice;
        this.tracing = tracing;
    }

    public void run(Parameters parameters) throws MojoExecutionException, MojoFailureException {
        BooleanParameters booleans = new BooleanParameters(tracing.session(), tracing.goal());
        booleans.requireWord("skip");
        if (skip) {
            log.info("Skipped, as <skip> (-Dsyscall.skip) is true.");
            return;
        }
        booleans.requireWords();
        UnsupportedHost otherwise = choice.otherwise();
        Setting.named("traceFile").fileOrNull(tracing.file());
        TraceFormat unused = tracing.format();
        StubStart stub = choice.portable() ? null : StubStart.begin(tracing.session(), host);
        try {
            run(read(parameters, stub), otherwise, stub);
        } catch (AlreadyWrittenException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (StubException e) {
            throw new MojoExecutionException(Printable.of(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Nothing goes on behind a goal that fails. */
    private static Work read(Parameters parameters, @Nullable StubStart stub)
            throws IOException, MojoExecutionException, MojoFailureException {
        try {
            return parameters.read();
        } catch (Exception e) {
            if (stub != null) {
                stub.awaitEnd();
            }
            throw e;
        }
    }

    private void run(Work work, UnsupportedHost otherwise, @Nullable StubStart stub)
            throws IOException, StubException, MojoExecutionException, MojoFailureException {
        if (stub == null) {
            runPortable(work, "<portable> (-Dsyscall.portable) is true", null);
            return;
        }
        StubStart.LoadedGate loaded;
        try {
            loaded = stub.await();
        } catch (UnsupportedHostException e) {
            switch (otherwise) {
                case FAIL -> throw new MojoFailureException(e.getMessage() + OTHERWISE);
                case SKIP -> log.warn(e.reason() + SKIPPED);
                case PORTABLE -> runPortable(work, e.found(), e);
            }
            return;
        } catch (UnusableStubException e) {
            switch (otherwise) {
                case FAIL -> throw new MojoExecutionException(Printable.of(e.getMessage() + INSTEAD), e);
                case SKIP -> log.warn(Printable.of(withoutStop(e.getMessage())) + SKIPPED);
                case PORTABLE -> runPortable(work, "the stub cannot be used here", e);
            }
            return;
        }
        run(work, loaded.arch(), loaded.gate());
    }

    private static String withoutStop(@Nullable String message) {
        return String.valueOf(message).replaceFirst("\\.$", "");
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

    /** Says so once in a build, with the cause at debug level. */
    private void runPortable(Work work, String why, @Nullable Exception cause)
            throws IOException, StubException, MojoExecutionException, MojoFailureException {
        if (tracing.file() != null) {
            throw new MojoFailureException("<traceFile> (-Dsyscall.traceFile) needs the stub, but " + why
                    + ", so that there are no system calls to trace; leave it out.");
        }
        ConcurrentMap<String, Boolean> said = BuildState.map(tracing.session(), "portable");
        if (said.putIfAbsent(why, true) == null) {
            log.info("Portable mode: files are read and written by java.nio and not by system calls, as " + why + ".");
            if (cause != null) {
                log.debug("Why the stub is not used: " + Printable.of(String.valueOf(cause.getMessage())));
            }
        }
        work.run(Access.portable(why));
    }
}
