package io.github.syscallmaven;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every incident of the manual has a report, and a link to each test that answers it, where there is one. */
class IncidentsTest {
    private static final Pattern REPORT =
            Pattern.compile("\\[[\\w-]*#(\\d+)]\\(https://github\\.com/[^/]+/[^/]+/issues/\\1\\)");
    private static final Pattern NAMED = Pattern.compile("\\[`(\\w+)`](?!:)");
    private static final Pattern LINK = Pattern.compile("(?m)^\\[`(\\w+)`]: (\\S+)/blob/main/(\\S+)$");
    private static final Path TOP = Path.of("..");

    private final String page = Files.readString(Path.of("src/site/markdown/incidents.md"));

    IncidentsTest() throws IOException {}

    @Test
    void fifteenIncidentsHaveReportsAndTests() {
        List<String[]> rows = page.lines()
                .filter(line -> line.startsWith("| ["))
                .map(line -> line.split(" \\| ", -1))
                .toList();

        assertThat(rows).hasSize(15).allSatisfy(row -> {
            assertThat(row).hasSize(4);
            assertThat(row[0].replaceFirst("^\\| ", "").split(", ", -1)).allMatch(REPORT.asMatchPredicate());
            assertThat(row[3].replaceFirst(" \\|$", "").split(", ", -1)).allMatch(NAMED.asMatchPredicate());
        });
    }

    @Test
    void everyTestThatIsNamedIsLinkedToItsSource() throws IOException {
        Map<String, MatchResult> links = new TreeMap<>();
        LINK.matcher(page).results().forEach(link -> links.put(link.group(1), link));

        Set<String> named =
                NAMED.matcher(page).results().map(name -> name.group(1)).collect(toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(10).isEqualTo(links.keySet());
        assertThat(Files.readString(TOP.resolve("pom.xml")))
                .contains(links.values().stream()
                        .map(link -> "<url>" + link.group(2) + "</url>")
                        .distinct()
                        .toList());
        for (MatchResult link : links.values()) {
            Path source = TOP.resolve(link.group(3));
            assertThat(source).hasFileName(link.group(1) + ".java");
            assertThat(Files.readString(source)).containsPattern("@(Test|ParameterizedTest|MavenTest|TestFactory)\\b");
        }
    }
}
