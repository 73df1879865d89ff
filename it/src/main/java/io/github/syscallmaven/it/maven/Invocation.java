package io.github.syscallmaven.it.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** One run of Maven: everything that differs from run to run, and the handing over to the invoker library. */
record Invocation(
        Staging staging,
        Jdk jdk,
        Workspace workspace,
        Path directory,
        List<String> goals,
        Map<String, String> systemProperties,
        Map<String, String> environment,
        List<String> jvmOptions,
        List<String> arguments,
        List<String> prefix,
        boolean offline) {

    private static final File LAUNCHER =
            Path.of("src", "it", "launcher.sh").toAbsolutePath().toFile();

    /** Ends the JVM too; the time-out of the invoker library leaves it behind. */
    private static final List<String> AT_MOST_FIVE_MINUTES = List.of("timeout", "--kill-after=10", "300");

    FinishedBuild run() {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        InvocationRequest request = request();
        request.setOutputHandler(log::add);
        request.setErrorHandler(log::add);
        try {
            InvocationResult result = new DefaultInvoker().execute(request);
            if (result.getExecutionException() != null) {
                throw new IllegalStateException(
                        "Maven did not end by itself:\n" + String.join("\n", log), result.getExecutionException());
            }
            return new FinishedBuild(workspace.project(), result.getExitCode(), List.copyOf(log));
        } catch (MavenInvocationException e) {
            throw new IllegalStateException("Maven could not be started", e);
        }
    }

    private InvocationRequest request() {
        InvocationRequest request = new DefaultInvocationRequest();
        request.setMavenHome(staging.maven().toFile());
        request.setMavenExecutable(LAUNCHER);
        request.addShellEnvironment("IT_LAUNCHER", launcher());
        request.setJavaHome(jdk.home().toFile());
        request.setBaseDirectory(directory.toFile());
        if (!directory.equals(workspace.project())) {
            request.setPomFile(workspace.project().resolve("pom.xml").toFile());
        }
        request.setBatchMode(true).setNoTransferProgress(true);
        request.setLocalRepositoryDirectory(staging.repository().toFile());
        request.setUserSettingsFile(staging.settings().toFile());
        // Offline, except for the local repository of the outer build.
        request.setOffline(offline);
        request.setProperties(properties());
        request.setShellEnvironmentInherited(false);
        environment.forEach(request::addShellEnvironment);
        request.addShellEnvironment("HOME", workspace.home().toString());
        request.addShellEnvironment("MAVEN_SKIP_RC", "true");
        request.setMavenOpts(mavenOpts());
        request.addArgs(arguments);
        request.addArgs(goals);
        return request;
    }

    /** Maven's own launcher and what it is to run under, as one line for the shell. */
    private String launcher() {
        return Stream.of(AT_MOST_FIVE_MINUTES.stream(), prefix.stream(), Stream.of(staging.maven() + "/bin/mvn"))
                .flatMap(words -> words)
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("it.outer.repository", Staging.OUTER_REPOSITORY);
        properties.put("aether.offline.protocols", "file");
        properties.putAll(systemProperties);
        return properties;
    }

    /** The compiler that is quick to start; and Maven looks for settings where {@code user.home} is. */
    private String mavenOpts() {
        return "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + workspace.home() + " "
                + String.join(" ", jvmOptions);
    }
}
