package io.github.syscallmaven.mojo;

import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.io.kernel.SyscallFileIo;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.trace.Trace;
import io.github.syscallmaven.syscall.trace.TraceFormat;
import io.github.syscallmaven.syscall.trace.TraceTarget;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Begins the trace of a goal. The first goal of a build begins the file anew, later ones append to it.
 *
 * @param session of the build
 * @param goal that is traced
 * @param file null for no trace
 * @param formatName as the user writes it
 */
public record Tracing(
        MavenSession session, MojoExecution goal, @Nullable File file, String formatName) {
    /**
     * The trace of this goal; null when there is to be none, and nothing at all stands between the goal and the stub
     * then.
     */
    @Nullable
    Trace begin(Arch arch, Gate gate) throws MojoExecutionException, MojoFailureException {
        if (file == null) {
            return null;
        }
        Output output = output(file);
        String path = output.path().toString();
        TraceFormat as = format();
        ConcurrentMap<String, String> begun = BuildState.map(session, "traces");
        // Nobody may add a line before the file is begun, or it would be lost.
        synchronized (begun) {
            String before = begun.get(path);
            if (before != null && !before.equals(formatName)) {
                throw new MojoFailureException(
                        "<traceFile> (-Dsyscall.traceFile): this build writes '" + Printable.of(path)
                                + "' in the format '" + before + "' already, and cannot go on in '" + formatName
                                + "'; name another file, or set one <traceFormat> (-Dsyscall.traceFormat).");
            }
            try {
                WrittenFiles.claimTrace(new BuildFiles(session, project()), output.path());
                Syscalls untraced = new Syscalls(arch, gate);
                int descriptor = new SyscallFileIo(untraced).openToAppend(output.root(), output.name(), before == null);
                Trace trace = Trace.begin(arch, gate, new TraceTarget(descriptor, path, before == null), title(), as);
                begun.put(path, formatName);
                return trace;
            } catch (AlreadyWrittenException e) {
                throw new MojoFailureException(e.getMessage(), e);
            } catch (SyscallException e) {
                throw refused(e.about(path));
            } catch (IOException e) {
                throw refused(e);
            }
        }
    }

    TraceFormat format() throws MojoFailureException {
        return Setting.named("traceFormat").choice(formatName, TraceFormat.class);
    }

    private static MojoExecutionException refused(IOException reason) {
        return new MojoExecutionException(
                "<traceFile> (-Dsyscall.traceFile) cannot be written: "
                        + Printable.of(String.valueOf(reason.getMessage())),
                reason);
    }

    private Output output(File trace) {
        MavenProject project = project();
        File folder = new File(session.getExecutionRootDirectory());
        return project == null
                ? Output.of(trace, folder, folder)
                : Output.of(trace, new File(project.getBuild().getDirectory()), project.getBasedir());
    }

    /** The module that the goal runs in, null without one. */
    private @Nullable MavenProject project() {
        return session.getRequest().isProjectPresent() ? session.getCurrentProject() : null;
    }

    /** As Maven itself announces a goal. */
    private String title() {
        MavenProject project = project();
        return goal.getGoal() + " (" + goal.getExecutionId() + ")"
                + (project == null ? "" : " @ " + project.getArtifactId());
    }
}
