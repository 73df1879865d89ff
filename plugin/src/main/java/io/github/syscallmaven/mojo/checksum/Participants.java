package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.mojo.BuildState;
import io.github.syscallmaven.mojo.GoalCall;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The modules that run one execution of a goal in this build, in the reactor's order, and which of them have done so.
 */
final class Participants {
    /** The phase that does not exist: how a POM switches off an execution that it inherits. */
    private static final String OFF = "none";

    private final List<MavenProject> modules;
    private final ConcurrentMap<String, Boolean> arrived;
    /** The modules that others leave their work to. */
    private final ConcurrentMap<String, Boolean> expected;
    /** The modules that do not do that. */
    private final ConcurrentMap<String, Boolean> refusing;

    private Participants(MavenSession session, String execution, List<MavenProject> modules) {
        this.modules = modules;
        this.arrived = BuildState.map(session, "arrived-" + execution);
        this.expected = BuildState.map(session, "expected-" + execution);
        this.refusing = BuildState.map(session, "refusing-" + execution);
    }

    /** {@code called} are the modules that the command line means. */
    static Participants of(GoalCall call, List<MavenProject> called) {
        MojoExecution execution = call.execution();
        List<MavenProject> modules = execution.getSource() == MojoExecution.Source.CLI
                ? called
                : call.session().getProjects().stream()
                        .filter(module -> module.equals(call.project()) || isBoundIn(module, execution))
                        .toList();
        return new Participants(call.session(), execution.getGoal() + '-' + execution.getExecutionId(), modules);
    }

    private static boolean isBoundIn(MavenProject module, MojoExecution execution) {
        String plugin = execution.getPlugin().getKey();
        return module.getBuildPlugins().stream()
                .filter(candidate -> candidate.getKey().equals(plugin))
                .flatMap(candidate -> candidate.getExecutions().stream())
                .anyMatch(bound -> bound.getId().equals(execution.getExecutionId())
                        && bound.getGoals().contains(execution.getGoal())
                        && !OFF.equalsIgnoreCase(bound.getPhase()));
    }

    List<MavenProject> modules() {
        return modules;
    }

    /** Notes that this module has run the goal. True when all have. */
    boolean arrive(MavenProject module) {
        synchronized (arrived) {
            arrived.put(module.getId(), true);
            arrived.notifyAll();
        }
        return modules.stream().allMatch(this::hasArrived);
    }

    /** Notes that other modules leave their work to this one. False when it has said that it will not do it. */
    boolean expect(MavenProject module) {
        expected.put(module.getId(), true);
        return !refusing.containsKey(module.getId());
    }

    /** Notes that this module does no work but its own, if any. False when others have left theirs to it. */
    boolean refuse(MavenProject module) {
        refusing.put(module.getId(), true);
        return !expected.containsKey(module.getId());
    }

    /** Waits until the next module has run the goal, but no longer than so many milliseconds. */
    void awaitArrival(long most) throws InterruptedException {
        synchronized (arrived) {
            arrived.wait(most);
        }
    }

    boolean hasArrived(MavenProject module) {
        return arrived.containsKey(module.getId());
    }
}
