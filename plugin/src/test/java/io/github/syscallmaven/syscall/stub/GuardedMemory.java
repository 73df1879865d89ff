package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestKernel;

/** Pages between two that nobody may touch: whoever reads or writes beside them ends the JVM. */
final class GuardedMemory implements AutoCloseable {
    static final int PAGE = 65536;

    private static final int PROT_NONE = 0;
    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final int MAP_FIXED = 0x10;

    private final long start;
    private final int size;

    private GuardedMemory(int size, int protection) {
        this.size = size;
        this.start = map(0, size + 2 * PAGE, PROT_NONE, 0);
        map(address(), size, protection, MAP_FIXED);
    }

    /** Zeros, a multiple of the page. */
    static GuardedMemory writable(int size) {
        return new GuardedMemory(size, PROT_READ | PROT_WRITE);
    }

    /** Zeros that nobody may write to either. */
    static GuardedMemory readOnly(int size) {
        return new GuardedMemory(size, PROT_READ);
    }

    private static long map(long address, int size, int protection, int flags) {
        long number = TestKernel.ARCH.number(Call.MMAP);
        long result = TestKernel.GATE.syscall(number, address, size, protection, MAP_PRIVATE_ANONYMOUS | flags, -1, 0);
        if (result < 0 && result >= -4095) {
            throw new AssertionError("mmap: " + result);
        }
        return result;
    }

    long address() {
        return start + PAGE;
    }

    /** Behind the last byte. */
    long end() {
        return address() + size;
    }

    @Override
    public void close() {
        TestKernel.GATE.syscall(TestKernel.ARCH.number(Call.MUNMAP), start, size + 2L * PAGE, 0);
    }
}
