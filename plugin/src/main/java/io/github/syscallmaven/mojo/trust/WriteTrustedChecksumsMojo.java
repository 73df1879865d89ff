package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.GoalRun;
import io.github.syscallmaven.mojo.Setting;
import io.github.syscallmaven.mojo.WrittenFiles;
import io.github.syscallmaven.mojo.parameter.DigestMojo;
import io.github.syscallmaven.trust.EnforcingMaven;
import io.github.syscallmaven.trust.LocalFiles;
import io.github.syscallmaven.trust.Recording;
import io.github.syscallmaven.trust.RecordingException;
import io.github.syscallmaven.trust.TrustPolicy;
import io.github.syscallmaven.trust.TrustSetting;
import io.github.syscallmaven.trust.TrustedAlgorithm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MavenPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.internal.PluginDependenciesResolver;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.jspecify.annotations.Nullable;

/**
 * Records what Maven resolves for this project, as trusted checksums that Maven itself verifies from then on, before it
 * uses a file: dependencies, plugins, extensions, and their POMs, parents and BOMs. Switches verification on in {@code
 * .mvn/maven.config}.
 *
 * <p>Called as {@code mvn syscall:write-trusted-checksums} in the project's root, and again when dependencies change.
 * It runs the build in a second Maven, as what plugins resolve is known only when they run. Lines for artifacts that
 * are no longer resolved are removed. If an artifact that has a line has other bytes now, the goal fails and writes
 * nothing.
 *
 * <p>When Maven refuses a new version before the goal begins, as it does for parents, BOMs, extensions and this plugin,
 * switch verification off for this one call: {@code -Daether.artifactResolver.postProcessor.trustedChecksums=false}.
 */
@Mojo(name = "write-trusted-checksums", aggregator = true, threadSafe = true)
public final class WriteTrustedChecksumsMojo extends DigestMojo {
    /** In characters. */
    private static final int MOST_ABSENT = 500;

    private final TransporterProvider transporters;
    private final Rehearsal rehearsal;

    /**
     * The goals and phases of the build that is recorded. What other goals resolve is not recorded; with {@code
     * failIfMissing}, Maven then refuses to run them. To allow {@code mvn install}, for example, record {@code
     * clean,install}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.goals", defaultValue = "verify")
    List<@Nullable String> goals = List.of();

    /**
     * {@code SHA-256}, {@code SHA-512} or both; Maven verifies each.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.algorithms", defaultValue = "SHA-256")
    List<@Nullable String> algorithms = List.of();

    /**
     * The directory of the files {@code checksums.sha256} and {@code checksums.sha512}; relative to the project's root
     * and below it.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.trustedDirectory", defaultValue = TrustPolicy.DEFAULT_FOLDER)
    String trustedDirectory;

    /**
     * Whether to keep lines for artifacts that this build does not resolve. Use it if you build with several versions
     * of Maven, whose default plugins differ, or in several ways: record the first without {@code merge}, the others
     * with it.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.merge", defaultValue = "false")
    boolean merge;

    /**
     * Artifacts whose changed checksums are accepted, as {@code group:artifact:version} or {@code
     * group:artifact:extension[:classifier]:version}. Default: none; such an artifact fails the goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.accept")
    List<@Nullable String> accept = List.of();

    /**
     * Whether to write nothing, and to fail if a file would change. For CI.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.dryRun", defaultValue = "false")
    boolean dryRun;

    /**
     * Whether to add the options that make Maven verify to {@code .mvn/maven.config}, and to the directory a {@code
     * .gitattributes} that keeps git from converting line ends.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.configure", defaultValue = "true")
    boolean configure;

    /**
     * Whether Maven fails on artifacts that have no line. It is what {@code configure} writes; a value that {@code
     * .mvn/maven.config} already has is kept.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.failIfMissing", defaultValue = "true")
    boolean failIfMissing;

    /**
     * Whether to compare each recorded file with the checksum that its repository publishes, so that a file that was
     * changed in the local repository is noticed. Artifacts that {@code accept} names are not compared. Most
     * repositories publish SHA-1 for all files. Needs the network: one request for each file, five at a time.
     *
     * @since 1.0.0
     */
    @Parameter(property = "syscall.compareRemote", defaultValue = "false")
    boolean compareRemote;

