package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.mojo.BuildState;
import io.github.syscallmaven.mojo.GoalCall;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The modules that run one execution of a goal in this build, in the reactor's order, and which of them have done so.
 */
final class Participants {
    private final List<MavenProject> modules;
    private final ConcurrentMap<String, Boolean> arrived;

    private Participants(List<MavenProject> modules, ConcurrentMap<String, Boolean> arrived) {
        this.modules = modules;
        this.arrived = arrived;
    }

    /** {@code called} are the modules that the command line means. */
    static Participants of(GoalCall call, List<MavenProject> called) {
        MojoExecution execution = call.execution();
        List<MavenProject> modules = execution.getSource() == MojoExecution.Source.CLI
                ? called
                : call.session().getProjects().stream()
                        .filter(module -> module.equals(call.project()) || isBoundIn(module, execution))
                        .toList();
        return new Participants(
                modules,
                BuildState.map(call.session(), "arrived-" + execution.getGoal() + '-' + execution.getExecutionId()));
    }

    private static boolean isBoundIn(MavenProject module, MojoExecution execution) {
        String plugin = execution.getPlugin().getKey();
        return module.getBuildPlugins().stream()
                .filter(candidate -> candidate.getKey().equals(plugin))
                .flatMap(candidate -> candidate.getExecutions().stream())
                .anyMatch(bound -> bound.getId().equals(execution.getExecutionId())
                        && bound.getGoals().contains(execution.getGoal()));
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
