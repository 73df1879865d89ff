package io.github.syscallmaven.it.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param version as its {@code release} file has it, such as {@code 17.0.15}
 */
public record Jdk(Path home, String version) {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final int OLDEST = 17;

    /**
     * The JDK that runs the tests and those of the system property {@code it.jdks}, a list of homes as in {@code PATH};
     * without that property, the newest one below {@code /usr/lib/jvm} when it is newer than the running one.
     */
    static List<Jdk> all() {
        Jdk running = named(System.getProperty("java.home"));
        String homes = System.getProperty("it.jdks");
        Stream<Jdk> others = homes == null
                ? newest(INSTALLED).filter(jdk -> jdk.feature() > running.feature()).stream()
                : Stream.of(homes.split(File.pathSeparator)).map(Jdk::named);
        return Stream.concat(Stream.of(running), others).distinct().toList();
    }

    /** The JVM for arm64 whose home the system property {@code arm64.jvm} names; see {@code .ci/arm64-jvm}. */
    static Jdk arm64() {
        String home = System.getProperty("arm64.jvm");
        Requires.that(home != null, "-Darm64.jvm names no home of an arm64 JVM");
        return new Jdk(Path.of(home).toAbsolutePath(), "17 for arm64");
    }

    private static Jdk named(String home) {
        return at(Path.of(home))
                .filter(jdk -> jdk.feature() >= OLDEST)
                .orElseThrow(() -> new IllegalArgumentException("'" + home + "' is no home of a JDK " + OLDEST
                        + " or later, which the plugin needs; correct it.jdks or JAVA_HOME"));
    }

    private static Optional<Jdk> newest(Path folder) {
        try (Stream<Path> homes = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return homes.flatMap(home -> at(home).stream()).max(Comparator.comparing(Jdk::feature));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isRegularFile(release)) {
            return Optional.empty();
        }
        try (InputStream facts = Files.newInputStream(release)) {
            Properties properties = new Properties();
            properties.load(facts);
            String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
            return version.isEmpty() ? Optional.empty() : Optional.of(new Jdk(home.toRealPath(), version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first number of the version. */
    public int feature() {
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
