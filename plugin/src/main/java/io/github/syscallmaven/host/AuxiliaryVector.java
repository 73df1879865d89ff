package io.github.syscallmaven.host;

import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** What the kernel told this process when it started it: see getauxval(3) and proc(5), {@code /proc/self/auxv}. */
final class AuxiliaryVector {
    private static final byte[] FILE = "/proc/self/auxv".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 4096;
    private static final int ENTRY = 2 * Long.BYTES;
    private static final long AT_PAGESZ = 6;

    private AuxiliaryVector() {}

    /** The size of a page, in bytes; empty when the kernel did not tell. */
    static OptionalLong pageSize(Syscalls syscalls) throws SyscallException {
        NativeBuffer vector = NativeBuffer.allocate(LARGEST);
        int length = read(syscalls, vector);
        for (int at = 0; at + ENTRY <= length; at += ENTRY) {
            if (vector.bytes().getLong(at) == AT_PAGESZ) {
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
