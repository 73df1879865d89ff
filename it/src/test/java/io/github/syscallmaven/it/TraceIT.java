package io.github.syscallmaven.it;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** The goals' own trace beside that of strace. */
final class TraceIT {
    private static final int CALL_COLUMN = 20;

    /** What strace shows of the bytes that a call has read, and what the trace does. */
    private static final String QUOTED = "(\"([^\"\\\\]|\\\\.)*\"(\\.{3})?|/\\* \\d+ bytes \\*/)";

    @MavenTest
    void traceAndStraceShowTheSameCallsOfAllGoals(MavenBuild mavenBuild) {
        Requires.tool("strace");
        mavenBuild
                .project("all-goals-traced")
                .prepare(project -> mavenBuild.systemProperty(
                        "syscall.traceFile", project.resolveSibling("trace").toString()))
                .under("strace", "-ff", "-i", "--seccomp-bpf", "-e", "trace=!futex", "-o", "strace")
                .goals("syscall:write-info", "syscall:write-checksums", "syscall:read-checksums")
                .execute(build -> {
                    Map<String, List<String>> traced = traced(build.file("../trace"));
                    assertThat(traced.values().stream().flatMap(List::stream))
                            .anyMatch(call -> call.contains("\"two.txt\""))
                            .anyMatch(call -> call.startsWith("rename") && call.contains("build-info.properties"))
                            .anyMatch(call -> call.startsWith("rename") && call.contains("checksums.sha256"));
                    StracedThreads straced = new StracedThreads(build.project());
                    for (Map.Entry<String, List<String>> thread : traced.entrySet()) {
                        List<String> seen = straced.callsOfStub(thread.getKey()).stream()
                                .map(TraceIT::comparable)
                                .toList();
                        assertThat(seen).containsSubsequence(thread.getValue());
                        assertThat(withPath(seen)).isEqualTo(withPath(thread.getValue()));
                    }
                    assertThat(build.log())
                            .filteredOn(line -> line.contains("System calls of "))
                            .as("a table for each goal")
                            .hasSize(3)
                            .allMatch(line -> line.matches("\\[INFO\\] System calls of \\S+ \\(.+\\) @ \\S+:"));
                });
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void theManualShowsTheCallsOfAReplacedFile(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .prepare(project -> Files.writeString(
                        Files.createDirectories(project.resolve("target/classes/META-INF"))
                                .resolve("build-info.properties"),
                        "old\n"))
                .systemProperty("project.build.outputTimestamp", "2024-01-01T00:00:00Z")
                .systemProperty("syscall.durability", "full")
                .systemProperty("syscall.traceFile", "target/trace.txt")
                .goals("syscall:write-info")
                .execute(build -> assertThat(
                                traced(build.file("target/trace.txt")).values())
                        .anySatisfy(calls -> assertThat(calls.stream().map(TraceIT::nameAndFile))
                                .containsSubsequence(Snippet.TRACE.lines().stream()
                                        .map(TraceIT::nameAndFile)
                                        .toList())));
    }

    /** The call, and the file if it is not a temporary file or the way of a machine. */
    private static String nameAndFile(String call) {
        return call.substring(0, call.indexOf('('))
                + (call.contains("\"build-info.properties\"") ? " build-info.properties" : "");
    }

    /** The calls of the trace by thread. */
    private static Map<String, List<String>> traced(Path trace) throws IOException {
        try (Stream<String> lines = Files.lines(trace)) {
            return lines.filter(line -> !line.startsWith("---"))
                    .collect(groupingBy(
                            line -> line.substring(0, line.indexOf(' ')),
                            mapping(
                                    line -> comparable(line.substring(CALL_COLUMN, line.lastIndexOf(" <"))),
                                    toList())));
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

    /**
     * The calls with a path, except for the opening of the trace itself: of the way to its folder, of the folder, and
     * of the file, with a look at what stands there before it or at what was opened after it.
     */
    private static List<String> withPath(List<String> calls) {
        Deque<String> kept = new ArrayDeque<>();
        boolean opened = false;
        for (String call : calls) {
            if (call.matches("openat\\(\\d+, \"trace\".*")) {
                if (kept.getLast().contains("\"trace\"")) {
                    kept.removeLast();
                }
                kept.removeLast();
                kept.removeLast();
                opened = true;
            } else if (call.matches("(open|stat|newfstat|mkdir|link|unlink|rename).*")) {
                if (!opened || !call.matches("statx\\(\\d+, \"\",.*")) {
                    kept.add(call);
                }
                opened = false;
            }
        }
        return List.copyOf(kept);
    }
}
