package io.github.syscallmaven.syscall.arch;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The x86_64 table.
 *
 * <p>Source: Linux, {@code arch/x86/entry/syscalls/syscall_64.tbl} and {@code include/uapi/asm-generic/fcntl.h},
 * {@code arch/x86/include/uapi/asm/stat.h}; {@code NT_GNU_PROPERTY_TYPE_0} of the x86-64 psABI.
 */
final class X8664 {
    private static final Map<Call, Integer> NUMBERS = Map.ofEntries(
            entry(Call.READ, 0),
            entry(Call.WRITE, 1),
            entry(Call.OPEN, 2),
            entry(Call.CLOSE, 3),
            entry(Call.MMAP, 9),
            entry(Call.MUNMAP, 11),
            entry(Call.PREAD64, 17),
            entry(Call.GETPID, 39),
            entry(Call.UNAME, 63),
            entry(Call.FLOCK, 73),
            entry(Call.FSYNC, 74),
            entry(Call.FCHMOD, 91),
            entry(Call.FCHOWN, 93),
            entry(Call.PRCTL, 157),
            entry(Call.GETTID, 186),
            entry(Call.FSETXATTR, 190),
            entry(Call.FGETXATTR, 193),
            entry(Call.GETDENTS64, 217),
            entry(Call.FADVISE64, 221),
            entry(Call.OPENAT, 257),
            entry(Call.MKDIRAT, 258),
            entry(Call.NEWFSTATAT, 262),
            entry(Call.UNLINKAT, 263),
            entry(Call.RENAMEAT, 264),
            entry(Call.LINKAT, 265),
            entry(Call.PROCESS_VM_READV, 310),
            entry(Call.RENAMEAT2, 316),
            entry(Call.SECCOMP, 317),
            entry(Call.GETRANDOM, 318),
            entry(Call.STATX, 332),
            entry(Call.OPENAT2, 437));

    static final CpuTable TABLE = new CpuTable(
            "x86_64",
            Set.of("amd64", "x86_64"),
            62,
            Map.of(0xc0000002, 3),
            NUMBERS,
            new OpenFlags(0x10000, 0x20000),
            new StatLayout(144, 24, 28, 40),
            List.of(
                    "cpu_features",
                    "md5_blocks",
                    "sha1_blocks",
                    "sha256_blocks",
                    "sha512_blocks",
                    "syscall_3",
                    "syscall_6",
                    "syscall_n"),
            "899b58e35dbc6086015909bd592bba25709dd99cb042f2152b4caa52afcaca48");

    private X8664() {}
}
