package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many system calls a contestant and its children make, in one run under strace that counts for nothing else. */
final class SystemCalls {
    private static final Path STRACE = Path.of("/usr/bin/strace");

    private SystemCalls() {}

    /** 0 where there is no strace. */
    static long count(Processes processes, Contestant contestant) throws IOException, InterruptedException {
        if (!Files.isExecutable(STRACE)) {
            return 0;
        }
        Path table = processes.work().resolve("strace.txt");
        processes.removeOutputs(contestant);
        processes.output(
                contestant, List.of(STRACE.toString(), "-f", "-c", "-U", "calls,name", "-o", table.toString()));
        processes.removeOutputs(contestant);
        return Files.readAllLines(table).stream()
                .map(String::strip)
                .filter(line -> line.endsWith(" total"))
                .mapToLong(line -> Long.parseLong(line.split(" ", -1)[0]))
                .sum();
    }
}
