package io.github.syscallmaven.mojo.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.mojo.parameter.SharedParameters;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.SeparateClasses;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyHostMojoTest {
    @Test
    void reportsAndThenSaysHelloOnStandardOutput() throws Exception {
        Run run = Run.of(Run.java(List.of(), Main.class, "false", "fail")).successful();

        assertThat(run.lines()).first().isEqualTo("[info] The plugin works on this host:");
        assertThat(run.output())
                .containsPattern("(?m)^\\[info]   kernel +Linux ")
                .containsPattern("(?m)^\\[info]   NEEDED +none$")
                .containsPattern("(?m)^\\[info]   getrandom +.*\nhello world\n\\z");
    }

    @Test
    void closedStandardOutputIsAnErrorOfWrite() throws Exception {
        String java = Run.quoted(Run.java(List.of(), Main.class, "false", "fail"));

        Run run = Run.of("sh", "-c", java + " >&-");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("MojoExecutionException: write 'fd 1': EBADF (Bad file descriptor)");
    }

    @Test
    void skippedGoalAndSkippedHostWorkWithoutJna() throws Exception {
        String osName = System.getProperty("os.name");
        try (SeparateClasses withoutJna = SeparateClasses.withoutJna()) {
            run(withoutJna, "true", "fail");
            System.setProperty("os.name", "Plan 9");
            run(withoutJna, "false", "skip");
        } finally {
            System.setProperty("os.name", osName);
        }
    }

    @Test
    void portableModeIsReportedAndWorksWithoutJna() throws Exception {
        String osName = System.getProperty("os.name");
        try (SeparateClasses withoutJna = SeparateClasses.withoutJna()) {
            System.setProperty("os.name", "Mac OS X");
            run(withoutJna, "false", "portable");
        } finally {
            System.setProperty("os.name", osName);
        }

        Run run = Run.of(Run.java(List.of("-Dos.name=Mac OS X"), Main.class, "false", "portable"))
                .successful();
        assertThat(run.output())
                .contains("The plugin works on this host in portable mode")
                .containsPattern("(?m)^\\[info]   mode +portable: java.nio, no system calls$")
                .containsPattern("(?m)^\\[info]   because +this is 'Mac OS X' on '")
                .doesNotContain("hello world");
    }

    @Test
    void aStubThatCannotBeLoadedIsNoObstacleInPortableMode() throws Exception {
        List<String> nowhere = List.of("-Dsyscall.stubDirectory=/proc/none");

        Run portable =
                Run.of(Run.java(nowhere, Main.class, "false", "portable")).successful();
        Run skipping = Run.of(Run.java(nowhere, Main.class, "false", "skip")).successful();
        Run failing = Run.of(Run.java(nowhere, Main.class, "false", "fail"));

        assertThat(portable.output())
                .containsOnlyOnce(
                        "Portable mode: files are read and written by java.nio and not by system calls, as the"
                                + " stub cannot be used here.")
                .contains("[debug] Why the stub is not used: The stub cannot be loaded from any folder: '/proc/none'");
        assertThat(skipping.output()).containsPattern("\\[warn] The stub cannot be .*; nothing is done, as");
        assertThat(failing.status()).isEqualTo(1);
        assertThat(failing.errors())
                .contains("The stub cannot be loaded from any folder: '/proc/none'")
                .contains("Or let the goals work without system calls, by -Dsyscall.unsupportedHost=portable.");
    }

    @Test
    void goalItselfNeedsJna() throws Exception {
        try (SeparateClasses withoutJna = SeparateClasses.withoutJna()) {
            assertThatThrownBy(() -> run(withoutJna, "false", "fail"))
                    .rootCause()
                    .hasMessageContaining("com.sun.jna");
        }
    }

    private static void run(SeparateClasses classes, String... arguments) throws Exception {
        try {
            classes.load(Main.class).getMethod("verify", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Runs the goal as Maven does, with a standard output that Java flushes only when told to. */
    public static final class Main {
        private Main() {}

        public static void main(String[] parameters) throws Exception {
            OutputStream output = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
            System.setOut(new PrintStream(output, false, StandardCharsets.UTF_8));
            verify(parameters);
            System.out.flush();
        }

        public static void verify(String... parameters) throws Exception {
            VerifyHostMojo mojo = SharedParameters.set(
                    new VerifyHostMojo(),
                    TestProject.session(Path.of(""), false),
                    TestProject.execution("verify-host", "default"));
            SharedParameters.skip(mojo, Boolean.parseBoolean(parameters[0]));
            SharedParameters.unsupportedHost(mojo, parameters[1]);
            mojo.execute();
        }
    }
}
