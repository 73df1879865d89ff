package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everybody who can hash a tree. */
final class Hashers {
    static final int THREADS = Runtime.getRuntime().availableProcessors();

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>org.example</groupId>
              <artifactId>hashed</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <properties>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.syscallmaven</groupId>
                    <artifactId>syscall-maven-plugin</artifactId>
                    <version>%1$s</version>
                    <configuration>
                      <artifacts>false</artifacts>
                      <baseDirectory>${tree}</baseDirectory>
                      <fileSets><fileSet><directory>${tree}</directory></fileSet></fileSets>
                      <algorithms>%2$s</algorithms>
                    </configuration>
                  </plugin>
                  <plugin>
                    <groupId>net.nicoulaj.maven.plugins</groupId>
                    <artifactId>checksum-maven-plugin</artifactId>
                    <version>%3$s</version>
                    <configuration>
                      <algorithms>%2$s</algorithms>
                      <individualFiles>false</individualFiles>
                      <fileSets><fileSet><directory>${tree}</directory></fileSet></fileSets>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private final Settings settings;
    private final Path project;
    private final Path output;
    private final @Nullable Path yardstick;
    private final List<String> algorithms;

    private Hashers(Settings settings, Path project, List<String> algorithms, @Nullable Path yardstick) {
        this.settings = settings;
        this.project = project;
        this.output = settings.work().resolve("list");
        this.algorithms = algorithms;
        this.yardstick = yardstick;
    }

    /** By SHA-256. */
    static Hashers create(Settings settings) throws IOException, InterruptedException {
        return of(
                settings, List.of("SHA-256"), Yardstick.compile(settings.work()).orElse(null));
    }

    /** The same by other algorithms; the C program knows SHA-256 only. */
    Hashers with(List<String> others) throws IOException {
        return of(settings, others, yardstick);
    }

    private static Hashers of(Settings settings, List<String> algorithms, @Nullable Path yardstick) throws IOException {
        Path project = Files.createDirectories(settings.work().resolve("hashing-" + algorithms.size()));
        Files.createDirectories(project.resolve(".mvn"));
        String elements = algorithms.stream()
                .map(name -> "<algorithm>" + name + "</algorithm>")
                .collect(Collectors.joining());
        Files.writeString(
                project.resolve("pom.xml"),
                POM.formatted(Settings.property("bench.version"), elements, Settings.property("bench.checksum")));
        return new Hashers(settings, project, algorithms, yardstick);
    }

    Contestant bareMaven(String name) {
        return settings.maven().contestant(name, project, outputs(), List.of());
    }

    Contestant goal(String name, Path tree, String... options) {
        List<String> arguments = new ArrayList<>(List.of(Maven.ours("write-checksums"), "-Dtree=" + tree));
        arguments.addAll(List.of(options));
        return settings.maven().contestant(name, project, outputs(), arguments);
    }

    Contestant checksumPlugin(Path tree) {
        return settings.maven()
                .contestant(
                        "checksum-maven-plugin",
                        project,
                        outputs(),
                        List.of(Maven.checksumPlugin("files"), "-Dtree=" + tree));
    }

    private List<Path> outputs() {
        return List.of(project.resolve("target"));
    }

    Contestant engine(String name, Path tree, int threads, String algorithms, String... jvmOptions) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                EngineMain.class.getName(),
                Integer.toString(threads),
                tree.toString(),
                output.toString(),
                algorithms));
        return new Contestant(name, tree, output, command.toArray(String[]::new));
    }

    Contestant nioLoop(Path tree) {
        return new Contestant(
                "NIO loop, 1 thread",
                tree,
                output,
                java(),
                "-classpath",
                System.getProperty("java.class.path"),
                NioLoop.class.getName(),
                tree.toString(),
                output.toString(),
                String.join(",", algorithms));
    }

    /** The engine's hashing alone: the JVM's start and the stub's do not count. */
    Contestant hashingAlone(String name, Path tree) {
        Contestant engine = engine(name, tree, THREADS, String.join(",", algorithms));
        return new Contestant(
                name, engine.command(), engine.directory(), engine.environment(), InnerClock.HASHING, engine.outputs());
    }

    /** One process for each algorithm, one after the other. */
    Contestant openssl(String name, Path tree) {
        String all = algorithms.stream()
                .map(algorithm ->
                        "openssl dgst -" + algorithm.toLowerCase(Locale.ROOT).replace("-", "") + " *")
                .collect(Collectors.joining("; ", "{ ", "; } > " + output));
        return new Contestant(name, tree, output, "sh", "-c", all);
    }

    private static String java() {
        return System.getProperty("java.home") + "/bin/java";
    }

    /** Empty where there is no compiler. */
    Optional<Contestant> yardstick(Path tree, int threads) {
        return Optional.ofNullable(yardstick)
                .map(program -> new Contestant(
                        cProgram(threads),
                        tree,
                        output,
                        program.toString(),
                        Integer.toString(threads),
                        tree.toString(),
                        output.toString()));
    }

    static String cProgram(int threads) {
        return "C program, " + threads(threads);
    }

    static String threads(int threads) {
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    /** As many processes as there are processors. */
    Contestant tool(String name, Path tree, String command) {
        String all = "find . -type f -print0 | xargs -0 -n 500 -P " + THREADS + " " + command + " > " + output;
        return new Contestant(name, tree, output, "sh", "-c", all);
    }
}
