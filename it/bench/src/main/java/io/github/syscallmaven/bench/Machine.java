package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What figures cannot be understood without. */
final class Machine {
    private static final long KIB_PER_GIB = 1 << 20;

    private Machine() {}

    static String describe(String mavenVersion) throws IOException {
        return LocalDate.now(Clock.systemUTC()) + ", " + value("/proc/cpuinfo", "model name") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, "
                + Long.parseLong(value("/proc/meminfo", "MemTotal").split(" ", -1)[0]) / KIB_PER_GIB + " GiB, Linux "
                + Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip() + ", JDK "
                + System.getProperty("java.vm.version") + ", Maven " + mavenVersion;
    }

    private static String value(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown " + key);
        }
    }
}
