package io.github.syscallmaven.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A {@code .mvn/maven.config}. Since Maven 3.9 each line of it is one argument, blanks included; before, blanks
 * separated arguments, too. What is added here is the same for both. Immutable.
 */
public final class MavenConfig {
    /** Below the project's root. */
    public static final String PATH = ".mvn/maven.config";

    private static final Pattern DEFINITION =
            Pattern.compile("(?:-D\\s*|--define(?:=|\\s+))(?<name>[^=\\s]+)(?:=(?<value>.*))?", Pattern.DOTALL);

    /** A blank, and what looks like a further option: one value to Maven 3.9. */
    private static final Pattern FURTHER_OPTION = Pattern.compile("\\s+-{1,2}[A-Za-z]");

    private final byte[] bytes;

    /**
     * A property that the file sets.
     *
     * @param value {@code true} when there is none, as for Maven
     * @param line its number, from 1
     */
    public record Definition(String name, String value, int line) {}

    private record Line(int number, String text) {}

    private MavenConfig(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A file of these bytes; empty for one that is missing. */
    public static MavenConfig parse(byte[] bytes) {
        return new MavenConfig(bytes.clone());
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : new String(bytes, UTF_8).split("\r?\n", -1)) {
            number++;
            // Blanks at the ends are a part of the argument.
            if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(new Line(number, line));
            }
        }
        return lines;
    }

    /** All properties that it sets, in its order, each as Maven 3.9 and later read it. */
    public List<Definition> definitions() {
        List<Definition> definitions = new ArrayList<>();
        String option = "";
        for (Line line : lines()) {
            Matcher definition = DEFINITION.matcher(option + line.text());
            option = line.text().equals("-D") || line.text().equals("--define") ? line.text() + " " : "";
            if (option.isEmpty() && definition.matches()) {
                String value = definition.group("value");
                definitions.add(
                        new Definition(definition.group("name"), value == null ? "true" : value, line.number()));
            }
        }
        return definitions;
    }

    /** The last definition of this property, which is the one that counts. */
    public Optional<Definition> definition(String property) {
        return definitions().stream()
                .filter(definition -> definition.name().equals(property))
                .reduce((earlier, later) -> later);
    }

    /** Whether a line is this very argument. */
    public boolean has(String argument) {
        return lines().stream().anyMatch(line -> line.text().equals(argument));
    }

    /**
     * Numbers of the lines that set or mention one of these properties together with another option, separated by
     * blanks: before 3.9 Maven reads several options there, and since then the rest as a part of the first one's value.
     */
    public List<Integer> ambiguous(List<String> properties) {
        return lines().stream()
                .filter(line -> properties.stream().anyMatch(line.text()::contains))
                .filter(line -> FURTHER_OPTION.matcher(line.text()).find())
                .map(Line::number)
                .toList();
    }

    /** The same file with these lines at its end. */
    public MavenConfig with(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        boolean ended = bytes.length == 0 || bytes[bytes.length - 1] == '\n';
        byte[] added = more.stream()
                .collect(Collectors.joining("\n", ended ? "" : "\n", "\n"))
                .getBytes(UTF_8);
        byte[] all = Arrays.copyOf(bytes, bytes.length + added.length);
        System.arraycopy(added, 0, all, bytes.length, added.length);
        return new MavenConfig(all);
    }

    /** The whole file; what stood there stays as it was, byte by byte. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
