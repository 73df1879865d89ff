package io.github.syscallmaven.it;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.Manual.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing stands in README or manual for readers to copy that no test has tried. */
final class ManualIT {
    private static final Path PROJECT = Path.of("..");
    private static final Path PLUGIN_TESTS = PROJECT.resolve("plugin/src/test/java/io/github/syscallmaven");

    /** What the plugin's own tests read: each takes all blocks of a language, and looks for its own. */
    private static final Map<Snippet, String> READ_BY_UNIT_TESTS = Map.of(
            Snippet.CSV, "checksum/list/write/ListWriterTest.java",
            Snippet.JSON, "checksum/list/write/ListWriterTest.java",
            Snippet.REPORT, "checksum/verify/report/ReportsTest.java",
            Snippet.INFO, "info/collect/InfoKeysTest.java");

    /** What {@code .ci/run} adds to a command without changing what it does for a reader. */
    private static final Pattern ADDED_BY_CI =
            Pattern.compile("mvn|-B|-q|-DskipTests|-Darm64\\.jvm=.*|TZ=.*|\"\\$\\{enforcing.*");

    /** What {@code .ci/run} runs. */
    private static final Set<Snippet> BY_CI = EnumSet.of(
            Snippet.FIRST_COMMAND,
            Snippet.ALL_TESTS,
            Snippet.INSTALLED,
            Snippet.INSTALL,
            Snippet.SITE,
            Snippet.RELEASE,
            Snippet.STRESS,
            Snippet.STRESS_OF_README);

    /** What takes too long, changes the sources, or needs a key: profiles, modules and tests in it have to be there. */
    private static final Set<Snippet> BY_PEOPLE = EnumSet.of(
            Snippet.BENCHMARKS,
            Snippet.VALIDATE,
            Snippet.RELEASE_DEPLOYED,
            Snippet.ONE_TEST,
            Snippet.ONE_INTEGRATION_TEST,
            Snippet.FORMAT);

    @Test
    void everyPassageHasOneName() {
        List<Passage> passages = Manual.passages();

        assertThat(passages)
                .hasSizeGreaterThan(50)
                .allSatisfy(passage -> assertThat(Stream.of(Snippet.values()).filter(snippet -> snippet.is(passage)))
                        .as("names of what stands in %s", passage.page())
                        .hasSize(1));
    }

    @Test
    void everyNameHasATestThatReadsItOutOfTheManual() throws IOException {
        Set<Snippet> read = EnumSet.noneOf(Snippet.class);
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(file -> file.toString().endsWith("IT.java"))
                    .filter(file -> !file.endsWith("ManualIT.java"))
                    .toList()) {
                read.addAll(namedIn(Files.readString(file)));
            }
        }
        for (Map.Entry<Snippet, String> unitTest : READ_BY_UNIT_TESTS.entrySet()) {
            assertThat(Files.readString(PLUGIN_TESTS.resolve(unitTest.getValue())))
                    .contains("Readme.blocks(");
            read.add(unitTest.getKey());
        }

        Set<Snippet> others = EnumSet.complementOf(EnumSet.copyOf(read));
        assertThat(others).containsExactlyInAnyOrderElementsOf(ofTheProjectsOwnBuild());
    }

    private static Set<Snippet> namedIn(String source) {
        return Pattern.compile("\\bSnippet\\.([A-Z_]+)\\b")
                .matcher(source)
                .results()
                .map(name -> Snippet.valueOf(name.group(1)))
                .collect(toCollection(() -> EnumSet.noneOf(Snippet.class)));
    }

    private static Set<Snippet> ofTheProjectsOwnBuild() {
        Set<Snippet> all = EnumSet.copyOf(BY_CI);
        all.addAll(BY_PEOPLE);
        return all;
    }

    @Test
    void ciRunsTheCommandsOfTheProjectsOwnBuild() throws IOException {
        List<Set<String>> run = Files.readAllLines(PROJECT.resolve(".ci/run")).stream()
                .map(line -> words(line, word -> !ADDED_BY_CI.matcher(word).matches()))
                .toList();

        for (Snippet snippet : BY_CI) {
            List<String> lines = snippet.lines();
            String command = lines.get(lines.size() - 1);
            assertThat(run)
                    .as(command)
                    .contains(words(command, word -> !ADDED_BY_CI.matcher(word).matches()));
        }
    }

    private static Set<String> words(String line, Predicate<String> which) {
        return Arrays.stream(line.strip().split(" +")).filter(which).collect(toCollection(TreeSet::new));
    }

    @Test
    void whatPeopleRunNamesProfilesModulesAndTestsThatThereAre() throws IOException {
        List<String> tests = new ArrayList<>();
        for (Path folder : List.of(PLUGIN_TESTS, Path.of("src/test"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(file -> file.getFileName().toString()).forEach(tests::add);
            }
        }
        String poms = Files.readString(PROJECT.resolve("pom.xml")) + Files.readString(PROJECT.resolve("it/pom.xml"));
        for (Snippet snippet : BY_PEOPLE) {
            String command = snippet.text();
            for (String profile : found(command, "-P(\\w+)")) {
                assertThat(poms).contains("<id>" + profile + "</id>");
            }
            for (String module : found(command, "-pl (\\S+)")) {
                assertThat(PROJECT.resolve(module).resolve("pom.xml")).exists();
            }
            for (String test : found(command, "-D(?:it\\.)?test=([A-Z]\\w+)")) {
                assertThat(tests).contains(test + ".java");
            }
        }
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
