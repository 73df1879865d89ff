package io.github.syscallmaven.syscall.trace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link TracedProgram} under strace, and compares what the two have seen. */
class TraceUnderStraceTest {
    private static final int THREADS = 3;

    /** What strace shows of the bytes that a call has read, and what the trace does. */
    private static final String QUOTED = "(\"([^\"\\\\]|\\\\.)*\"(\\.{3})?|/\\* \\d+ bytes \\*/)";

    /** By which the trace reads the arguments. */
    private static final String OWN_CALL = "process_vm_readv(";

    @TempDir
    Path folder;

    private Path output;

    @BeforeEach
    void requireStrace() throws Exception {
        output = folder.resolve("output");
        assumeTrue("true".equals(System.getenv("CI")) || canTrace(), "strace is not installed, or may not trace here");
    }

    private boolean canTrace() throws InterruptedException {
        try {
            return run("strace", "-o", "/dev/null", "true") == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }

    @Test
    void traceAndStraceShowTheSame() throws Exception {
        Path trace = folder.resolve("trace");
        int status = run(
                "strace",
                "-ff",
                "-o",
                folder.resolve("strace").toString(),
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                TracedProgram.class.getName(),
                Files.createDirectory(folder.resolve("files")).toString(),
                trace.toString());
        assertThat(status).as(Files.readString(output)).isZero();

        Map<String, List<String>> traced = traced(trace);
        assertThat(traced).hasSize(THREADS);
        for (Map.Entry<String, List<String>> thread : traced.entrySet()) {
            List<String> straced = straced(thread.getKey());
            // The JVM makes calls of its own in these threads.
            assertThat(straced).containsSubsequence(thread.getValue());
            assertThat(ofTheFolder(straced)).isEqualTo(ofTheFolder(thread.getValue()));
        }
    }

    private static Map<String, List<String>> traced(Path trace) throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.skip(1)
                    .collect(groupingBy(
                            line -> line.substring(0, line.indexOf(' ')),
                            mapping(TraceUnderStraceTest::call, toList())));
        }
    }

    private static String call(String line) {
        return comparable(line.substring(20, line.lastIndexOf(" <")));
    }

    private List<String> straced(String thread) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("strace." + thread))) {
            return lines.filter(line -> !line.startsWith(OWN_CALL))
                    .map(TraceUnderStraceTest::comparable)
                    .toList();
        }
    }

    /**
     * Without the padding; without the fields that a newer kernel gives and a newer strace has names for; and without
     * what was read, which the trace does not show.
     */
    private static String comparable(String call) {
        return call.replaceFirst("\\) += ", ") = ")
                .replaceFirst("stx_mask=[^,]*", "stx_mask")
                .replaceFirst("^(p?read(64)?\\(-?\\d+), " + QUOTED + ",", "$1, content,")
                .replaceFirst("^(f[gs]etxattr\\(-?\\d+, \"[^\"]*\"), (" + QUOTED + "|0x\\w+|NULL),", "$1, content,");
    }

    private static List<String> ofTheFolder(List<String> calls) {
        return calls.stream()
                .filter(call -> call.matches(".*(/files|\"one|\"two).*"))
                .toList();
    }
}
