package io.github.syscallmaven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** README and all pages of the manual: what a reader can copy out of them. */
final class Manual {
    /** The language of a passage that stands in the text. */
    static final String INLINE = "inline";
    /** The language of indented lines, which are commands. */
    static final String INDENTED = "indented";

    private static final Path README = Path.of("..", "README.md");
    private static final Path PAGES = Path.of("..", "plugin", "src", "site", "markdown");
    private static final String FENCE = "```";
    private static final String INDENT = "    ";
    private static final Pattern INLINE_COMMAND = Pattern.compile("`(mvn\\s[^`]+)`");

    private Manual() {}

    /**
     * What a reader can copy: a fenced block, indented lines, or a command of Maven in the text.
     *
     * @param language of a fenced block, possibly empty; {@link #INDENTED}; {@link #INLINE}
     */
    record Passage(String page, String language, String text) {}

    static List<Passage> passages() {
        return pages().stream().flatMap(page -> passages(page).stream()).toList();
    }

    /** All pages, README first. */
    static String text() {
        return pages().stream().flatMap(page -> lines(page).stream()).collect(Collectors.joining("\n"));
    }

    private static List<Path> pages() {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return Stream.concat(Stream.of(README), pages.sorted()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Passage> passages(Path file) {
        String page = file.getFileName().toString();
        List<Passage> passages = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                List<String> block = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(inside -> !inside.equals(FENCE))
                        .toList();
                passages.add(new Passage(page, line.substring(FENCE.length()), String.join("\n", block)));
                i += block.size() + 1;
            } else if (line.startsWith(INDENT) && lines.get(i - 1).isEmpty()) {
                List<String> block = lines.subList(i, lines.size()).stream()
                        .takeWhile(inside -> inside.startsWith(INDENT))
                        .toList();
                passages.add(
                        new Passage(page, INDENTED, String.join("\n", block).stripIndent()));
                i += block.size() - 1;
            } else {
                prose.append(line).append('\n');
            }
        }
        INLINE_COMMAND
                .matcher(prose)
                .results()
                .map(command -> command.group(1).replaceAll("\\s+", " "))
                .distinct()
                .forEach(command -> passages.add(new Passage(page, INLINE, command)));
        return passages;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
