package io.github.syscallmaven.testing.maven;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.DefaultLifecycles;
import org.apache.maven.lifecycle.Lifecycle;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.lifecycle.internal.ExecutionPlanItem;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.logging.console.ConsoleLogger;
import org.jspecify.annotations.Nullable;

/** The parts of Maven that run a goal in another module: they run the one that a test has for it. */
public final class FakeMaven {
    private static final Map<String, Lifecycle> LIFECYCLES = Stream.of("clean", "default", "site")
            .collect(Collectors.toMap(id -> id, id -> new Lifecycle(id, List.of(), Map.of())));

    /** What plans were asked for, each as its module and its task. */
    public final List<String> planned = new ArrayList<>();

    private final Function<MavenProject, Mojo> goals;

    public FakeMaven(Function<MavenProject, Mojo> goals) {
        this.goals = goals;
    }

    /** One that is never asked. */
    public static FakeMaven unused() {
        return new FakeMaven(module -> {
            throw new AssertionError("no goal was to be run in " + module);
        });
    }

    public LifecycleExecutor lifecycle() {
        return proxy(LifecycleExecutor.class, arguments -> {
            MavenSession session = (MavenSession) arguments[0];
            planned.add(session.getCurrentProject().getArtifactId() + " " + ((String[]) arguments[1])[0]);
            return new MavenExecutionPlan(
                    List.of(new ExecutionPlanItem(TestProject.execution("goal", "default-cli"))),
                    new DefaultLifecycles(LIFECYCLES, new ConsoleLogger()));
        });
    }

    public BuildPluginManager plugins() {
        return proxy(BuildPluginManager.class, arguments -> {
            goals.apply(((MavenSession) arguments[0]).getCurrentProject()).execute();
            return null;
        });
    }

    private interface Answer {
        @Nullable
        Object to(Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.to(arguments)));
    }
}
