package io.github.syscallmaven.it.maven;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a build has left.
 *
 * @param project the folder it ran on
 * @param exitCode Maven's, 0 for success
 * @param log what it wrote to standard output and standard error, line by line
 */
public record FinishedBuild(Path project, int exitCode, List<String> log) {

    /** A file or folder of the project, whether it exists or not. */
    public Path file(String name) {
        return project.resolve(name);
    }

    /** A properties file of the project as readers see it, sorted by key. */
    public Map<String, String> properties(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sorted = new TreeMap<>();
        properties.forEach((key, value) -> sorted.put((String) key, (String) value));
        return sorted;
    }

    /** The warnings of Maven and of the JVM. */
    public List<String> warnings() {
        return log.stream()
                .filter(line -> line.startsWith("[WARNING]") || line.startsWith("WARNING:"))
                .toList();
    }

    @Override
    public String toString() {
        return String.join("\n", log);
    }
}