    @Inject
    public WriteTrustedChecksumsMojo(
            TransporterProvider transporters,
            ProjectBuilder builder,
            ProjectDependenciesResolver dependencies,
            MavenPluginManager plugins,
            PluginDependenciesResolver pluginDependencies) {
        this.transporters = transporters;
        this.rehearsal = new Rehearsal(builder, dependencies, plugins, pluginDependencies);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (Boolean.parseBoolean(session.getUserProperties().getProperty(Recording.PROPERTY))) {
            getLog().info("Skipped: this is the build that is being recorded.");
            return;
        }
        goalRun().run(this::parameters);
    }

    private GoalRun.Work parameters() throws MojoFailureException {
        List<String> build = Setting.named("goals").words(goals);
        if (build.isEmpty()) {
            throw new MojoFailureException("<goals> (-Dsyscall.goals) is empty; name at least one.");
        }
        List<TrustedAlgorithm> wanted = Setting.named("algorithms").words(algorithms, TrustedAlgorithm::of);
        if (wanted.isEmpty()) {
            throw new MojoFailureException("<algorithms> (-Dsyscall.algorithms) is empty; name at least one.");
        }
        TrustPolicy policy = new TrustPolicy(folder(), wanted, failIfMissing);
        Algorithms available = available();
        Set<String> accepted =
                new HashSet<>(Setting.named("accept").words(accept, WriteTrustedChecksumsMojo::coordinates));
        return access -> write(access.io(), build, policy, accepted, available);
    }

    private static String coordinates(String name) {
        int parts = name.split(":", -1).length;
        if (parts < 3 || parts > 5) {
            throw new IllegalArgumentException("'" + Printable.of(name) + "' is not group:artifact:version or"
                    + " group:artifact:extension:version");
        }
        return name;
    }

