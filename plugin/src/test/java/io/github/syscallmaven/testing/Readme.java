package io.github.syscallmaven.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README and the manual of the project. */
public final class Readme {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

    private Readme() {}

    /** README, and behind it all pages of the manual. */
    public static String text() {
        try (Stream<Path> pages = Files.list(Path.of("src", "site", "markdown"))) {
            StringBuilder text = new StringBuilder(Files.readString(Path.of("..", "README.md")));
            for (Path page : pages.sorted().toList()) {
                text.append('\n').append(Files.readString(page));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks of this language. */
    public static List<String> blocks(String language) {
        return BLOCK.matcher(text())
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
