package io.github.syscallmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.SourceFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What only a comment links to is in no class file, but a reader follows it all the same. */
class ImportsTest {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?io\\.github\\.syscallmaven\\.((?:[a-z]+\\.)*[a-z]+)\\.[A-Z]");

    @Test
    void importsGoTheWayOfTheTable() throws IOException {
        List<String> astray = SourceFiles.main().entrySet().stream()
                .flatMap(source -> {
                    String file = source.getKey().replace('/', '.');
                    Map.Entry<String, Set<String>> row = ArchitectureTest.MAY_USE.entrySet().stream()
                            .filter(one -> file.matches(Pattern.quote(one.getKey()) + "\\.[A-Za-z0-9-]+\\.java"))
                            .findAny()
                            .orElse(null);
                    return row == null
                            ? null
                            : IMPORT.matcher(source.getValue())
                                    .results()
                                    .map(used -> used.group(1))
                                    .filter(used -> !row.getValue().contains(used)
                                            && !row.getKey().equals(used))
                                    .map(used -> source.getKey() + " imports " + used);
                })
                .toList();

        assertThat(astray).isEmpty();
    }
}
