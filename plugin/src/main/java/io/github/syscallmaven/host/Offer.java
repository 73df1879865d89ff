package io.github.syscallmaven.host;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.OpenHow;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the kernel and all sandboxes around this process allow a call. Tested by making the call with arguments that
 * change nothing, as no version number tells what a seccomp filter answers.
 *
 * @param refusal what came back instead, or null when the call is offered
 */
record Offer(String name, @Nullable SyscallException refusal) {
    private interface Attempt {
        void make() throws SyscallException;
    }

    /** The calls that the plugin uses when it can and has a substitute for. */
    static List<Offer> all(Syscalls syscalls) {
        NativeBuffer here = NativeBuffer.allocate(2).putString(".".getBytes(StandardCharsets.US_ASCII));
        return List.of(
                of("openat2", () -> openat2(syscalls, here)),
                of("statx", () -> statx(syscalls, here)),
                of("renameat2, NOREPLACE", () -> renameat2(syscalls, here), Errno.EBUSY),
                of("getrandom", () -> getrandom(syscalls), Errno.EAGAIN));
    }

    /** An error that is expected shows as well as a success that the call was made. */
    private static Offer of(String name, Attempt attempt, Errno... expected) {
        try {
            attempt.make();
        } catch (SyscallException e) {
            if (!List.of(expected).contains(e.errno())) {
                return new Offer(name, e);
            }
        }
        return new Offer(name, null);
    }

    private static void openat2(Syscalls syscalls, NativeBuffer path) throws SyscallException {
        long flags = KernelConstants.O_PATH
                | KernelConstants.O_CLOEXEC
                | syscalls.openFlags().directory();
        long resolve = KernelConstants.RESOLVE_BENEATH
                | KernelConstants.RESOLVE_NO_MAGICLINKS
                | KernelConstants.RESOLVE_NO_SYMLINKS;
        NativeBuffer how = OpenHow.put(NativeBuffer.allocate(OpenHow.SIZE), flags, 0, resolve);
        syscalls.close(syscalls.openat2(KernelConstants.AT_FDCWD, path, how));
    }

    private static void statx(Syscalls syscalls, NativeBuffer path) throws SyscallException {
        NativeBuffer result = NativeBuffer.allocate(Stat.STATX_SIZE);
        syscalls.statx(KernelConstants.AT_FDCWD, path, KernelConstants.AT_SYMLINK_NOFOLLOW, Stat.BASIC, result);
    }

    /**
     * A folder cannot be renamed as "."; before the kernel says so (EBUSY), it refuses flags that it does not know
     * (EINVAL).
     */
    private static void renameat2(Syscalls syscalls, NativeBuffer path) throws SyscallException {
        syscalls.renameat2(
                KernelConstants.AT_FDCWD, path, KernelConstants.AT_FDCWD, path, KernelConstants.RENAME_NOREPLACE);
    }

    private static void getrandom(Syscalls syscalls) throws SyscallException {
        syscalls.getrandom(NativeBuffer.allocate(1), 1, KernelConstants.GRND_NONBLOCK);
    }

    /** For the report. */
    String text() {
        if (refusal == null) {
            return "offered";
        }
        Errno errno = refusal.errno();
        return switch (errno == null ? Errno.EIO : errno) {
            case ENOSYS -> "not offered: this kernel or sandbox has no such call (ENOSYS)";
            case EPERM -> "not offered: a sandbox forbids it (EPERM)";
            case EINVAL -> "not offered: this kernel does not know the flag (EINVAL)";
            default -> "not offered: " + refusal.reason();
        };
    }
}
