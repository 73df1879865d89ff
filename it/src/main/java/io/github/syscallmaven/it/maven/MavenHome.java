package io.github.syscallmaven.it.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Maven that the build has unpacked into {@code target/mavens}. */
record MavenHome(Path path) {

    private static final Path MAVENS = Path.of("target", "mavens").toAbsolutePath();
    private static final Path MORE = Path.of("target", "more-mavens").toAbsolutePath();
    private static final String PREFIX = "apache-maven-";

    static List<MavenHome> all() {
        return in(MAVENS);
    }

    /** Those that only the profile {@code stress} unpacks; none without it. */
    static List<MavenHome> more() {
        return Files.isDirectory(MORE) ? in(MORE) : List.of();
    }

    private static List<MavenHome> in(Path folder) {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.map(MavenHome::new)
                    .sorted(Comparator.comparing(MavenHome::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No Maven in '" + folder + "'; 'mvn pre-integration-test' puts them there", e);
        }
    }

    String version() {
        return path.getFileName().toString().substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return "Maven " + version();
    }
}
