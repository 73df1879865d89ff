package io.github.syscallmaven.syscall;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.arch.OpenFlags;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's calls under their own names, one statement each: man page in hand, nothing here surprises.
 *
 * <p>A path is a {@link NativeBuffer} that holds a C string; a buffer's bytes are meant from its start unless an offset
 * is given. Results are the kernel's; its errors become a {@link SyscallException}. Safe for use by many threads as far
 * as the buffers are each thread's own.
 */
public final class Syscalls {

    private final Arch arch;
    private final Gate gate;

    public Syscalls(Arch arch, Gate gate) {
        this.arch = arch;
        this.gate = gate;
    }

    public Arch arch() {
        return arch;
    }

    public OpenFlags openFlags() {
        return arch.openFlags();
    }

    /** Calls to be made at once, so many at most; empty. */
    public CallSequence newSequence(int most) {
        return new CallSequence(arch, gate, most);
    }

    public int read(int fd, NativeBuffer buffer, int count) throws SyscallException {
        return (int) check(Call.READ, call(Call.READ, fd, buffer.address(), count), fd, buffer);
    }

    public int pread64(int fd, NativeBuffer buffer, int count, long position) throws SyscallException {
        return (int) check(Call.PREAD64, call(Call.PREAD64, fd, buffer.address(), count, position), fd, buffer);
    }

    public int write(int fd, NativeBuffer buffer, int offset, int count) throws SyscallException {
        return (int) check(Call.WRITE, call(Call.WRITE, fd, buffer.address() + offset, count), fd, buffer);
    }

    /** open(2); on a CPU that has no such call, openat(2) from the working directory, which is the same. */
    public int open(NativeBuffer path, int flags, int mode) throws SyscallException {
        if (!arch.has(Call.OPEN)) {
            return openat(KernelConstants.AT_FDCWD, path, flags, mode);
        }
        return (int) check(Call.OPEN, call(Call.OPEN, path.address(), flags, mode), path, path);
    }

    public int openat(int dirfd, NativeBuffer path, int flags, int mode) throws SyscallException {
        return (int) check(Call.OPENAT, call(Call.OPENAT, dirfd, path.address(), flags, mode), path, path);
    }

    /** {@code how} holds the three 64-bit fields of struct open_how: flags, mode, resolve. */
    public int openat2(int dirfd, NativeBuffer path, NativeBuffer how) throws SyscallException {
        return (int)
                check(Call.OPENAT2, call(Call.OPENAT2, dirfd, path.address(), how.address(), OpenHow.SIZE), path, how);
    }

    public void close(int fd) throws SyscallException {
        check(Call.CLOSE, call(Call.CLOSE, fd, 0, 0), fd, null);
    }

    /** {@code result} takes the {@value Stat#STATX_SIZE} bytes of struct statx. */
    public void statx(int dirfd, NativeBuffer path, int flags, int mask, NativeBuffer result) throws SyscallException {
        check(
                Call.STATX,
                call(Call.STATX, dirfd, path.address(), flags, mask, result.address()),
                subject(dirfd, path),
                result);
    }

    /** {@code result} takes this CPU's struct stat. */
    public void newfstatat(int dirfd, NativeBuffer path, NativeBuffer result, int flags) throws SyscallException {
        check(
                Call.NEWFSTATAT,
                call(Call.NEWFSTATAT, dirfd, path.address(), result.address(), flags),
                subject(dirfd, path),
                result);
    }

    public int getdents64(int fd, NativeBuffer buffer) throws SyscallException {
        return (int) check(Call.GETDENTS64, call(Call.GETDENTS64, fd, buffer.address(), buffer.size()), fd, buffer);
    }

    public void fadvise64(int fd, long offset, long length, int advice) throws SyscallException {
        check(Call.FADVISE64, call(Call.FADVISE64, fd, offset, length, advice), fd, null);
    }

    public void fsync(int fd) throws SyscallException {
        check(Call.FSYNC, call(Call.FSYNC, fd, 0, 0), fd, null);
    }

    public void flock(int fd, int operation) throws SyscallException {
        check(Call.FLOCK, call(Call.FLOCK, fd, operation, 0), fd, null);
    }

