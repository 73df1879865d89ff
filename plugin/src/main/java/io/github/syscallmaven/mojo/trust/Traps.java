package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.trust.TrustFinding;
import io.github.syscallmaven.trust.TrustFinding.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Finds what in a project Maven cannot build while it enforces trusted checksums, and what it does not protect. */
public final class Traps {
    private final MavenSession session;
    private final String mavenVersion;

    public Traps(MavenSession session, String mavenVersion) {
        this.session = session;
        this.mavenVersion = mavenVersion;
    }

    /**
     * All of them.
     *
     * @param calledFrom the working directory; null when it is unknown
     * @param root the project's
     */
    public List<TrustFinding> findings(
            Rehearsal.Result resolved, boolean isFailingIfMissing, @Nullable Path calledFrom, Path root) {
        List<TrustFinding> findings = new ArrayList<>();
        for (String dependency : resolved.systemScoped()) {
            findings.add(TrustFinding.failure(
                    Kind.TRAP,
                    dependency,
                    "is of system scope, and every Maven that enforces fails there ('artifactRepository is null');"
                            + " install it in a repository"));
        }
        findings.addAll(releasedModules(isFailingIfMissing));
        findings.addAll(unpinned());
        for (String snapshot : resolved.snapshots()) {
            findings.add(TrustFinding.note(snapshot, "is a snapshot, which Maven does not verify"));
        }
        if (calledFrom != null && !calledFrom.startsWith(root)) {
            findings.add(TrustFinding.note(
                    calledFrom.toString(),
                    "is outside of the project; Maven 3.9.2 to 3.9.8 cannot be called from there by 'mvn -f', as they"
                            + " do"
                            + " not know session.rootDirectory then"));
        }
        return findings;
    }

    /** Those that other modules depend on: Maven asks for their checksums, too, and reads target/classes as a file. */
    private List<TrustFinding> releasedModules(boolean isFailingIfMissing) {
        Map<String, MavenProject> modules = new TreeMap<>();
        for (MavenProject module : session.getProjects()) {
            modules.put(module.getGroupId() + ':' + module.getArtifactId() + ':' + module.getVersion(), module);
        }
        Map<String, Set<String>> users = new TreeMap<>();
        for (MavenProject module : session.getProjects()) {
            module.getDependencies().stream()
                    .map(used -> used.getGroupId() + ':' + used.getArtifactId() + ':' + used.getVersion())
                    .filter(modules::containsKey)
                    .filter(used -> !used.endsWith("-SNAPSHOT"))
                    .forEach(used -> users.computeIfAbsent(used, absent -> new TreeSet<>())
                            .add(module.getArtifactId()));
        }
        return users.entrySet().stream()
                .map(used -> new TrustFinding(
                        Kind.TRAP,
                        isFailingIfMissing,
                        used.getKey(),
                        0,
                        "is a module with a version that is not a snapshot, and " + used.getValue() + " needs it: "
                                + (isFailingIfMissing
                                        ? "Maven also verifies the modules that it builds itself, and fails because"
                                                + " there is no checksum"
                                        : "'mvn compile' and 'mvn test' fail ('Is a directory'), though not 'mvn"
                                                + " package'")))
                .toList();
    }

    /** Another Maven takes other versions of them, which have no line then. */
    private List<TrustFinding> unpinned() {
        Map<String, Set<String>> versions = new TreeMap<>();
        for (MavenProject module : session.getProjects()) {
            for (Plugin plugin : module.getBuildPlugins()) {
                if (!isPinned(plugin)) {
                    versions.computeIfAbsent(plugin.getKey(), absent -> new TreeSet<>())
                            .add(plugin.getVersion() == null ? "the latest" : plugin.getVersion());
                }
            }
        }
        return versions.entrySet().stream()
                .map(plugin -> TrustFinding.note(
                        plugin.getKey(),
                        "has no version in a POM; Maven " + mavenVersion + " takes "
                                + plugin.getValue().stream().collect(Collectors.joining(" and "))
                                + ", and another Maven another"))
                .toList();
    }

    /** Whether the version stands in a POM of a project: what Maven brings itself has a model of another form. */
    private static boolean isPinned(Plugin plugin) {
        if (plugin.getVersion() == null) {
            return false;
        }
        InputLocation location = plugin.getLocation("version");
        String model = location == null || location.getSource() == null
                ? null
                : location.getSource().getModelId();
        return model != null && !model.endsWith(":super-pom") && !model.endsWith(":default-lifecycle-bindings");
    }
}
