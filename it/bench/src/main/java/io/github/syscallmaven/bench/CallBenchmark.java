package io.github.syscallmaven.bench;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.github.syscallmaven.syscall.CallSequence;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.GetpidSequence;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import io.github.syscallmaven.syscall.trace.Trace;
import io.github.syscallmaven.syscall.trace.TraceFormat;
import io.github.syscallmaven.syscall.trace.TraceTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One getpid(2), the cheapest of calls, by every way there is into the kernel. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class CallBenchmark {
    private static final Arch ARCH = Arch.X86_64;
    private static final long GETPID = ARCH.number(Call.GETPID);

    private static final int SEQUENCE = 32;

    private final Gate gate = gate();
    private final Syscalls syscalls = new Syscalls(ARCH, gate);
    private final CallSequence sequence = GetpidSequence.of(ARCH, gate, SEQUENCE);
    private StubByInterface stubByInterface = (number, a1, a2, a3) -> 0;
    private LibcByInterface libcByInterface = (number, a1, a2, a3) -> 0;
    private Syscalls traced = syscalls;
    private Path folder = Path.of("");

    /** The stub, mapped the slow way. */
    public interface StubByInterface extends Library {
        long syscall_3(long number, long a1, long a2, long a3);
    }

    /** libc's syscall(2), mapped the slow way. */
    public interface LibcByInterface extends Library {
        long syscall(long number, long a1, long a2, long a3);
    }

    /** libc's syscall(2), mapped directly. */
    static final class LibcDirectly {
        static {
            Native.register(LibcDirectly.class, NativeLibrary.getInstance("c"));
        }

        private LibcDirectly() {}

        static native long syscall(long number, long a1, long a2, long a3);
    }

    private static Gate gate() {
        try {
            return StubLoader.gate(ARCH);
        } catch (StubException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the stub into a file for the interface mapping, and begins a trace. */
    @Setup
    public void prepare() throws IOException, StubException {
        folder = Files.createTempDirectory("syscall-bench-");
        Path stub = unpackStub(folder);
        stubByInterface = Native.load(stub.toString(), StubByInterface.class);
        libcByInterface = Native.load("c", LibcByInterface.class);
        String file = folder.resolve("trace.txt").toString();
        byte[] path = file.getBytes(StandardCharsets.UTF_8);
        int descriptor = syscalls.openat(
                KernelConstants.AT_FDCWD,
                NativeBuffer.allocate(path.length + 1).putString(path),
                KernelConstants.O_WRONLY
                        | KernelConstants.O_CREAT
                        | KernelConstants.O_EXCL
                        | KernelConstants.O_APPEND
                        | KernelConstants.O_CLOEXEC,
                0600);
        traced = new Syscalls(
                ARCH,
                Trace.begin(ARCH, gate, new TraceTarget(descriptor, file, true), "a benchmark", TraceFormat.STRACE)
                        .gate());
    }

    static Path unpackStub(Path folder) throws IOException {
        try {
            return Files.write(
                    folder.resolve("libsyscall.so"), StubImage.shipped(ARCH).bytes());
        } catch (StubException e) {
            throw new IOException(e);
        }
    }

    @TearDown
    public void cleanUp() throws IOException {
        Inputs.remove(folder);
    }

    @Benchmark
    public long stub3() {
        return gate.syscall(GETPID, 0, 0, 0);
    }

    @Benchmark
    public long stub6() {
        return gate.syscall(GETPID, 0, 0, 0, 0, 0, 0);
    }

    /** As small files are read: calls that are handed over together; the time is that of each. */
    @Benchmark
    @OperationsPerInvocation(SEQUENCE)
    public int stubN() {
        return sequence.make(0);
    }

    /** What a goal does without a trace: nothing stands between it and the gate of {@link #stub3}. */
    @Benchmark
    public long syscallsTraceOff() throws SyscallException {
        return syscalls.getpid();
    }

    @Benchmark
    public long syscallsTraceOn() throws SyscallException {
        return traced.getpid();
    }

    @Benchmark
    public long stub3ByInterface() {
        return stubByInterface.syscall_3(GETPID, 0, 0, 0);
    }

    @Benchmark
    public long libcDirectly() {
        return LibcDirectly.syscall(GETPID, 0, 0, 0);
    }

    @Benchmark
    public long libcByInterface() {
        return libcByInterface.syscall(GETPID, 0, 0, 0);
    }

    /** What the clock of every comparison ticks like: the JVM's own way into native code, and the vDSO. */
    @Benchmark
    public long nanoTime() {
        return System.nanoTime();
    }
}
