package io.github.syscallmaven.mojo.parameter;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.mojo.GoalCall;
import io.github.syscallmaven.mojo.GoalRun;
import io.github.syscallmaven.mojo.HostChoice;
import io.github.syscallmaven.mojo.Tracing;
import java.io.File;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The parameters that all goals have. */
public abstract class SyscallMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    protected MojoExecution mojoExecution;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    /** Whether to skip the goal. No native code is loaded then. */
    @Parameter(property = "syscall.skip", defaultValue = "false")
    boolean skip;

    /**
     * What to do if the stub cannot be used: on any host except Linux on x86_64, aarch64 and riscv64, and if it cannot
     * be loaded. {@code fail} fails the build; {@code skip} warns and does nothing; {@code portable} does the same work
     * through {@code java.nio}, with the same results. The manual lists what this mode cannot promise.
     */
    @Parameter(property = "syscall.unsupportedHost", defaultValue = "fail")
    String unsupportedHost;

    /**
     * Whether to use portable mode even if the stub works, for instance to see what happens on other hosts.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.portable", defaultValue = "false")
    boolean portable;

    /**
     * A file to write every system call of the goal to, in the form of {@code strace}, but without the bytes that were
     * read. A table of the calls ends the log. The first goal of a build overwrites the file, later ones append to it.
     * Missing directories are created. A symbolic link, or anything but a regular file, is refused. A relative path is
     * resolved against each module's directory. In portable mode there are no calls to trace, and this parameter fails
     * the build. Default: no trace.
     */
    @Parameter(property = "syscall.traceFile")
    @Nullable
    public File traceFile;

    /**
     * How the trace is written: {@code strace}, or {@code chrome} for Trace Event JSON, which Perfetto, {@code
     * chrome://tracing} and Firefox's profiler show, with a track for each thread.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.traceFormat", defaultValue = "strace")
    String traceFormat;

    /** The session that called this goal. */
    public final MavenSession session() {
        return session;
    }

    /** The project that this goal is called in, or Maven's stand-in where there is no POM. */
    public final MavenProject project() {
        return project;
    }

    /** Whether this goal is to do nothing. */
    protected final boolean skip() {
        return skip;
    }

    protected final GoalCall call() {
        return new GoalCall(session, project, mojoExecution);
    }

    /** What surrounds the work of this goal. */
    protected final GoalRun goalRun() {
        return new GoalRun(
                getLog(),
                HostFacts::current,
                skip,
                new HostChoice(unsupportedHost, portable),
                new Tracing(session, mojoExecution, traceFile, traceFormat));
    }
}
