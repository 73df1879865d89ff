package io.github.syscallmaven.bench;

import java.nio.file.Path;
import java.util.Set;

/**
 * What it/bench/pom.xml hands over.
 *
 * @param choice {@code quick}, {@code full}, or names of scenarios
 * @param runs of each contestant that count
 * @param work a folder for inputs and outputs, removed in the end
 */
record Settings(Set<String> choice, int runs, Path work, Maven maven) {
    static Settings ofSystem() {
        Path work = Path.of("bench-work").toAbsolutePath();
        return new Settings(
                Set.of(property("bench").split(",", -1)),
                Integer.parseInt(property("bench.runs")),
                work,
                new Maven(
                        Path.of(property("bench.maven")),
                        Path.of(property("bench.repository")),
                        Path.of(property("bench.outerRepository")).toUri().toString(),
                        Path.of(property("bench.settings")).normalize(),
                        work.resolve("home")));
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The system property '" + name + "' is missing; see it/bench/pom.xml");
        }
        return value;
    }

    /** Small inputs and two runs: whether everything works, not how fast. */
    boolean quick() {
        return choice.contains("quick");
    }

    boolean wants(String scenario) {
        return quick() || choice.contains("full") || choice.contains(scenario);
    }

    int countedRuns() {
        return quick() ? Math.min(2, runs) : runs;
    }

    int scaled(int number) {
        return quick() ? number / 10 : number;
    }
}
