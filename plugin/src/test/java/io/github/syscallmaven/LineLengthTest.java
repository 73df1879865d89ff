package io.github.syscallmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formatter wraps code, but neither comments nor literals. */
class LineLengthTest {
    private static final int MOST = 120;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What cannot be broken: a literal or a literal's part without blanks, or a template of a text block. */
    private static final Pattern WHOLE = Pattern.compile("\\s*(\\+ )?\" ?\\S+( \\S+)?\"[,;)]*|\\s+url +\\S+");

    @ParameterizedTest
    @CsvSource({"plugin/src, 10", "it/src, 10", "it/bench/src, 10", "stub-src, 10", ".ci, 2"})
    void linesKeepWithin120Columns(String folder, int least) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            sources = files.filter(Files::isRegularFile)
                    .filter(file -> folder.equals(".ci") || file.toString().matches(".*\\.(java|S|sh|c)"))
                    .toList();
        }

        assertThat(sources).hasSizeGreaterThan(least);
        for (Path source : sources) {
            assertThat(tooLong(source, Files.readAllLines(source))).isEmpty();
        }
    }

    @Test
    void proseKeepsWithin120Columns() throws IOException {
        List<Path> pages;
        try (Stream<Path> manual = Files.list(ROOT.resolve("plugin/src/site/markdown"))) {
            pages = Stream.concat(
                            manual,
                            Stream.of("README.md", "it/bench/README.md", "stub-src/README.md")
                                    .map(ROOT::resolve))
                    .toList();
        }

        assertThat(pages).hasSizeGreaterThan(10);
        for (Path page : pages) {
            // Tables, commands and addresses stay whole, and what stands between fences is as users write it.
            String prose = Files.readString(page).replaceAll("(?ms)^```.*?^```$|^(\\||    |\\[).*?$", "");
            assertThat(tooLong(page, prose.lines().toList())).isEmpty();
        }
    }

    private static List<String> tooLong(Path file, List<String> lines) {
        return lines.stream()
                .filter(line -> line.length() > MOST && !WHOLE.matcher(line).matches())
                .map(line -> ROOT.relativize(file) + ": " + line)
                .toList();
    }
}
