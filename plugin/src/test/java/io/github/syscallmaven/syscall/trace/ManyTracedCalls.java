package io.github.syscallmaven.syscall.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes many calls in several threads with a trace.
 *
 * <p>Arguments: the file of the trace, threads, calls in each.
 */
final class ManyTracedCalls {
    private ManyTracedCalls() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[1]);
        int calls = Integer.parseInt(arguments[2]);
        try (Trace trace = TestKernel.traceTo(Path.of(arguments[0]))) {
            List<Thread> started = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread thread = new Thread(() -> makeCalls(trace.gate(), calls));
                thread.start();
                started.add(thread);
            }
            for (Thread thread : started) {
                thread.join();
            }
            trace.summary().forEach(System.out::println);
        }
    }

    private static void makeCalls(Gate gate, int count) {
        NativeBuffer path = NativeBuffer.allocate(16).putString("/nope".getBytes(UTF_8));
        long openat = TestArch.THIS.number(Call.OPENAT);
        for (int i = 0; i < count; i++) {
            gate.syscall(openat, KernelConstants.AT_FDCWD, path.address(), KernelConstants.O_CLOEXEC);
        }
        path.bytes().clear();
    }
}
