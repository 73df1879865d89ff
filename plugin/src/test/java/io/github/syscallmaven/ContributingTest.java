package io.github.syscallmaven;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page for contributors has the packages of {@link ArchitectureTest}, and names no class or file that is missing.
 */
class ContributingTest {
    private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| [^|]* \\| ([^|]*) ?\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z0-9]+){2,}|[A-Z]\\d+"
            + "|Arch|Call|Prerequisite|Printable|Algorithms|Syscalls|Seed|Setting|Root");
    private static final Pattern FILE = Pattern.compile("(plugin|it|stub-src|\\.ci)/[\\w./-]+");
    private static final Set<String> OF_MAVEN = Set.of("MojoFailureException", "MojoExecutionException");
    private static final Path TOP = Path.of("..");

    private final String page = Files.readString(Path.of("src/site/markdown/contributing.md"));

    ContributingTest() throws IOException {}

    @Test
    void everyPackageHasItsRow() {
        Map<String, Set<String>> rows = new TreeMap<>();
        PACKAGE_ROW.matcher(page).results().forEach(row -> rows.put(row.group(1), codes(row.group(2))));

        // Has rules of its own.
        rows.remove("mojo");

        assertThat(rows).isEqualTo(ArchitectureTest.MAY_USE);
    }

    @Test
    void everyClassIsThere() throws IOException {
        Set<String> named = codes(page);
        named.removeIf(code -> !CLASS.matcher(code).matches() || OF_MAVEN.contains(code));

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(SourceFiles.classes()).containsAll(named);
    }

    @Test
    void everyFileIsThere() {
        Set<String> named = codes(page);
        named.removeIf(code -> !FILE.matcher(code).matches());

        assertThat(named)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(TOP.resolve(name)).exists());
    }

    private static Set<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).collect(toCollection(TreeSet::new));
    }
}
