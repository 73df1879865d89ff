package io.github.syscallmaven.syscall.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.testing.kernel.FakeKernel;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final String FIRST_LINE =
            "--- write-info (default) @ app, process 4710: thread, start, call, result, <time> ---";

    private final FakeKernel kernel = new FakeKernel();
    private final AtomicLong nanos = new AtomicLong();

    /** A clock that goes on by 123,456 ns whenever it is read. */
    private Trace trace() throws Exception {
        return trace(() -> nanos.getAndAdd(123_456));
    }

    private Trace trace(LongSupplier nanoTime) throws Exception {
        return Trace.begin(
                Arch.X86_64,
                kernel,
                new TraceTarget(FakeKernel.TRACE, "/t/ä", true),
                "write-info (default) @ app",
                TraceFormat.STRACE,
                nanoTime);
    }

    private Syscalls traced(Trace trace) {
        return new Syscalls(Arch.X86_64, trace.gate());
    }

    @Test
    void lineShowsThreadStartCallResultAndTime() throws Exception {
        Syscalls syscalls = traced(trace());

        syscalls.close(3);
        nanos.addAndGet(1_234_567_000_000L);
        syscalls.mkdirat(3, kernel.path("a folder of a name"), 0755);

        assertThat(kernel.lines())
                .containsExactly(
                        FIRST_LINE,
                        "4711       0.000123 close(3)            = 0 <0.000123>",
                        "4711    1234.567370 mkdirat(3, \"a folder of a name\", 0755) = 0 <0.000123>");
    }

    @Test
    void eachLineIsOneWrite() throws Exception {
        Syscalls syscalls = traced(trace());

        syscalls.close(3);
        syscalls.close(4);

        assertThat(kernel.writes())
                .containsExactlyElementsOf(
                        kernel.lines().stream().map(line -> line.length() + 1).toList());
    }

    @Test
    void ownCallsAreNotTraced() throws Exception {
        Trace trace = trace();
        traced(trace).getpid();
        trace.close();

        assertThat(kernel.lines()).hasSize(2).last().asString().contains(" getpid() ");
        assertThat(trace.summary()).last().asString().contains("         1           total");
    }

    @Test
    void resultIsTheKernels() throws Exception {
        Gate gate = trace().gate();
        kernel.answers(-2).answers(77);

        assertThat(gate.syscall(999, 1, 2, 3)).isEqualTo(-2);
        assertThat(gate.syscall(999, 1, 2, 3, 4, 5, 6)).isEqualTo(77);
    }

    @Test
    void fullDiskIsAnErrorAtOnce() {
        kernel.hasRoomFor(0);

        assertThatThrownBy(() -> trace())
                .isInstanceOf(SyscallException.class)
                .hasMessage("write 'fd 1000': ENOSPC (No space left on device)");
        assertThat(kernel.traceIsClosed()).isTrue();
    }

    @Test
    void diskThatFillsUpLaterEndsTheTraceAndNotTheCalls() throws Exception {
        kernel.hasRoomFor(182);
        Trace trace = trace();
        Syscalls syscalls = traced(trace);

        for (int fd = 3; fd < 9; fd++) {
            syscalls.close(fd);
        }
        trace.close();

        assertThat(kernel.file()).hasSize(182).startsWith(FIRST_LINE + "\n4711       0.000123 close(3) ");
        assertThat(trace.summary())
                .anyMatch(line -> line.endsWith("         6           close"))
                .last()
                .isEqualTo("The trace '/t/ä' is not complete: write: ENOSPC (No space left on device)");
    }

    @Test
    void shortAndInterruptedWritesGoOn() throws Exception {
        kernel.writesAtMost(7).interruptsWrites(3);
        Syscalls syscalls = traced(trace());

        syscalls.fsync(3);

        assertThat(kernel.lines())
                .containsExactly(FIRST_LINE, "4711       0.000123 fsync(3)            = 0 <0.000123>");
    }

    @Test
    void lineLongerThanOneWriteIsWhole() throws Exception {
        Syscalls syscalls = traced(trace());

        syscalls.renameat(3, kernel.path("\u0001".repeat(4095)), 4, kernel.path("\u00ff".repeat(4095)));

        assertThat(kernel.lines())
                .last()
                .asString()
                .contains("(3, \"" + "\\1".repeat(4095) + "\", 4, \"" + "\\377".repeat(4095) + "\") = 0 <");
    }

    @Test
    void callsGoOnAfterTheEnd() throws Exception {
        Trace trace = trace();
        trace.close();
        trace.close();

        traced(trace).close(3);

        assertThat(kernel.lines()).containsExactly(FIRST_LINE);
        assertThat(kernel.traceIsClosed()).isTrue();
    }

    @Test
    void summaryIsStracesTable() throws Exception {
        AtomicLong now = new AtomicLong();
        long[] durations = {400_000, 4_000_000, 1_000, 5_598_999, 0};
        AtomicLong reads = new AtomicLong();
        Trace trace = trace(() -> {
            long read = reads.getAndIncrement();
            return read > 0 && read % 2 == 0 ? now.addAndGet(durations[(int) read / 2 - 1]) : now.get();
        });
        Gate gate = trace.gate();
        kernel.answers(0).answers(-2).answers(0).answers(-38).answers(0);

        for (int number : new int[] {3, 257, 3, 999, 39}) {
            gate.syscall(number, 0, 0, 0);
        }

        assertThat(trace.summary())
                .containsExactly(
                        "System calls of write-info (default) @ app:",
                        "% time     seconds  usecs/call     calls    errors syscall",
                        "------ ----------- ----------- --------- --------- ----------------",
                        " 55.99    0.005599        5598         1         1 (unknown)",
                        " 40.00    0.004000        4000         1         1 openat",
                        "  4.01    0.000401         200         2           close",
                        "  0.00    0.000000           0         1           getpid",
                        "------ ----------- ----------- --------- --------- ----------------",
                        "100.00    0.010000        1999         5         2 total");
    }

    @Test
    void summaryOfNoCallsIsAnEmptyTable() throws Exception {
        assertThat(trace().summary())
                .hasSize(5)
                .last()
                .isEqualTo("  0.00    0.000000           0         0           total");
    }
}
