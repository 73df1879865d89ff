package io.github.syscallmaven.syscall.arch;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The riscv64 table.
 *
 * <p>Source: Linux, {@code arch/riscv/include/uapi/asm/unistd.h}, {@code include/uapi/asm-generic/fcntl.h}.
 */
final class RiscV64 {
    static final CpuTable TABLE = new CpuTable(
            "riscv64",
            Set.of("riscv64"),
            243,
            Map.of(),
            AsmGeneric.NUMBERS,
            new OpenFlags(0x10000, 0x20000),
            AsmGeneric.STAT,
            List.of("syscall_3", "syscall_6", "syscall_n"),
            "105adaa6b7168e21a7a2bb4677a913dc0feba43ff84452626637999992157052");

    private RiscV64() {}
}
