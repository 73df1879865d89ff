package io.github.syscallmaven.mojo.trust;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * How to start a second Maven that sees what this one sees: the same installation and JVM, the same POM, profiles,
 * properties, settings and toolchains, and the network only if this one has it.
 *
 * @param home of Maven
 * @param version of Maven
 * @param own properties that are meant for the goal that forks, and do not go along
 */
public record ForkCommand(MavenSession session, String home, String version, Set<String> own) {

    private static final String PROGRAM = File.separatorChar == '\\' ? "/bin/mvn.cmd" : "/bin/mvn";

    /** The program and its arguments. What {@code options} set wins over what goes along. */
    public List<String> of(List<String> options, List<String> goals) {
        MavenExecutionRequest request = session.getRequest();
        List<String> command = new ArrayList<>(List.of(home + PROGRAM, "--batch-mode", "--fail-fast"));
        addFile(command, "--file", request.getPom(), "");
        String settings = System.getProperty("user.home") + "/.m2/";
        addFile(command, "--settings", request.getUserSettingsFile(), settings + "settings.xml");
        addFile(command, "--global-settings", request.getGlobalSettingsFile(), home + "/conf/settings.xml");
        addFile(command, "--toolchains", request.getUserToolchainsFile(), settings + "toolchains.xml");
        addFile(command, "--global-toolchains", request.getGlobalToolchainsFile(), home + "/conf/toolchains.xml");
        addSwitches(command, request);
        List<String> profiles = profiles(request);
        if (!profiles.isEmpty()) {
            command.addAll(List.of("--activate-profiles", String.join(",", profiles)));
        }
        properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(options);
        command.addAll(goals);
        return List.copyOf(command);
    }

    private static void addSwitches(List<String> command, MavenExecutionRequest request) {
        if (request.isOffline()) {
            command.add("--offline");
        }
        if (request.isUpdateSnapshots()) {
            command.add("--update-snapshots");
        }
        if (request.isNoSnapshotUpdates()) {
            command.add("--no-snapshot-updates");
        }
        if (request.getDegreeOfConcurrency() > 1) {
            command.addAll(List.of("--threads", Integer.toString(request.getDegreeOfConcurrency())));
        }
    }

    /** The usual files need not be there, but a file that is named on the command line does. */
    private static void addFile(List<String> command, String option, @Nullable File file, String usual) {
        if (file != null && !file.toPath().toAbsolutePath().normalize().equals(Path.of(usual))) {
            command.addAll(List.of(option, file.getAbsolutePath()));
        }
    }

    /**
     * Those of the settings are among them. Since Maven 4 a profile that no module has is an error unless a question
     * mark says that it may be missing; whether it may, this build has decided.
     */
    private List<String> profiles(MavenExecutionRequest request) {
        String optional = version.startsWith("3.") ? "" : "?";
        return Stream.concat(
                        request.getActiveProfiles().stream().map(id -> optional + id),
                        request.getInactiveProfiles().stream().map(id -> "!" + optional + id))
                .distinct()
                .toList();
    }

    /** Maven's own, such as {@code session.rootDirectory}, it makes again. */
    private Map<String, String> properties() {
        Properties user = session.getUserProperties();
        Map<String, String> properties = new TreeMap<>();
        user.stringPropertyNames().stream()
                .filter(name -> !own.contains(name) && !name.startsWith("session."))
                .forEach(name -> properties.put(name, user.getProperty(name)));
        return properties;
    }
}
