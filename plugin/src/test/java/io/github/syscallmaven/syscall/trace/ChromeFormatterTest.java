package io.github.syscallmaven.syscall.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.json.StrictJson;
import io.github.syscallmaven.testing.kernel.FakeKernel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChromeFormatterTest {
    private final FakeKernel kernel = new FakeKernel();
    private final AtomicLong nanos = new AtomicLong(1_000_000_500);

    /** A clock that goes on by 1,500 ns whenever it is read. */
    private Trace trace(boolean first) throws Exception {
        return Trace.begin(
                Arch.X86_64,
                kernel,
                new TraceTarget(FakeKernel.TRACE, "/trace", first),
                "write-info \"of\" (\u00e4)",
                TraceFormat.CHROME,
                () -> nanos.getAndAdd(1_500));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> events() throws Exception {
        String text = kernel.file();
        return (List<Map<String, Object>>)
                StrictJson.parse((text.substring(0, text.length() - 2) + "]").getBytes(UTF_8));
    }

    @Test
    void aCallIsASliceOnItsThread() throws Exception {
        try (Trace trace = trace(true)) {
            Syscalls syscalls = new Syscalls(Arch.X86_64, trace.gate());
            kernel.answers(-2);
            assertThat(trace.gate()
                            .syscall(
                                    Arch.X86_64.number(Call.MKDIRAT),
                                    3,
                                    kernel.path("a \"b\"\\\n").address(),
                                    0755))
                    .isEqualTo(-2);
            syscalls.close(3);
        }

        assertThat(events()).hasSize(4);
        assertThat(events().get(0))
                .containsEntry("ph", "M")
                .containsEntry("args", Map.of("name", "write-info \"of\" (\u00e4)"));
        assertThat(events().get(1))
                .containsEntry("ph", "X")
                .containsEntry("pid", new BigDecimal(4710))
                .containsEntry("tid", new BigDecimal(4711))
                .containsEntry("ts", new BigDecimal("1000002.000"))
                .containsEntry("dur", new BigDecimal("1.500"))
                .containsEntry("name", "mkdirat")
                .containsEntry(
                        "args",
                        Map.of(
                                "call", "mkdirat(3, \"a \\\"b\\\"\\\\\\n\", 0755)",
                                "result", "-1 ENOENT (No such file or directory)"));
    }

    @Test
    void theGoalIsTheSliceAroundItsCalls() throws Exception {
        try (Trace trace = trace(false)) {
            new Syscalls(Arch.X86_64, trace.gate()).close(3);
        }

        Map<String, Object> goal = reopened().get(2);
        assertThat(goal)
                .containsEntry("name", "write-info \"of\" (\u00e4)")
                .containsEntry("ts", new BigDecimal("1000000.500"))
                .containsEntry("dur", new BigDecimal("4.500"));
    }

    /** What goes on in an array has no bracket of its own. */
    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> reopened() throws Exception {
        String text = kernel.file();
        assertThat(text).startsWith("{");
        return (List<Map<String, Object>>)
                StrictJson.parse(("[" + text.substring(0, text.length() - 2) + "]").getBytes(UTF_8));
    }

    @Test
    void bytesAreCounted() throws Exception {
        NativeBuffer buffer = kernel.knows("12345678");
        try (Trace trace = trace(true)) {
            Syscalls syscalls = new Syscalls(Arch.X86_64, trace.gate());
            kernel.answers(5).answers(3).answers(8);
            syscalls.read(3, buffer, 8);
            syscalls.pread64(3, buffer, 8, 5);
            syscalls.write(4, buffer, 0, 8);
        }

        assertThat(events())
                .filteredOn(event -> "C".equals(event.get("ph")))
                .extracting(event -> event.get("args"))
                .containsExactly(
                        Map.of("read", new BigDecimal(5), "written", BigDecimal.ZERO),
                        Map.of("read", new BigDecimal(8), "written", BigDecimal.ZERO),
                        Map.of("read", new BigDecimal(8), "written", new BigDecimal(8)));
    }
}
