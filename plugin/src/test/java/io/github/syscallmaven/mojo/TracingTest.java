package io.github.syscallmaven.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.trace.Trace;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.SeparateClasses;
import io.github.syscallmaven.testing.json.StrictJson;
import io.github.syscallmaven.testing.kernel.TestKernel;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
    @TempDir
    Path folder;

    private MavenSession session;
    private Path file;

    @BeforeEach
    void projectInAFolder() throws IOException {
        session = TestProject.session(folder, true);
        session.setCurrentProject(new TestProject(folder, "jar").project);
        file = folder.resolve("trace.txt");
    }

    private void traceGetpid(String goal) throws Exception {
        traceGetpid(session, file, goal, "strace");
    }

    private static void traceGetpid(MavenSession session, Path file, String goal, String format) throws Exception {
        Tracing tracing = new Tracing(session, TestProject.execution(goal, "default-cli"), file.toFile(), format);
        try (Trace trace = Objects.requireNonNull(tracing.begin(TestKernel.ARCH, TestKernel.GATE))) {
            trace.gate().syscall(TestKernel.ARCH.number(Call.GETPID), 0, 0, 0);
        }
    }

    /** The lines without process, thread and times. */
    private List<String> lines() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("^\\d+ +\\d+\\.\\d+ (.*?) +=.*", "$1")
                            .replaceFirst(", process .*", ""))
                    .toList();
        }
    }

    @Test
    void firstGoalOfABuildBeginsTheFileAndLaterOnesGoOnInIt() throws Exception {
        Files.writeString(file, "of an earlier build\n");

        traceGetpid("write-info");
        traceGetpid("write-checksums");

        assertThat(lines())
                .containsExactly(
                        "--- write-info (default-cli) @ app",
                        "getpid()",
                        "--- write-checksums (default-cli) @ app",
                        "getpid()");
    }

    @Test
    void goalWithoutAProjectHasNoModule() throws Exception {
        session = TestProject.session(folder, false);

        traceGetpid("verify-host");

        assertThat(lines()).first().isEqualTo("--- verify-host (default-cli)");
    }

    @Test
    void secondLoadOfThePluginGoesOnInTheFileOfTheFirst() throws Exception {
        try (SeparateClasses plugin = SeparateClasses.sharing("org.apache.maven.", "org.eclipse.", "org.codehaus.")) {
            Method again = plugin.load(TracingTest.class)
                    .getDeclaredMethod("traceGetpid", MavenSession.class, Path.class, String.class, String.class);
            again.setAccessible(true);

            traceGetpid("write-info");
            again.invoke(null, session, file, "write-checksums", "strace");
            traceGetpid("read-checksums");
        }

        assertThat(lines()).filteredOn(line -> line.startsWith("---")).hasSize(3);
    }

    @Test
    void goalsGoOnInOneArrayOfEvents() throws Exception {
        traceGetpid(session, file, "write-info", "chrome");
        traceGetpid(session, file, "write-checksums", "chrome");

        String text = Files.readString(file);
        Object events = StrictJson.parse((text.substring(0, text.length() - 2) + "]").getBytes(UTF_8));
        assertThat(text).startsWith("[\n{").endsWith("},\n");
        assertThat(events)
                .asInstanceOf(list(Map.class))
                .filteredOn(event -> "X".equals(event.get("ph")))
                .extracting(event -> event.get("name"))
                .containsExactly(
                        "getpid", "write-info (default-cli) @ app", "getpid", "write-checksums (default-cli) @ app");
    }

    @Test
    void oneFileHasOneFormat() throws Exception {
        traceGetpid(session, file, "write-info", "chrome");

        assertThatThrownBy(() -> traceGetpid("write-checksums"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("in the format 'chrome' already, and cannot go on in 'strace'");
        assertThatThrownBy(() -> traceGetpid(session, file, "write-info", "svg"))
                .hasMessage("<traceFormat> (-Dsyscall.traceFormat) is 'svg'; allowed are 'strace', 'chrome'.");
    }

    @Test
    void missingFoldersAreMade() throws Exception {
        file = folder.resolve("target/traces/of/this.txt");

        traceGetpid("write-info");

        assertThat(lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void symbolicLinkIsNotFollowed(boolean begun) throws Exception {
        if (begun) {
            traceGetpid("write-info");
            Files.delete(file);
        }
        Path precious = Files.writeString(folder.resolve("precious"), "bytes");
        Files.createSymbolicLink(file, precious);

        assertThatThrownBy(() -> traceGetpid("write-checksums"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("it is")
                .hasMessageContaining("a symbolic link");
        assertThat(precious).hasContent("bytes");
    }

    @Test
    void symbolicLinkOnTheWayIsNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
        file = folder.resolve("linked/trace.txt");

        assertRefused("it is, or lies behind, a symbolic link; these are not followed");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fifoIsNotWaitedForAndNotWrittenTo(boolean begun) throws Exception {
        if (begun) {
            traceGetpid("write-info");
            Files.delete(file);
        }
        Run.of("mkfifo", file.toString()).successful();

        assertThatThrownBy(() -> traceGetpid("write-checksums"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(".* it is a (FIFO, not a regular file|socket or a device)");
    }

    @Test
    void otherNamesOfAnOldFileKeepItsBytes() throws Exception {
        Files.writeString(file, "bytes");
        Path other = Files.createLink(folder.resolve("other"), file);

        traceGetpid("write-info");

        assertThat(other).hasContent("bytes");
        assertThat(lines()).hasSize(2);
    }

    @Test
    void folderOfThatNameIsRefused() throws Exception {
        Files.createDirectory(file);

        assertRefused("it is a directory, not a regular file");
    }

    @Test
    void nameInAMessageStaysOnItsLine() throws Exception {
        file = Files.createDirectory(folder.resolve("a\n\033[2Jb"));

        assertThatThrownBy(() -> traceGetpid("write-info"))
                .hasMessage("<traceFile> (-Dsyscall.traceFile) cannot be written: " + folder
                        + "/a\\x0a\\x1b[2Jb: it is a directory, not a regular file");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> traceGetpid("write-info"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("<traceFile> (-Dsyscall.traceFile) cannot be written: " + file + ": " + reason);
    }

    /** Maven appends the message of each cause that the text before it does not have. */
    @Test
    void refusalOfTheKernelIsSaidOnce() throws Exception {
        Gate full = (number, a1, a2, a3, a4, a5, a6) -> number == TestKernel.ARCH.number(Call.WRITE)
                ? -28
                : TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        Tracing tracing = new Tracing(
                session, TestProject.execution("write-info", "default-cli"), new File(file.toString()), "strace");

        assertThatThrownBy(() -> tracing.begin(TestKernel.ARCH, full))
                .hasMessage("<traceFile> (-Dsyscall.traceFile) cannot be written: " + file
                        + ": write: ENOSPC (No space left on device)")
                .satisfies(e -> {
                    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                        assertThat(e).hasMessageContaining(cause.getMessage());
                    }
                });
    }
}
