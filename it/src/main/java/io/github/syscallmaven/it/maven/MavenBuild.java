package io.github.syscallmaven.it.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;

/**
 * A Maven build as one expression: a project, what to run on it, and what must be true afterwards. It uses the staged
 * plugin, no network, an empty home, and an environment that holds nothing but {@code PATH}. An instance can be
 * executed again, on the same folder. When an assertion fails, its message ends in the whole log of the build.
 */
public final class MavenBuild {

    private Combination combination;
    private final Workspace workspace;
    private final Map<String, String> systemProperties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private List<String> user = List.of();
    private List<String> prefix = List.of();
    private List<String> goals = List.of();
    private boolean offline = true;
    private Staging staging;
    private Path directory;

    MavenBuild(Combination combination, Workspace workspace) {
        this.combination = combination;
        this.workspace = workspace;
        this.staging = Staging.shared(combination.maven());
        this.directory = workspace.project();
        this.environment.put("PATH", System.getenv("PATH"));
    }

    /** Which Maven it is, such as {@code 3.9.16}. */
    public String mavenVersion() {
        return combination.maven().version();
    }

    /** The JDK that Maven runs on. */
    public Jdk jdk() {
        return combination.jdk();
    }

    /** Runs Maven on the JVM of the tests, instead of an emulated one. */
    public MavenBuild onThisJvm() {
        combination = new Combination(combination.maven(), Jdk.all().get(0));
        return this;
    }

    /**
     * Builds a copy of this folder of {@code src/it/projects}; without it, the build has an empty folder and no POM.
     */
    public MavenBuild project(String name) {
        workspace.copyProject(name, Staging.PLUGIN_VERSION);
        return this;
    }

    /** The folder that is built. */
    public Path project() {
        return workspace.project();
    }

    /** Does something with the project's folder before the build. */
    public MavenBuild prepare(ThrowingConsumer<Path> preparation) {
        preparation.accept(workspace.project());
        return this;
    }

    public MavenBuild goals(String... goals) {
        this.goals = List.of(goals);
        return this;
    }

    /** Runs goals of the plugin that is under test by their full names, which needs no POM. */
    public MavenBuild qualifiedGoals(String... goals) {
        return goals(Arrays.stream(goals)
                .map(goal -> "io.github.syscallmaven:syscall-maven-plugin:" + Staging.PLUGIN_VERSION + ":" + goal)
                .toArray(String[]::new));
    }

    public MavenBuild systemProperty(String name, String value) {
        systemProperties.put(name, value);
        return this;
    }

    public MavenBuild withoutSystemProperty(String name) {
        systemProperties.remove(name);
        return this;
    }

    public MavenBuild env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public MavenBuild withoutEnv(String name) {
        environment.remove(name);
        return this;
    }

    /** An option of the JVM that runs Maven; it must not hold white space. */
    public MavenBuild jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** Arguments for the command {@code mvn}, such as {@code -T4}, {@code -X} or {@code -fae}. */
    public MavenBuild arguments(String... arguments) {
        this.arguments.addAll(List.of(arguments));
        return this;
    }

    /**
     * Runs Maven's launcher under this command, such as {@code strace -f -o file}, and no more under an earlier one.
     */
    public MavenBuild under(String... command) {
        prefix = List.of(command);
        return this;
    }

    /**
     * Runs Maven as the user with this number, who gets the project as it is now. That user may have no way to
     * the plugins in the local repository of the outer build. Without root and setpriv the test is skipped.
     */
    public MavenBuild asUser(int uid) {
        Requires.root();
        Requires.tool("setpriv");
        staging = staging.copyTo(workspace);
        workspace.giveTo(uid);
        String id = Integer.toString(uid);
        user = List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups");
        return this;
    }

    /** Uses a local repository of its own, so that a test may change what is in it. */
    public MavenBuild ownRepository() {
        staging = staging.withOwnRepository(workspace);
        return this;
    }

    /** The local repository. */
    public Path repository() {
        return staging.repository();
    }

    /**
     * Does not tell Maven that it is offline, in which state it refuses to deploy. It has no network all the same: the
     * settings put the local repository of the outer build in place of every other.
     */
    public MavenBuild online() {
        offline = false;
        return this;
    }

    /** Starts Maven in this folder instead of the project's. */
    public MavenBuild workingDirectory(Path directory) {
        this.directory = directory;
        return this;
    }

    /** Runs a build that must succeed. */
    public void execute(ThrowingConsumer<FinishedBuild> assertions) {
        check(run(), true, assertions);
    }

    /** Runs a build that must fail. */
    public void executeAndFail(ThrowingConsumer<FinishedBuild> assertions) {
        check(run(), false, assertions);
    }

    /** Runs the same build several times at once on the same folder; each must succeed. */
    public void executeAtOnce(int times, ThrowingConsumer<FinishedBuild> assertions) {
        List<CompletableFuture<FinishedBuild>> builds = Stream.generate(
                        () -> CompletableFuture.supplyAsync(this::run, task -> new Thread(task).start()))
                .limit(times)
                .toList();
        // When all have ended: what is there before may be one's work on the way.
        builds.stream().map(CompletableFuture::join).toList().forEach(build -> check(build, true, assertions));
    }

    /** Runs a build that may succeed or fail. */
    public FinishedBuild run() {
        return new Invocation(
                        staging,
                        combination.jdk(),
                        workspace,
                        directory,
                        goals,
                        systemProperties,
                        environment,
                        jvmOptions,
                        arguments,
                        Stream.concat(user.stream(), prefix.stream()).toList(),
                        offline)
                .run();
    }

    private void check(FinishedBuild build, boolean successful, ThrowingConsumer<FinishedBuild> assertions) {
        try {
            if ((build.exitCode() == 0) != successful) {
                throw new AssertionError("The build should have " + (successful ? "succeeded" : "failed")
                        + " but ended with exit code " + build.exitCode());
            }
            assertions.accept(build);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "On " + combination + ": " + e.getMessage() + "\n\nLog of the build:\n" + build, e);
        }
    }
}
