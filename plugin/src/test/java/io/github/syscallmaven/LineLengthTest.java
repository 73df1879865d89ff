package io.github.syscallmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formatter wraps code; comments are wrapped by whoever writes them. */
class LineLengthTest {
    private static final int MOST = 120;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(strings = {"plugin/src", "it/src", "it/bench/src"})
    void commentsKeepWithin120Columns(String folder) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }

        assertThat(sources).hasSizeGreaterThan(10);
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            assertThat(IntStream.range(0, lines.size())
                            .filter(i -> lines.get(i).length() > MOST)
                            .filter(i -> lines.get(i).strip().matches("(/?\\*|//).*"))
                            .mapToObj(i -> ROOT.relativize(source) + ":" + (i + 1)))
                    .isEmpty();
        }
    }
}
