package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.trust.PomClosure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.InvalidPluginDescriptorException;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.PluginDescriptorParsingException;
import org.apache.maven.plugin.PluginResolutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.internal.PluginDependenciesResolver;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.DependencyNode;

/**
 * Lets Maven resolve what {@code mvn verify} needs before and while it runs goals, without running any: the parents and
 * BOMs of all modules, their dependencies in the scopes that the goals ask for, and the plugins of the phases up to
 * {@code verify} with their dependencies. By Maven's own components, in a copy of the session, so that what is found is
 * what Maven would take.
 *
 * <p>What goals resolve while they run, such as Surefire's providers, only a build can tell.
 */
public final class Rehearsal {
    /** Later ones, and those of the other lifecycles, are not a part of {@code mvn verify}. */
    private static final Set<String> PHASES = Set.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test",
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify");

    /** In bytes. */
    private static final int LARGEST_POM = 8 << 20;

    private final ProjectBuilder builder;
    private final ProjectDependenciesResolver dependencies;
    private final MavenPluginManager plugins;
    private final PluginDependenciesResolver pluginDependencies;

    private final ResolvedArtifacts resolved = new ResolvedArtifacts();
    private final Set<String> systemScoped = new TreeSet<>();
    private final Set<String> failures = new TreeSet<>();

    public Rehearsal(
            ProjectBuilder builder,
            ProjectDependenciesResolver dependencies,
            MavenPluginManager plugins,
            PluginDependenciesResolver pluginDependencies) {
        this.builder = builder;
        this.dependencies = dependencies;
        this.plugins = plugins;
        this.pluginDependencies = pluginDependencies;
    }

    /**
     * What was resolved.
     *
     * @param paths of what is neither a snapshot, nor a module, nor of system scope
     * @param snapshots that are no modules, as coordinates
     * @param absent what the local repository does not have, as coordinates
     * @param systemScoped dependencies of system scope, direct or not, as coordinates
     * @param failures why a part could not be resolved, each a sentence without a full stop
     */
    public record Result(
            Set<String> paths,
            Set<String> snapshots,
            Set<String> absent,
            Set<String> systemScoped,
            Set<String> failures) {}

    /**
     * Resolves for all modules of a session. Used once.
     *
     * @param own the plugin that asks; it is resolved like those of the build
     * @param io for POMs, where Maven does not tell which it has read
     * @param offline whether nothing is downloaded
     * @throws IOException when one of these cannot be read
     */
    public Result of(MavenSession session, Plugin own, FileIo io, boolean offline) throws IOException {
        RepositorySystemSession maven = session.getRepositorySession();
        RepositorySystemSession copy =
                resolved.listeningTo(maven, new ModulesFirst(maven, session.getProjects()), offline);
        for (MavenProject module : session.getProjects()) {
            model(session, module, copy);
            Set<String> scopes = new HashSet<>();
            for (Plugin plugin : module.getBuildPlugins()) {
                if (isOpened(plugin)) {
                    scopes.addAll(plugin(module, plugin, false, copy));
                }
            }
            dependencies(module, scopes, copy);
        }
        plugin(session.getCurrentProject(), own, true, copy);
        Set<String> absent = resolved.absent();
        Set<String> snapshots = resolved.snapshots();
        for (MavenProject module : session.getProjects()) {
            // A module that is not built yet is resolved from nowhere.
            absent.removeIf(coordinates -> isOf(module, coordinates));
            snapshots.removeIf(coordinates -> isOf(module, coordinates));
        }
        Set<String> paths = resolved.paths();
        if (isMaven4(session)) {
            // It builds models by its own session, which has them already, and tells no listener of ours.
            paths.addAll(parentsAndBoms(session, paths, io));
        }
        return new Result(paths, snapshots, absent, systemScoped, failures);
    }

    private static boolean isMaven4(MavenSession session) {
        return session.getSystemProperties().getProperty("maven.version", "").startsWith("4.");
    }

    private static Set<String> parentsAndBoms(MavenSession session, Set<String> paths, FileIo io) throws IOException {
        Set<String> poms = new TreeSet<>(paths);
        poms.removeIf(path -> !path.endsWith(".pom"));
        List<byte[]> modules = new ArrayList<>();
        for (MavenProject module : session.getProjects()) {
            try (Root folder = io.open(BytePath.of(module.getFile().getParent()))) {
                modules.add(folder.readAll(BytePath.of(module.getFile().getName()), LARGEST_POM));
            }
        }
        String repository =
                session.getRepositorySession().getLocalRepository().getBasedir().getPath();
        try (Root root = io.open(BytePath.of(repository))) {
            return new PomClosure(root).of(poms, modules);
        }
    }