    private String folder() throws MojoFailureException {
        Setting setting = Setting.named("trustedDirectory");
        Path path = Path.of(setting.text(trustedDirectory)).normalize();
        if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty() || trustedDirectory.contains(" ")) {
            throw setting.wrong(
                    trustedDirectory, ", but has to be a folder below the project's root, without blanks in its name");
        }
        return BaseDirectory.pathOf(path).toString();
    }

    private void write(FileIo io, List<String> build, TrustPolicy policy, Set<String> accepted, Algorithms available)
            throws IOException, MojoExecutionException, MojoFailureException {
        String version = requireEnforcingMaven();
        File root = new TrustRoot(io, session).require();
        Unrecordable unrecordable = Unrecordable.of(session);
        requireNoSystemScope(unrecordable.systemScope());
        if (compareRemote && session.isOffline()) {
            throw new MojoFailureException(
                    "<compareRemote> (-Dsyscall.compareRemote) needs the network, but Maven is offline.");
        }
        TrustFiles files = new TrustFiles(io, BaseDirectory.pathOf(root), policy, configure);
        TrustWriting writing = new TrustWriting(files, files.read(), accepted, merge, dryRun, getLog());
        List<BytePath> repositories = SessionReader.repositories(session).stream()
                .map(BaseDirectory::pathOf)
                .toList();
        try (LocalFiles local = LocalFiles.open(io, repositories)) {
            writing.requireKnownFiles(local, available);
            // What the local repository lacks comes now, and is looked at before a build may run it.
            Rehearsal.Result rehearsed = rehearsal.of(session, mojoExecution.getPlugin(), io, session.isOffline());
            writing.requireKnownFiles(local, available);
            requireNoSystemScope(rehearsed.systemScoped());
            unrecordable.addSnapshots(rehearsed.snapshots());
            Map<TrustedAlgorithm, Map<String, String>> recorded =
                    record(io, build, policy, version, rehearsed.absent());
            recorded.values().forEach(unrecordable::leaveOut);
            unrecordable.lines().forEach(line -> getLog().info(Printable.of(line)));
            if (policy.failIfMissing() && unrecordable.hasModules()) {
                getLog().warn("Maven also verifies the modules that it builds here, unless they have a snapshot"
                        + " version, and fails because they have no line: build releases with -D"
                        + TrustSetting.FAIL_IF_MISSING.property() + "=false.");
            }
            if (compareRemote) {
                compareRemote(writing, local, available, recorded);
            }
            writing.run(recorded, WrittenFiles.of(call()));
        }
    }

    private static void requireNoSystemScope(Collection<String> dependencies) throws MojoFailureException {
        if (!dependencies.isEmpty()) {
            throw new MojoFailureException(
                    "Maven can neither record nor verify a build with dependencies of scope system,"
                            + " which have no repository, and fails on "
                            + Printable.of(String.join(", ", dependencies))
                            + ". Put them into a repository.");
        }
    }

    private void compareRemote(
            TrustWriting writing,
            LocalFiles local,
            Algorithms available,
            Map<TrustedAlgorithm, Map<String, String>> recorded)
            throws IOException, MojoFailureException {
        Map.Entry<TrustedAlgorithm, Map<String, String>> one =
                recorded.entrySet().iterator().next();
        try (RemoteChecksums remote = RemoteChecksums.of(session, transporters)) {
            new RemoteComparison(local, remote, available, writing::isAccepted, getLog())
                    .run(one.getKey(), one.getValue());
        }
    }

    private String requireEnforcingMaven() throws MojoFailureException {
        String version = session.getSystemProperties().getProperty("maven.version", "of an unknown version");
        if (!EnforcingMaven.enforces(version)) {
            throw new MojoFailureException("Maven " + Printable.of(version)
                    + " neither records nor verifies trusted checksums as needed here. Use Maven "
                    + EnforcingMaven.FIRST
                    + " or later.");
        }
        return version;
    }

    private Map<TrustedAlgorithm, Map<String, String>> record(
            FileIo io, List<String> build, TrustPolicy policy, String version, Set<String> absent)
            throws IOException, MojoFailureException {
        BytePath folder = BaseDirectory.pathOf(
                new File(session.getTopLevelProject().getBuild().getDirectory(), "trusted-checksums"));
        Recording recording = new Recording(io, folder);
        List<String> all = new ArrayList<>(build);
        // So that this plugin itself is recorded.
        all.add(mojoExecution.getGroupId() + ":" + mojoExecution.getArtifactId() + ":" + mojoExecution.getVersion()
                + ":" + mojoExecution.getGoal());
        ForkCommand fork = new ForkCommand(session, home(), version, ownProperties());
        List<String> command = fork.of(recording.options(policy.algorithms()), all);
        getLog().info("Recording what Maven resolves for '" + String.join(" ", build) + "' ...");
        getLog().debug(Printable.of(String.join(" ", command)));
        try {
            return recording.run(
                    command,
                    BytePath.of(session.getExecutionRootDirectory()),
                    Map.of("JAVA_HOME", System.getProperty("java.home")),
                    policy.algorithms(),
                    this::show);
        } catch (RecordingException e) {
            // Maven before 3.9.10 does not name what it cannot find while it records.
            throw new MojoFailureException(e.getMessage()
                    + (absent.isEmpty()
                            ? ""
                            : "\nNot found before it: " + Printable.of(String.join(", ", absent), MOST_ABSENT)));
        }
    }

    private String home() throws MojoFailureException {
        String home = System.getProperty("maven.home");
        if (home == null) {
            throw new MojoFailureException("The property 'maven.home' is not set, so there is no Maven to record with;"
                    + " call the goal by Maven's own command, mvn.");
        }
        return home;
    }

    /** What modules the other Maven is at. */
    private void show(String line) {
        if (line.startsWith("[INFO] Building ") && line.indexOf(':') < 0) {
            getLog().info("  " + Printable.of(line.substring("[INFO] ".length())));
        } else {
            getLog().debug(Printable.of(line));
        }
    }

    /** The properties of this goal's own parameters; the build that is recorded has none of them. */
    private static Set<String> ownProperties() {
        Set<String> properties = new HashSet<>();
        for (String name : List.of(
                "accept",
                "algorithms",
                "compareRemote",
                "configure",
                "dryRun",
                "failIfMissing",
                "goals",
                "merge",
                "traceFile",
                "trustedDirectory")) {
            properties.add("syscall." + name);
        }
        return properties;
    }
}
