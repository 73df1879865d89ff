package io.github.syscallmaven.testing.kernel;

import io.github.syscallmaven.syscall.BlockFunctions;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.trace.Trace;
import io.github.syscallmaven.syscall.trace.TraceFormat;
import io.github.syscallmaven.syscall.trace.TraceTarget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The kernel that the tests run on, and short ways to say what it is asked. */
public final class TestKernel {
    public static final Arch ARCH = TestArch.THIS;
    public static final Gate GATE = gate();
    public static final Syscalls SYSCALLS = new Syscalls(ARCH, GATE);

    private TestKernel() {}

    private static Gate gate() {
        try {
            return StubLoader.gate(ARCH);
        } catch (StubException e) {
            throw new AssertionError(e);
        }
    }

    /** What the stub has for digests on this CPU. */
    public static BlockFunctions blockFunctions() {
        try {
            return StubLoader.stub(ARCH).blockFunctions();
        } catch (StubException e) {
            throw new AssertionError(e);
        }
    }

    /** The kernel, as it would be if it answered this call with this error. */
    public static Syscalls refusing(Call call, Errno errno) {
        Gate gate = (number, a1, a2, a3, a4, a5, a6) ->
                number == ARCH.number(call) ? -errno.number() : GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        return new Syscalls(ARCH, gate);
    }

    /** A C string. */
    public static NativeBuffer path(Object path) {
        byte[] bytes = path.toString().getBytes(StandardCharsets.UTF_8);
        return NativeBuffer.allocate(bytes.length + 1).putString(bytes);
    }

    /** These bytes, without a NUL. */
    public static NativeBuffer text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        NativeBuffer buffer = NativeBuffer.allocate(bytes.length);
        buffer.bytes().put(bytes);
        return buffer;
    }

    /** The first bytes of this buffer. */
    public static String text(NativeBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.bytes().get(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A trace of the calls that go through the stub, in a new file. */
    public static Trace traceTo(Path file) throws SyscallException {
        int created = SYSCALLS.openat(
                KernelConstants.AT_FDCWD,
                path(file),
                KernelConstants.O_WRONLY
                        | KernelConstants.O_CREAT
                        | KernelConstants.O_EXCL
                        | KernelConstants.O_APPEND
                        | KernelConstants.O_CLOEXEC,
                0666);
        return Trace.begin(ARCH, GATE, new TraceTarget(created, file.toString(), true), "a test", TraceFormat.STRACE);
    }

    public static int open(Path file, int flags) throws SyscallException {
        return SYSCALLS.openat(KernelConstants.AT_FDCWD, path(file), flags | KernelConstants.O_CLOEXEC, 0);
    }

    public static int openDirectory(Path folder) throws SyscallException {
        return open(folder, KernelConstants.O_RDONLY | ARCH.openFlags().directory());
    }
}
