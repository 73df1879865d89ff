package io.github.syscallmaven.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sources of all modules. */
public final class SourceFiles {
    private static final String JAVA = ".java";

    private SourceFiles() {}

    /** The names of all classes that have a file of their own, without their packages. */
    public static Set<String> classes() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (Path module : List.of(Path.of("src"), Path.of("..", "it", "src"))) {
            try (Stream<Path> files = Files.walk(module)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(JAVA))
                        .forEach(name -> classes.add(name.substring(0, name.length() - JAVA.length())));
            }
        }
        return classes;
    }

    /** The plugin's own sources by their paths below its top package, such as {@code io/FileIo.java}. */
    public static Map<String, String> main() throws IOException {
        Path top = Path.of("src/main/java/io/github/syscallmaven");
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(JAVA)).toList()) {
                sources.put(top.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
