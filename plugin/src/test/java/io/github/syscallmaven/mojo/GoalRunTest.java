package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.syscallmaven.host.HostFacts;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.SeparateClasses;
import io.github.syscallmaven.testing.kernel.SeccompFilter;
import io.github.syscallmaven.testing.kernel.TestKernel;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GoalRunTest {
    private static final HostFacts PLAN9 = new HostFacts("Plan 9", "amd64", "64", null, "a JVM");

    private final Tracing noTrace = TestProject.noTrace();

    private final RecordingLog log = new RecordingLog();

    @Test
    void workGetsTheKernel() throws Exception {
        List<Integer> pids = new ArrayList<>();

        new GoalRun(log, HostFacts::current, false, choice("fail"), noTrace)
                .run(() -> access -> pids.add(access.kernel().orElseThrow().getpid()));

        assertThat(pids).containsExactly((int) ProcessHandle.current().pid());
        assertThat(log.lines()).isEmpty();
    }

    @Test
    @Timeout(60)
    void theStubIsLoadedBesideTheReadingOfParameters() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        Supplier<HostFacts> host = () -> {
            loading.countDown();
            return HostFacts.current();
        };
        List<Integer> pids = new ArrayList<>();

        new GoalRun(log, host, false, choice("fail"), noTrace).run(() -> {
            try {
                loading.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return access -> pids.add(access.kernel().orElseThrow().getpid());
        });

        assertThat(pids).hasSize(1);
    }

    @Test
    void nothingIsLoadedAnyMoreWhenParametersAreWrong() {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        Supplier<HostFacts> host = () -> {
            LockSupport.parkNanos(50_000_000);
            done.add("loaded");
            return PLAN9;
        };

        assertThatThrownBy(() -> new GoalRun(log, host, false, choice("fail"), noTrace).run(() -> {
                    throw new MojoFailureException("wrong");
                }))
                .hasMessage("wrong");

        assertThat(done).containsExactly("loaded");
    }

    @Test
    void skippedGoalLooksAtNothing() throws Exception {
        new GoalRun(log, () -> fail("looked at the host"), true, choice("nonsense"), noTrace)
                .run(() -> GoalRunTest::mustNotRun);

        assertThat(log.lines()).containsExactly("[INFO] Skipped, as <skip> (-Dsyscall.skip) is true.");
    }

    @Test
    void unsupportedHostFailsWithoutCause() {
        assertThatThrownBy(() -> new GoalRun(log, () -> PLAN9, false, choice("fail"), noTrace)
                        .run(() -> GoalRunTest::mustNotRun))
                .isInstanceOf(MojoFailureException.class)
                .hasNoCause()
                .hasMessage(
                        "The plugin needs Linux on x86_64, aarch64 or riscv64 and a 64-bit JVM, but this is 'Plan 9'"
                                + " on 'amd64'; run the build on such a host, let its goals work without"
                                + " system calls by -Dsyscall.unsupportedHost=portable, or let them do nothing here by"
                                + " -Dsyscall.unsupportedHost=skip.");
    }

    @Test
    void unsupportedHostCanBeSkippedWithAWarning() throws Exception {
        new GoalRun(log, () -> PLAN9, false, choice("skip"), noTrace).run(() -> GoalRunTest::mustNotRun);

        assertThat(log.lines())
                .containsExactly(
                        "[WARNING] The plugin needs Linux on x86_64, aarch64 or riscv64 and a 64-bit JVM, but this is"
                                + " 'Plan 9' on 'amd64'; nothing is done, as <unsupportedHost> is 'skip'.");
    }

    @Test
    void wrongWordForUnsupportedHostFailsOnASupportedHostToo() {
        assertThatThrownBy(() -> new GoalRun(log, HostFacts::current, false, choice("FAIL"), noTrace)
                        .run(() -> GoalRunTest::mustNotRun))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("<unsupportedHost> (-Dsyscall.unsupportedHost) is 'FAIL'; allowed are 'fail', 'skip',"
                        + " 'portable'.");
    }

    @Test
    void kernelsRefusalIsAnExecutionExceptionThatNamesCallFileAndError() {
        Syscalls refusing = TestKernel.refusing(Call.OPENAT, Errno.EMFILE);

        assertThatThrownBy(() -> new GoalRun(log, HostFacts::current, false, choice("fail"), noTrace)
                        .run(() -> syscalls -> refusing.openat(-100, TestKernel.path("pom.xml"), 0, 0)))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("openat 'pom.xml': EMFILE (Too many open files)");
    }

    @Test
    void violationThatTheWorkFoundIsPassedOn() {
        MojoFailureException violation = new MojoFailureException("3 files differ");

        assertThatThrownBy(() -> new GoalRun(log, HostFacts::current, false, choice("fail"), noTrace)
                        .run(() -> syscalls -> {
                            throw violation;
                        }))
                .isSameAs(violation);
    }

    @Test
    void anUnsupportedHostWorksInPortableModeAndSaysSoOnceInABuild() throws Exception {
        List<Access> given = new ArrayList<>();
        for (int goal = 0; goal < 2; goal++) {
            new GoalRun(log, () -> PLAN9, false, choice("portable"), noTrace).run(() -> given::add);
        }

        assertThat(given).hasSize(2).allSatisfy(access -> {
            assertThat(access.kernel()).isEmpty();
            assertThat(access.why()).isEqualTo("this is 'Plan 9' on 'amd64'");
        });
        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Portable mode: files are read and written by java.nio and not by system calls, as"
                                + " this is 'Plan 9' on 'amd64'.");
    }

    @Test
    void portableModeCanBeHadOnASupportedHost() throws Exception {
        List<Access> given = new ArrayList<>();

        new GoalRun(log, () -> fail("looked at the host"), false, new HostChoice("fail", true), noTrace)
                .run(() -> given::add);

        assertThat(given)
                .singleElement()
                .satisfies(access -> assertThat(access.kernel()).isEmpty());
        assertThat(log.lines()).singleElement().asString().endsWith(", as <portable> (-Dsyscall.portable) is true.");
    }

    @Test
    void aSupportedHostIsNotPortableUnlessAsked() throws Exception {
        List<Access> given = new ArrayList<>();

        new GoalRun(log, HostFacts::current, false, choice("portable"), TestProject.noTrace()).run(() -> given::add);

        assertThat(given)
                .singleElement()
                .satisfies(access -> assertThat(access.kernel()).isPresent());
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void inPortableModeThereIsNothingToTrace() {
        Tracing trace = new Tracing(noTrace.session(), noTrace.goal(), new File("trace"), "strace");

        assertThatThrownBy(() -> new GoalRun(log, () -> PLAN9, false, choice("portable"), trace)
                        .run(() -> GoalRunTest::mustNotRun))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("<traceFile> (-Dsyscall.traceFile) needs the stub, but this is 'Plan 9' on 'amd64', so that"
                        + " there are no system calls to trace; leave it out.");
    }

    @Test
    void aSandboxThatForbidsTheStubIsAnErrorUnlessPortableModeIsAllowed() throws Exception {
        List<String> said = Run.of(Run.java(List.of(), Sandboxed.class))
                .successful()
                .lines()
                .toList();

        String cause = "The stub was loaded, but does not work here: getpid by syscall_3 gave -38, not \\d+\\. An"
                + " emulator or a sandbox may be in between; .*";
        assertThat(said.get(0)).matches("\\[debug] Why the stub is not used: " + cause);
        assertThat(said.get(1)).matches("\\[ERROR] " + cause + " -Dsyscall\\.unsupportedHost=portable\\.");
        assertThat(said.subList(2, said.size()))
                .containsExactly(
                        "[INFO] Portable mode: files are read and written by java.nio and not by system calls, as the"
                                + " stub cannot be used here.",
                        "[INFO] works without the kernel: true",
                        "[INFO] works without the kernel: true");
    }

    /** In a JVM of its own, as a sandbox cannot be left. */
    public static final class Sandboxed {
        private Sandboxed() {}

        public static void main(String[] none) throws Exception {
            SeccompFilter.install(TestKernel.ARCH, TestKernel.GATE, Call.GETPID, Errno.ENOSYS);
            // This class loader has a stub already.
            try (SeparateClasses others = SeparateClasses.all()) {
                others.load(Sandboxed.class).getMethod("goals").invoke(null);
            }
        }

        public static void goals() throws Exception {
            RecordingLog log = new RecordingLog();
            Tracing build = TestProject.noTrace();
            try {
                goal(log, "fail", build);
            } catch (MojoExecutionException e) {
                log.error(String.valueOf(e.getMessage()));
            }
            goal(log, "portable", build);
            goal(log, "portable", build);
            log.lines().forEach(System.out::println);
        }

        private static void goal(RecordingLog log, String unsupportedHost, Tracing build) throws Exception {
            new GoalRun(log, HostFacts::current, false, choice(unsupportedHost), build)
                    .run(() -> access -> log.info(
                            "works without the kernel: " + access.kernel().isEmpty()));
        }
    }

    private static HostChoice choice(String unsupportedHost) {
        return new HostChoice(unsupportedHost, false);
    }

    private static void mustNotRun(Access access) {
        fail("the work was done by " + access);
    }
}
