package io.github.syscallmaven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** README and all pages of the manual. */
final class Manual {
    private static final Path PAGES = Path.of("..", "plugin", "src", "site", "markdown");

    private Manual() {}

    /** README first. */
    static String text() {
        try (Stream<Path> pages = Files.list(PAGES)) {
            List<Path> all = Stream.concat(Stream.of(Path.of("..", "README.md")), pages.sorted())
                    .toList();
            StringBuilder text = new StringBuilder();
            for (Path page : all) {
                text.append(Files.readString(page)).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