    private static boolean isOf(MavenProject module, String coordinates) {
        return coordinates.startsWith(module.getGroupId() + ':' + module.getArtifactId() + ':')
                && coordinates.endsWith(':' + module.getVersion());
    }

    /** The parents and the imported BOMs. */
    private void model(MavenSession session, MavenProject module, RepositorySystemSession copy) {
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setRepositorySession(copy);
        request.setProject(null);
        request.setProcessPlugins(false);
        request.setResolveDependencies(false);
        try {
            builder.build(module.getFile(), request);
        } catch (ProjectBuildingException e) {
            failures.add("the parents of '" + module.getArtifactId() + "': " + oneLine(e));
        }
    }

    /** Whether Maven opens the plugin, at least to see the phases of its goals. */
    private static boolean isOpened(Plugin plugin) {
        return plugin.isExtensions()
                || plugin.getExecutions().stream()
                        .filter(execution -> !execution.getGoals().isEmpty())
                        .anyMatch(execution -> execution.getPhase() == null || PHASES.contains(execution.getPhase()));
    }

    /** The scopes that the goals that run ask for. */
    private Set<String> plugin(MavenProject module, Plugin plugin, boolean isRun, RepositorySystemSession copy) {
        try {
            Artifact jar = pluginDependencies.resolve(plugin, module.getRemotePluginRepositories(), copy);
            List<MojoDescriptor> goals = goals(module, plugin, copy);
            if (isRun || plugin.isExtensions() || !goals.isEmpty()) {
                pluginDependencies.resolve(
                        plugin, jar, module.getExtensionDependencyFilter(), module.getRemotePluginRepositories(), copy);
            }
            Set<String> scopes = new HashSet<>();
            for (MojoDescriptor goal : goals) {
                scopes.addAll(scopes(goal.getDependencyResolutionRequired()));
                scopes.addAll(scopes(goal.getDependencyCollectionRequired()));
            }
            return scopes;
        } catch (PluginResolutionException | PluginDescriptorParsingException | InvalidPluginDescriptorException e) {
            failures.add("the plugin '" + plugin.getId() + "': " + oneLine(e));
            return Set.of();
        }
    }

    private static String oneLine(Exception failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
    }

    private List<MojoDescriptor> goals(MavenProject module, Plugin plugin, RepositorySystemSession copy)
            throws PluginResolutionException, PluginDescriptorParsingException, InvalidPluginDescriptorException {
        PluginDescriptor descriptor = plugins.getPluginDescriptor(plugin, module.getRemotePluginRepositories(), copy);
        List<MojoDescriptor> goals = new ArrayList<>();
        for (PluginExecution execution : plugin.getExecutions()) {
            for (String goal : execution.getGoals()) {
                MojoDescriptor mojo = descriptor.getMojo(goal);
                if (mojo != null) {
                    String phase = execution.getPhase() == null ? mojo.getPhase() : execution.getPhase();
                    if (phase != null && PHASES.contains(phase)) {
                        goals.add(mojo);
                    }
                }
            }
        }
        return goals;
    }

    /** As Maven reads what a goal requires. */
    private static Set<String> scopes(String required) {
        if (required == null) {
            return Set.of();
        }
        return switch (required) {
            case "compile" -> Set.of("compile", "system", "provided");
            case "runtime" -> Set.of("compile", "runtime");
            case "compile+runtime", "runtime+system" -> Set.of("compile", "system", "provided", "runtime");
            case "test" -> Set.of("compile", "system", "provided", "runtime", "test");
            default -> Set.of();
        };
    }

    private void dependencies(MavenProject module, Set<String> scopes, RepositorySystemSession copy) {
        if (scopes.isEmpty()) {
            return;
        }
        DependencyFilter filter = (node, parents) -> node.getDependency() == null
                || scopes.contains(node.getDependency().getScope());
        DependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(module, copy).setResolutionFilter(filter);
        DependencyResolutionResult result;
        try {
            result = dependencies.resolve(request);
        } catch (DependencyResolutionException e) {
            // Modules that are not built yet are missing; the listener knows what else is.
            result = e.getResult();
        }
        if (result.getDependencyGraph() != null) {
            findSystemScoped(result.getDependencyGraph(), new HashSet<>());
        }
    }

    private void findSystemScoped(DependencyNode node, Set<DependencyNode> seen) {
        if (!seen.add(node)) {
            return;
        }
        Dependency dependency = node.getDependency();
        if (dependency != null && dependency.getScope().equals("system")) {
            systemScoped.add(
                    ResolvedArtifacts.coordinates(dependency.getArtifact()).toString());
        }
        node.getChildren().forEach(child -> findSystemScoped(child, seen));
    }
}
