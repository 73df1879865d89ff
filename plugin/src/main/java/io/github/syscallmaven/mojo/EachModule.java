package io.github.syscallmaven.mojo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Runs a goal in every module of the reactor. Called on the command line, Maven runs a goal that needs no project only
 * once, in the root, and silently ignores the other modules. So the goal in the root runs itself in the others, in the
 * reactor's order and with the configuration of each.
 */
public final class EachModule {
    private static final String CALLING = "";

    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    /**
     * By the ids of modules: that there was nothing to do. And {@link #CALLING} while the goal on the root calls
     * others.
     */
    private final ConcurrentMap<String, Boolean> idle;

    /** What the goal does in one module. */
    @FunctionalInterface
    public interface Body {
        public void run() throws MojoExecutionException, MojoFailureException;
    }

    public EachModule(LifecycleExecutor lifecycle, BuildPluginManager plugins, GoalCall call) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
        this.session = call.session();
        this.project = call.project();
        this.execution = call.execution();
        this.idle = BuildState.map(session, "idle-" + execution.getGoal());
    }

    /** Whether one of these parameters is given on the command line. */
    public boolean isGiven(String... parameters) {
        return Stream.of(parameters)
                .anyMatch(name -> session.getUserProperties().containsKey("syscall." + name));
    }

    /**
     * To be called when there is nothing to do in this module. A goal of the command line has to find work in one at
     * least.
     */
    public void idle() {
        idle.put(project.getId(), true);
    }

    /** The modules that the command line means. */
    public List<MavenProject> modules() {
        return idle.containsKey(CALLING) ? session.getProjects() : List.of(project);
    }

    /**
     * Runs the goal here, and in the other modules if Maven would not.
     *
     * @param once whether the user means one folder, not the modules
     */
    public void run(Mojo goal, boolean once, Body body) throws MojoExecutionException, MojoFailureException {
        // An earlier execution may have had nothing to do.
        idle.remove(project.getId());
        if (idle.containsKey(CALLING)) {
            goal.setLog(new ModuleLog(project.getArtifactId(), goal.getLog()));
            body.run();
        } else if (once || !isCalledForMany()) {
            body.run();
            requireWork(List.of(project));
        } else {
            runInAll(goal, body);
            requireWork(session.getProjects());
        }
    }

    private boolean isCalledForMany() {
        return execution.getSource() == MojoExecution.Source.CLI
                && session.getRequest().isProjectPresent()
                && session.getProjects().stream().anyMatch(module -> !module.equals(project));
    }

    private void requireWork(List<MavenProject> modules) throws MojoFailureException {
        if (execution.getSource() == MojoExecution.Source.CLI
                && modules.stream().allMatch(module -> idle.containsKey(module.getId()))) {
            throw new MojoFailureException("There is nothing to do for " + execution.getGoal() + ": "
                    + (modules.size() == 1
                            ? "the project has neither artifacts nor"
                            : "none of the " + modules.size() + " modules has artifacts or")
                    + " a default list, and no other files are named. mvn "
                    + execution.getMojoDescriptor().getPluginDescriptor().getGoalPrefix()
                    + ":help -Ddetail shows the parameters that name some.");
        }
    }

    private void runInAll(Mojo goal, Body body) throws MojoExecutionException, MojoFailureException {
        Map<String, AbstractMojoExecutionException> failures = new LinkedHashMap<>();
        idle.put(CALLING, true);
        try {
            for (MavenProject module : session.getProjects()) {
                try {
                    if (module.equals(project)) {
                        run(goal, false, body);
                    } else {
                        call(module);
                    }
                } catch (MojoExecutionException | MojoFailureException e) {
                    failures.put(module.getArtifactId(), e);
                }
            }
        } finally {
            idle.remove(CALLING);
            session.setCurrentProject(project);
        }
        throwAll(failures);
    }

    /** As Maven's own executor of goals does it. */
    @SuppressWarnings("IllegalCatch")
    private void call(MavenProject module) throws MojoExecutionException, MojoFailureException {
        MavenSession own = session.clone();
        own.setCurrentProject(module);
        try {
            for (MojoExecution call :
                    lifecycle.calculateExecutionPlan(own, task()).getMojoExecutions()) {
                plugins.executeMojo(own, call);
            }
        } catch (MojoExecutionException | MojoFailureException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // A dozen types without a common one: the plugin or its configuration cannot be loaded in that module.
            throw new MojoExecutionException("The goal cannot be run: " + e.getMessage(), e);
        }
    }

    private String task() {
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        String id = execution.getExecutionId();
        return plugin.getGroupId()
                + ':'
                + plugin.getArtifactId()
                + ':'
                + plugin.getVersion()
                + ':'
                + execution.getGoal()
                + (id.equals("default-cli") ? "" : '@' + id);
    }

    private void throwAll(Map<String, AbstractMojoExecutionException> failures)
            throws MojoExecutionException, MojoFailureException {
        if (failures.isEmpty()) {
            return;
        }
        String message = failures.size() + " of " + session.getProjects().size() + " modules failed:\n"
                + failures.entrySet().stream()
                        .map(failure -> "  " + failure.getKey() + ": "
                                + failure.getValue().getMessage())
                        .collect(Collectors.joining("\n"));
        List<AbstractMojoExecutionException> all = new ArrayList<>(failures.values());
        if (all.stream().allMatch(MojoFailureException.class::isInstance)) {
            throw new MojoFailureException(message, all.get(0));
        }
        MojoExecutionException failure = new MojoExecutionException(message, all.get(0));
        all.stream().skip(1).forEach(failure::addSuppressed);
        throw failure;
    }
}
