package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("stress")
class LongLivedJvmTest {
    private static final int BUILDS = 50;

    @TempDir
    Path folder;

    @Test
    void buildsThatLoadThePluginAnewLeaveNothingOfIt() throws Exception {
        Run run = Run.of(Run.java(
                        // Threads of the JVM itself that come and go would be counted.
                        List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads"),
                        ManyRealms.class,
                        folder.toString(),
                        Integer.toString(BUILDS)))
                .successful();

        assertThat(run.lines())
                .filteredOn(line -> line.startsWith("after"))
                .singleElement()
                .asString()
                .startsWith("after: 0 realms, 0 threads of JNA, ");
        assertThat(figure(run, "after", "threads")).isLessThanOrEqualTo(figure(run, "before", "threads"));
        // The libffi in each copy of JNA's library keeps a page of it, and its file open.
        assertThat(figure(run, "after", "libraries")).isLessThanOrEqualTo(figure(run, "before", "libraries") + BUILDS);
        assertThat(figure(run, "after", "descriptors"))
                .isLessThanOrEqualTo(figure(run, "before", "descriptors") + BUILDS);
    }

    @Test
    void twoHundredBuildsByTheSameClassesNeedNoMoreThanTheFirst() throws Exception {
        Run run = Run.of(Run.java(
                        // What the second compiler learns of methods would be in the metaspace as well.
                        List.of(
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UseDynamicNumberOfCompilerThreads"),
                        ManyExecutions.class,
                        folder.toString(),
                        "50",
                        "200"))
                .successful();

        for (String what : List.of("threads", "descriptors")) {
            assertThat(figure(run, "after", what)).as(what).isLessThanOrEqualTo(figure(run, "before", what));
        }
        // The JDK makes classes of its own now and then, for what it has run often.
        assertThat(figure(run, "after", "classes")).isLessThanOrEqualTo(figure(run, "before", "classes") + 20);
        assertThat(figure(run, "after", "KiB")).isLessThanOrEqualTo(figure(run, "before", "KiB") * 21 / 20);
    }

    private static int figure(Run run, String when, String what) {
        String line = run.lines()
                .filter(printed -> printed.startsWith(when + ":"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.replaceFirst(".* (\\d+) " + what + "\\b.*", "$1"));
    }
}
