package io.github.syscallmaven.syscall.arch;

import static java.util.Map.entry;

import java.util.Map;

/**
 * What CPUs have in common that were ported to Linux after the kernel got generic tables.
 *
 * <p>Source: Linux, {@code include/uapi/asm-generic/unistd.h} and {@code stat.h}.
 */
final class AsmGeneric {
    /** Without renameat, which the newer CPUs do not have either. */
    static final Map<Call, Integer> NUMBERS = Map.ofEntries(
            entry(Call.FSETXATTR, 7),
            entry(Call.FGETXATTR, 10),
            entry(Call.FLOCK, 32),
            entry(Call.MKDIRAT, 34),
            entry(Call.UNLINKAT, 35),
            entry(Call.LINKAT, 37),
            entry(Call.FCHMOD, 52),
            entry(Call.FCHOWN, 55),
            entry(Call.OPENAT, 56),
            entry(Call.CLOSE, 57),
            entry(Call.GETDENTS64, 61),
            entry(Call.READ, 63),
            entry(Call.WRITE, 64),
            entry(Call.PREAD64, 67),
            entry(Call.NEWFSTATAT, 79),
            entry(Call.FSYNC, 82),
            entry(Call.UNAME, 160),
            entry(Call.PRCTL, 167),
            entry(Call.GETPID, 172),
            entry(Call.GETTID, 178),
            entry(Call.MUNMAP, 215),
            entry(Call.MMAP, 222),
            entry(Call.FADVISE64, 223),
            entry(Call.PROCESS_VM_READV, 270),
            entry(Call.RENAMEAT2, 276),
            entry(Call.SECCOMP, 277),
            entry(Call.GETRANDOM, 278),
            entry(Call.STATX, 291),
            entry(Call.OPENAT2, 437));

    static final StatLayout STAT = new StatLayout(128, 16, 24, 32);

    private AsmGeneric() {}
}
