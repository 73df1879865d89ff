package io.github.syscallmaven.mojo.parameter;

import io.github.syscallmaven.testing.maven.GoalDefaults;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Sets what Maven gives to every goal, for tests of the goals in their own packages. */
public final class SharedParameters {
    private SharedParameters() {}

    /** Gives the goal the defaults of its parameters, and calls it in that session as that execution. */
    public static <G extends SyscallMojo> G set(G goal, MavenSession session, MojoExecution execution) {
        try {
            GoalDefaults.set(goal);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
        goal.session = session;
        goal.mojoExecution = execution;
        return goal;
    }

    public static void session(SyscallMojo goal, MavenSession session) {
        goal.session = session;
    }

    public static void execution(SyscallMojo goal, MojoExecution execution) {
        goal.mojoExecution = execution;
    }

    public static void project(SyscallMojo goal, MavenProject project) {
        goal.project = project;
    }

    public static void skip(SyscallMojo goal, boolean skip) {
        goal.skip = skip;
    }

    public static void unsupportedHost(SyscallMojo goal, String choice) {
        goal.unsupportedHost = choice;
    }

    public static void portable(SyscallMojo goal, boolean portable) {
        goal.portable = portable;
    }

    public static void traceFile(SyscallMojo goal, Path file) {
        goal.traceFile = file.toFile();
    }
}