    public void fchmod(int fd, int mode) throws SyscallException {
        check(Call.FCHMOD, call(Call.FCHMOD, fd, mode, 0), fd, null);
    }

    public void fchown(int fd, int uid, int gid) throws SyscallException {
        check(Call.FCHOWN, call(Call.FCHOWN, fd, uid, gid), fd, null);
    }

    /** {@code name} is a C string. */
    public void fsetxattr(int fd, NativeBuffer name, NativeBuffer value, int size, int flags) throws SyscallException {
        check(Call.FSETXATTR, call(Call.FSETXATTR, fd, name.address(), value.address(), size, flags), name, value);
    }

    /** {@code name} is a C string. */
    public int fgetxattr(int fd, NativeBuffer name, NativeBuffer value) throws SyscallException {
        return (int) check(
                Call.FGETXATTR, call(Call.FGETXATTR, fd, name.address(), value.address(), value.size()), name, value);
    }

    public void mkdirat(int dirfd, NativeBuffer path, int mode) throws SyscallException {
        check(Call.MKDIRAT, call(Call.MKDIRAT, dirfd, path.address(), mode), path, path);
    }

    public void unlinkat(int dirfd, NativeBuffer path, int flags) throws SyscallException {
        check(Call.UNLINKAT, call(Call.UNLINKAT, dirfd, path.address(), flags), path, path);
    }

    public void renameat(int fromDir, NativeBuffer from, int toDir, NativeBuffer to) throws SyscallException {
        check(Call.RENAMEAT, call(Call.RENAMEAT, fromDir, from.address(), toDir, to.address()), to, from);
    }

    public void renameat2(int fromDir, NativeBuffer from, int toDir, NativeBuffer to, int flags)
            throws SyscallException {
        check(Call.RENAMEAT2, call(Call.RENAMEAT2, fromDir, from.address(), toDir, to.address(), flags), to, from);
    }

    public void linkat(int fromDir, NativeBuffer from, int toDir, NativeBuffer to, int flags) throws SyscallException {
        check(Call.LINKAT, call(Call.LINKAT, fromDir, from.address(), toDir, to.address(), flags), to, from);
    }

    public int getrandom(NativeBuffer buffer, int count, int flags) throws SyscallException {
        return (int) check(Call.GETRANDOM, call(Call.GETRANDOM, buffer.address(), count, flags), null, buffer);
    }

    /** {@code result} takes the six fields of struct utsname, {@value Utsname#FIELD} bytes each. */
    public void uname(NativeBuffer result) throws SyscallException {
        check(Call.UNAME, call(Call.UNAME, result.address(), 0, 0), null, result);
    }

    public int getpid() throws SyscallException {
        return (int) check(Call.GETPID, call(Call.GETPID, 0, 0, 0), null, null);
    }

    private long call(Call call, long a1, long a2, long a3) {
        return gate.syscall(arch.number(call), a1, a2, a3);
    }

    private long call(Call call, long a1, long a2, long a3, long a4) {
        return gate.syscall(arch.number(call), a1, a2, a3, a4, 0, 0);
    }

    private long call(Call call, long a1, long a2, long a3, long a4, long a5) {
        return gate.syscall(arch.number(call), a1, a2, a3, a4, a5, 0);
    }

    /** The name when there is one; with AT_EMPTY_PATH it is the descriptor that tells the file. */
    private static Object subject(int dirfd, NativeBuffer path) {
        return path.bytes().get(0) == 0 ? dirfd : path;
    }

    /**
     * Reads a result, and keeps the buffers that the kernel was given the addresses of alive until the call is over.
     */
    @SuppressWarnings("ReachabilityFenceUsage") // the call is over when this is entered, and cannot throw
    private static long check(Call call, long result, @Nullable Object subject, @Nullable NativeBuffer buffer)
            throws SyscallException {
        Reference.reachabilityFence(subject);
        Reference.reachabilityFence(buffer);
        if (Errno.isError(result)) {
            throw new SyscallException(call, subject, result);
        }
        return result;
    }
}
