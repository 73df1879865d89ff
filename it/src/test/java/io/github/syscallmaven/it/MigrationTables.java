package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowingConsumer;

/**
 * The tables of the manual that say what users of another plugin do here.
 *
 * @param tables by the other plugin's name, its rows, each as what there is there and what to do here
 */
record MigrationTables(Map<String, Map<String, String>> tables) {
    private static final Path MANUAL = Path.of("..", "plugin", "src", "site", "markdown", "migration.md");

    /**
     * What has been proved of a row.
     *
     * @param theirs its first cell
     * @param module the folder of the project that does what the second cell says
     */
    record Row(String theirs, String module, ThrowingConsumer<FinishedBuild> check) {
        /** Checks all of them, each in its module of the reactor, and fails with all that does not hold. */
        static void check(FinishedBuild build, List<Row> rows) {
            SoftAssertions all = new SoftAssertions();
            for (Row row : rows) {
                FinishedBuild module = new FinishedBuild(build.file(row.module), build.exitCode(), build.log());
                try {
                    row.check.accept(module);
                } catch (AssertionError | RuntimeException e) {
                    all.fail(row.theirs + ", in " + row.module + ": " + e.getMessage(), e);
                }
            }
            all.assertAll();
        }
    }

    static MigrationTables read() throws IOException {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        Map<String, String> table = null;
        for (String line : Files.readAllLines(MANUAL)) {
            String[] cells = line.split(" *\\| *", -1);
            if (cells.length != 4) {
                table = null;
            } else if (cells[2].equals("here")) {
                table = new LinkedHashMap<>();
                tables.put(cells[1], table);
            } else if (table != null && !cells[1].startsWith("---")) {
                table.put(cells[1], cells[2]);
            }
        }
        return new MigrationTables(tables);
    }

    /** Requires that these are the rows of that plugin's table that promise something. */
    void requireRows(String plugin, List<Row> rows) {
        Map<String, String> table = tables.getOrDefault(plugin, Map.of());
        List<String> promised = new ArrayList<>(table.keySet());
        promised.removeIf(theirs -> String.valueOf(table.get(theirs)).matches("no(\\W.*)?"));
        assertThat(rows.stream().map(Row::theirs).distinct()).as(plugin).containsExactlyInAnyOrderElementsOf(promised);
    }
}
