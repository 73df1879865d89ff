package io.github.syscallmaven.syscall.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("stress")
class TraceStressTest {
    private static final int THREADS = 4;
    private static final int CALLS = 250_000;

    @TempDir
    Path folder;

    @Test
    void aMillionCallsFitIntoASmallHeap() throws Exception {
        Path trace = folder.resolve("trace");
        Path output = folder.resolve("output");
        int status = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx16m",
                        "-XX:MaxDirectMemorySize=1m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyTracedCalls.class.getName(),
                        trace.toString(),
                        Integer.toString(THREADS),
                        Integer.toString(CALLS))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        assertThat(status).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("  1000000   1000000 openat");
        try (Stream<String> lines = Files.lines(trace)) {
            assertThat(lines.skip(1).filter(TraceStressTest::isWhole).count()).isEqualTo(1_000_000);
        }
    }

    private static boolean isWhole(String line) {
        return line.matches("\\d+ +\\d+\\.\\d{6} openat\\(AT_FDCWD, \"/nope\", O_RDONLY\\|O_CLOEXEC\\)"
                + " = -1 ENOENT \\(No such file or directory\\) <\\d\\.\\d{6}>");
    }
}
