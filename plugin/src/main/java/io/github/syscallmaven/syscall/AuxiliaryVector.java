package io.github.syscallmaven.syscall;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** What the kernel told this process when it started it: see getauxval(3) and proc(5), {@code /proc/self/auxv}. */
public final class AuxiliaryVector {
    private static final byte[] FILE = "/proc/self/auxv".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 4096;
    private static final int ENTRY = 2 * Long.BYTES;

    /** The size of a page, in bytes. */
    public static final long AT_PAGESZ = 6;

    /** What the CPU has, in bits of its own. */
    public static final long AT_HWCAP = 16;

    private AuxiliaryVector() {}

    /** The value of this type; empty when the kernel did not tell. */
    public static OptionalLong value(Syscalls syscalls, long type) throws SyscallException {
        NativeBuffer vector = NativeBuffer.allocate(LARGEST);
        int length = read(syscalls, vector);
        for (int at = 0; at + ENTRY <= length; at += ENTRY) {
            if (vector.bytes().getLong(at) == type) {
                return OptionalLong.of(vector.bytes().getLong(at + Long.BYTES));
            }
        }
        return OptionalLong.empty();
    }

    /** One read is enough: the file is a few hundred bytes that are in memory already. */
    private static int read(Syscalls syscalls, NativeBuffer vector) throws SyscallException {
        NativeBuffer path = NativeBuffer.allocate(FILE.length + 1).putString(FILE);
        int fd = syscalls.openat(
                KernelConstants.AT_FDCWD, path, KernelConstants.O_RDONLY | KernelConstants.O_CLOEXEC, 0);
        try {
            return syscalls.read(fd, vector, vector.size());
        } finally {
            syscalls.close(fd);
        }
    }
}
