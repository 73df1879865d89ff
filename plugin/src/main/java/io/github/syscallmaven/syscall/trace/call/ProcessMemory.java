package io.github.syscallmaven.syscall.trace.call;

import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import java.nio.ByteBuffer;

/**
 * The memory of this process as the kernel reads it.
 *
 * <p>A direct read of a bad address would end the JVM; process_vm_readv(2) answers EFAULT, may always read the process
 * that calls it, and needs no descriptor. Where a sandbox denies it, nothing is readable. For one thread at a time.
 */
public final class ProcessMemory {
    private static final int SIZE = 65536;
    private static final int IOVEC = 16;

    private final Gate gate;
    private final long number;
    private final long pid;
    private final NativeBuffer iovecs = NativeBuffer.allocate(2 * IOVEC);
    private final NativeBuffer copy = NativeBuffer.allocate(SIZE);

    public ProcessMemory(Arch arch, Gate gate) {
        this.gate = gate;
        this.number = arch.number(Call.PROCESS_VM_READV);
        this.pid = gate.syscall(arch.number(Call.GETPID), 0, 0, 0);
    }

    /**
     * Copies what can be read at this address.
     *
     * @return how many bytes were copied, at most 65536; fewer than asked for when the memory ends there or begins
     *     later
     */
    int read(long address, long count) {
        long length = Math.min(count, SIZE);
        iovecs.bytes().clear();
        iovecs.bytes().putLong(copy.address()).putLong(length).putLong(address).putLong(length);
        return (int) Math.max(0, gate.syscall(number, pid, iovecs.address(), 1, iovecs.address() + IOVEC, 1, 0));
    }

    /** Copies all of these bytes, at most 65536, and tells whether all of them could be read. */
    boolean holds(long address, int count) {
        return read(address, count) == count;
    }

    NativeBuffer copy() {
        return copy;
    }

    ByteBuffer bytes() {
        return copy.bytes();
    }
}
