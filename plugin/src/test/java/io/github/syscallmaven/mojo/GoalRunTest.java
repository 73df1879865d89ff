package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.syscall.Call;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.TestKernel;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class GoalRunTest {
    private static final HostFacts PLAN9 = new HostFacts("Plan 9", "amd64", "64", null, "a JVM");

    private static final Tracing NO_TRACE = TestProject.noTrace();

    private final RecordingLog log = new RecordingLog();

    @Test
    void workGetsTheKernel() throws Exception {
        List<Integer> pids = new ArrayList<>();

        new GoalRun(log, HostFacts::current, false, "fail", NO_TRACE)
                .run(() -> access -> pids.add(access.kernel().orElseThrow().getpid()));

        assertThat(pids).containsExactly((int) ProcessHandle.current().pid());
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void skippedGoalLooksAtNothing() throws Exception {
        new GoalRun(log, () -> fail("looked at the host"), true, "nonsense", NO_TRACE)
                .run(() -> GoalRunTest::mustNotRun);

        assertThat(log.lines()).containsExactly("[INFO] Skipped, as <skip> (-Dsyscall.skip) is true.");
    }

    @Test
    void unsupportedHostFailsWithoutCause() {
        assertThatThrownBy(
                        () -> new GoalRun(log, () -> PLAN9, false, "fail", NO_TRACE).run(() -> GoalRunTest::mustNotRun))
                .isInstanceOf(MojoFailureException.class)
                .hasNoCause()
                .hasMessage(
                        "The plugin needs Linux on x86_64, aarch64 or riscv64 and a 64-bit JVM, but this is 'Plan 9'"
                                + " on 'amd64'; run the build on such a host, or let its goals do nothing here by"
                                + " -Dsyscall.unsupportedHost=skip.");
    }

    @Test
    void unsupportedHostCanBeSkippedWithAWarning() throws Exception {
        new GoalRun(log, () -> PLAN9, false, "skip", NO_TRACE).run(() -> GoalRunTest::mustNotRun);

        assertThat(log.lines())
                .containsExactly(
                        "[WARNING] The plugin needs Linux on x86_64, aarch64 or riscv64 and a 64-bit JVM, but this is"
                                + " 'Plan 9' on 'amd64'; nothing is done, as <unsupportedHost> is 'skip'.");
    }

    @Test
    void wrongWordForUnsupportedHostFailsOnASupportedHostToo() {
        assertThatThrownBy(() -> new GoalRun(log, HostFacts::current, false, "FAIL", NO_TRACE)
                        .run(() -> GoalRunTest::mustNotRun))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("<unsupportedHost> (-Dsyscall.unsupportedHost) is 'FAIL'; allowed are 'fail', 'skip'.");
    }

    @Test
    void kernelsRefusalIsAnExecutionExceptionThatNamesCallFileAndError() {
        Syscalls refusing = TestKernel.refusing(Call.OPENAT, Errno.EMFILE);

        assertThatThrownBy(() -> new GoalRun(log, HostFacts::current, false, "fail", NO_TRACE)
                        .run(() -> syscalls -> refusing.openat(-100, TestKernel.path("pom.xml"), 0, 0)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("openat 'pom.xml': EMFILE (Too many open files)");
    }

    @Test
    void violationThatTheWorkFoundIsPassedOn() {
        MojoFailureException violation = new MojoFailureException("3 files differ");

        assertThatThrownBy(() -> new GoalRun(log, HostFacts::current, false, "fail", NO_TRACE).run(() -> syscalls -> {
                    throw violation;
                }))
                .isSameAs(violation);
    }

    private static void mustNotRun(Access access) {
        fail("the work was done by " + access);
    }
}
