package io.github.syscallmaven.syscall.arch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The aarch64 table.
 *
 * <p>Source: Linux, {@code arch/arm64/include/uapi/asm/unistd.h} and {@code fcntl.h}; {@code NT_GNU_PROPERTY_TYPE_0} of
 * the ELF for the Arm 64-bit Architecture.
 */
final class AArch64 {
    static final CpuTable TABLE = new CpuTable(
            "aarch64",
            Set.of("aarch64"),
            183,
            Map.of(0xc0000000, 1),
            numbers(),
            new OpenFlags(0x4000, 0x8000),
            AsmGeneric.STAT,
            List.of(
                    "md5_blocks",
                    "sha1_blocks",
                    "sha256_blocks",
                    "sha512_blocks",
                    "syscall_3",
                    "syscall_6",
                    "syscall_n"),
            "586774ff95aad5a7e0e35df40c974f7cf43f25a289af6c30381de19d65fe25f8");

    private AArch64() {}

    /** It is the last CPU that has renameat: {@code __ARCH_WANT_RENAMEAT}. */
    private static Map<Call, Integer> numbers() {
        Map<Call, Integer> numbers = new EnumMap<>(AsmGeneric.NUMBERS);
        numbers.put(Call.RENAMEAT, 38);
        return numbers;
    }
}
