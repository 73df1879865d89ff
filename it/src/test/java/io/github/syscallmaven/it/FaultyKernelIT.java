package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Whole builds whose system calls fail: strace answers in the kernel's place. */
final class FaultyKernelIT {
    private static final String FOLDER = "target/classes/META-INF";
    private static final String INFO = FOLDER + "/build-info.properties";
    private static final String OLD = "build.version=0.9\n";

    /** The calls of a write, from the opening of its folder to the end. */
    private static final List<String> OF_A_WRITE = List.of("openat2", "write", "fsync", "close", "renameat2");

    @MavenTest(everyPair = false)
    void aFullDiskIsToldAndLeavesTheOldFile(MavenBuild mavenBuild) throws IOException {
        failEachCall(mavenBuild, "ENOSPC", List.of("write"));
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void aFullDiskIsToldAtEachOtherCallToo(MavenBuild mavenBuild) throws IOException {
        failEachCall(mavenBuild, "ENOSPC", List.of("openat2", "fsync", "close", "renameat2"));
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void aFailingDiskIsToldAndLeavesTheOldFile(MavenBuild mavenBuild) throws IOException {
        failEachCall(mavenBuild, "EIO", OF_A_WRITE);
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void anExhaustedQuotaIsToldAndLeavesTheOldFile(MavenBuild mavenBuild) throws IOException {
        failEachCall(mavenBuild, "EDQUOT", OF_A_WRITE);
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void missingPermissionIsToldAndLeavesTheOldFile(MavenBuild mavenBuild) throws IOException {
        failEachCall(mavenBuild, "EACCES", OF_A_WRITE);
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void aReadOnlyFileSystemIsToldAndLeavesTheOldFile(MavenBuild mavenBuild) throws IOException {
        failEachCall(mavenBuild, "EROFS", List.of("openat2", "write", "close", "renameat2"));
    }

    /** fsync(2) gives EROFS for what cannot be synced at all, which is no failure of the file. */
    @Tag("stress")
    @MavenTest(everyPair = false)
    void aFileSystemThatCannotSyncIsWarnedOf(MavenBuild mavenBuild) throws IOException {
        FinishedBuild build = new Faults(mavenBuild).first("fsync", "EROFS");
        assertThatTheNewFileIsThere(build);
        assertThat(build.warnings()).anyMatch(line -> line.contains(INFO) && line.contains("power failure"));
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void anInterruptedCallIsMadeAgain(MavenBuild mavenBuild) throws IOException {
        Faults faults = new Faults(mavenBuild);
        for (String call : OF_A_WRITE) {
            assertThatTheNewFileIsThere(faults.first(call, "EINTR"));
        }
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void callsThatTheKernelDoesNotHaveAreDoneWithout(MavenBuild mavenBuild) throws IOException {
        doWithout(mavenBuild, "ENOSYS");
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void callsThatASandboxRefusesAreDoneWithout(MavenBuild mavenBuild) throws IOException {
        doWithout(mavenBuild, "EPERM");
    }

    private static void doWithout(MavenBuild mavenBuild, String errno) throws IOException {
        Faults faults = new Faults(mavenBuild);
        for (String call : List.of("openat2", "statx", "renameat2", "getrandom")) {
            assertThatTheNewFileIsThere(faults.without(call, errno));
        }
    }

    private static void failEachCall(MavenBuild mavenBuild, String errno, List<String> calls) throws IOException {
        Faults faults = new Faults(mavenBuild);
        for (String call : calls) {
            FinishedBuild build = faults.first(call, errno);
            assertThat(build.exitCode()).as("%s: %s%n%s", call, errno, build).isNotZero();
            assertThat(build.file(INFO)).hasContent(OLD);
            assertThatNothingElseIsThere(build);
            assertThat(build.log())
                    .anyMatch(line -> line.startsWith("[ERROR]")
                            && line.contains(call + ": " + errno)
                            && line.contains("META-INF"));
        }
    }

    private static void assertThatTheNewFileIsThere(FinishedBuild build) throws IOException {
        assertThat(build.exitCode()).as("%s", build).isZero();
        assertThat(build.properties(INFO)).containsEntry("build.version", "1.2.3");
        assertThatNothingElseIsThere(build);
    }

    private static void assertThatNothingElseIsThere(FinishedBuild build) throws IOException {
        try (Stream<Path> files = Files.list(build.file(FOLDER))) {
            assertThat(files).containsExactly(build.file(INFO));
        }
    }

    /** Builds that find an old file, and of whose system calls some fail. */
    private static final class Faults {
        private static final String TEMPORARY = ".syscall-0123456789abcdef";
        private static final String RENAMED =
                ":poke_enter=@arg2=" + HexFormat.of().formatHex(TEMPORARY.getBytes(StandardCharsets.US_ASCII));

        private final MavenBuild build;

        Faults(MavenBuild build) {
            Requires.tool("strace");
            this.build = build.project("write-info-defaults")
                    .systemProperty("syscall.durability", "full")
                    .goals("syscall:write-info");
        }

        /**
         * A build in which the kernel or a sandbox refuses this call, except for statx and renameat2 only where the
         * file is.
         */
        FinishedBuild without(String call, String errno) {
            return call.equals("renameat2") || call.equals("statx")
                    ? withFault(call, errno, "")
                    : run(call, errno, List.of("-e", "trace=" + call, "-e", "inject=" + call + ":error=" + errno));
        }

        /** A build in which the first call of that name that has to do with the file fails. */
        FinishedBuild first(String call, String errno) {
            return withFault(call, errno, ":when=1");
        }

        /**
         * strace selects calls by path, and a temporary file has a random one: so it puts another name into the memory
         * of the JVM whenever a call gets the temporary file's. The first file that is opened in the folder is the old
         * one.
         */
        private FinishedBuild withFault(String call, String errno, String occurrence) {
            Path folder = build.project().resolve(FOLDER);
            List<String> options = new ArrayList<>();
            for (Object path : List.of(folder, folder.resolve(TEMPORARY), "classes/META-INF")) {
                options.addAll(List.of("-P", path.toString()));
            }
            options.addAll(List.of("-e", "trace=openat,renameat2,renameat,unlinkat," + call));
            options.addAll(List.of("-e", "inject=openat" + RENAMED + ":when=2"));
            options.addAll(List.of("-e", "inject=renameat,unlinkat" + RENAMED));
            options.addAll(List.of("-e", "inject=renameat2" + RENAMED));
            options.addAll(List.of(
                    "-e",
                    "inject=" + call + ":error=" + errno + occurrence + (call.equals("renameat2") ? RENAMED : "")));
            return run(call, errno, options);
        }

        private FinishedBuild run(String call, String errno, List<String> options) {
            List<String> strace =
                    new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-o", "trace.txt", "-e", "signal=none"));
            strace.addAll(options);
            FinishedBuild faulty = build.prepare(project -> {
                        Files.createDirectories(project.resolve(FOLDER));
                        Files.writeString(project.resolve(INFO), OLD);
                    })
                    .under(strace.toArray(String[]::new))
                    .run();
            // A build that met no fault is none that withstood it.
            assertThat(faulty.file("trace.txt"))
                    .content()
                    .containsPattern("(?m)^.*" + call + "\\(.* = -1 " + errno + " .*\\(INJECTED.*$");
            return faulty;
        }
    }
}
