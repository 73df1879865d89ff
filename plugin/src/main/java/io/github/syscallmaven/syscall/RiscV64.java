package io.github.syscallmaven.syscall;

import java.util.Map;
import java.util.Set;

/**
 * The riscv64 table.
 *
 * <p>Source: Linux, {@code arch/riscv/include/uapi/asm/unistd.h}, {@code include/uapi/asm-generic/fcntl.h}.
 */
final class RiscV64 {
    static final ArchTable TABLE = new ArchTable(
            "riscv64",
            Set.of("riscv64"),
            243,
            Map.of(),
            AsmGeneric.NUMBERS,
            new OpenFlags(0x10000, 0x20000),
            AsmGeneric.STAT,
            "d83e88af46d3146f017d5ffee6583c48b8ce9c9c3c7720a7a7193bc808d1534b");

    private RiscV64() {}
}
