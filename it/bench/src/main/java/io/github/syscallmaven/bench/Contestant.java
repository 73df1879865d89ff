package io.github.syscallmaven.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One command that takes part in a race.
 *
 * @param clock finds the time inside the process, without its start, in what it has printed
 * @param outputs what to remove before each run, so that every run has the same work
 */
record Contestant(
        String name,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        InnerClock clock,
        List<Path> outputs) {
    Contestant(String name, Path directory, Path output, String... command) {
        this(name, List.of(command), directory, Map.of(), InnerClock.LINE, List.of(output));
    }
}
