package io.github.syscallmaven.syscall.arch;

import java.util.Locale;

/** The system calls that this plugin makes, by their kernel names; each {@link Arch} gives them numbers. */
public enum Call {
    READ,
    WRITE,
    OPEN,
    CLOSE,
    PREAD64,
    GETPID,
    UNAME,
    FLOCK,
    FSYNC,
    FCHMOD,
    FCHOWN,
    MMAP,
    MUNMAP,
    PRCTL,
    GETTID,
    FSETXATTR,
    FGETXATTR,
    GETDENTS64,
    FADVISE64,
    OPENAT,
    MKDIRAT,
    NEWFSTATAT,
    UNLINKAT,
    RENAMEAT,
    LINKAT,
    RENAMEAT2,
    SECCOMP,
    PROCESS_VM_READV,
    GETRANDOM,
    STATX,
    OPENAT2;

    private final String kernelName = name().toLowerCase(Locale.ROOT);

    /** The name in the kernel's tables and in section 2 of the manual. */
    public String kernelName() {
        return kernelName;
    }

    @Override
    public String toString() {
        return kernelName;
    }
}
