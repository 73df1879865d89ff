package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.trust.Coordinates;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/**
 * Artifacts that a file of trusted checksums cannot have: those that are built here, snapshots, and those without a
 * repository.
 */
public final class Unrecordable {
    /** By the folder that a repository would have them in. */
    private final Map<String, String> modules = new TreeMap<>();

    private final Set<String> systemScope = new TreeSet<>();
    private final Set<String> snapshots = new TreeSet<>();
    private final Set<String> builtHere = new LinkedHashSet<>();

    private Unrecordable() {}

    /** That of the projects of this build, as far as their POMs name it. */
    public static Unrecordable of(MavenSession session) {
        Unrecordable all = new Unrecordable();
        for (MavenProject module : session.getProjects()) {
            all.modules.put(folder(module.getGroupId(), module.getArtifactId(), module.getVersion()), module.getId());
        }
        session.getProjects().forEach(all::add);
        return all;
    }

    private void add(MavenProject module) {
        for (Dependency dependency : module.getDependencies()) {
            String name = name(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
            if (Artifact.SCOPE_SYSTEM.equals(dependency.getScope())) {
                systemScope.add("'" + name + "' of '" + module.getArtifactId() + "'");
            } else {
                addSnapshot(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
            }
        }
        module.getBuildPlugins()
                .forEach(plugin -> addSnapshot(plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion()));
        module.getBuildExtensions()
                .forEach(found -> addSnapshot(found.getGroupId(), found.getArtifactId(), found.getVersion()));
        for (MavenProject parent = module.getParent(); parent != null; parent = parent.getParent()) {
            addSnapshot(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
        }
    }

    /** Adds those that only Maven knows, such as dependencies of dependencies; modules are not among them. */
    public void addSnapshots(Collection<String> coordinates) {
        for (String name : coordinates) {
            String[] parts = name.split(":", -1);
            snapshots.add("'" + name(parts[0], parts[1], parts[parts.length - 1]) + "'");
        }
    }

    private void addSnapshot(String groupId, String artifactId, String version) {
        if (version != null
                && ArtifactUtils.isSnapshot(version)
                && !modules.containsKey(folder(groupId, artifactId, version))) {
            snapshots.add("'" + name(groupId, artifactId, version) + "'");
        }
    }

    private static String name(String groupId, String artifactId, String version) {
        return groupId + ":" + artifactId + ":" + version;
    }

    private static String folder(String groupId, String artifactId, String version) {
        return groupId.replace('.', '/') + "/" + artifactId + "/" + version;
    }

    /** Dependencies that modules themselves declare, each with its module. */
    public Collection<String> systemScope() {
        return systemScope;
    }

    /** Removes from hashes by path what no file can hold. */
    public void leaveOut(Map<String, String> recorded) {
        recorded.keySet().removeIf(path -> isBuiltHere(path) || isSnapshot(path));
    }

    private boolean isBuiltHere(String path) {
        String module = modules.get(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
        if (module != null) {
            builtHere.add("'" + path.substring(path.lastIndexOf('/') + 1) + "'");
        }
        return module != null;
    }

    private boolean isSnapshot(String path) {
        Optional<Coordinates> snapshot = Coordinates.ofPath(path).filter(Coordinates::isSnapshot);
        snapshot.ifPresent(found -> snapshots.add("'" + found + "'"));
        return snapshot.isPresent();
    }

    /** Whether something was left out because it is built here. */
    public boolean hasModules() {
        return !builtHere.isEmpty();
    }

    /** What was left out, for people. */
    public List<String> lines() {
        return Stream.of(
                        line("Left out, as they are built here: ", builtHere),
                        line("Left out, as snapshots change under their names: ", snapshots))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static String line(String text, Set<String> names) {
        return names.isEmpty() ? "" : names.stream().collect(Collectors.joining(", ", text, "."));
    }
}
