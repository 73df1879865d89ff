package io.github.syscallmaven.syscall;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The aarch64 table.
 *
 * <p>Source: Linux, {@code arch/arm64/include/uapi/asm/unistd.h} and {@code fcntl.h}; {@code NT_GNU_PROPERTY_TYPE_0} of the
 * ELF for the Arm 64-bit Architecture.
 */
final class AArch64 {
    static final ArchTable TABLE = new ArchTable(
            "aarch64",
            Set.of("aarch64"),
            183,
            Map.of(0xc0000000, 1),
            numbers(),
            new OpenFlags(0x4000, 0x8000),
            AsmGeneric.STAT,
            "2f4c5ea25c6ee6c56f8b79b5bd6b99c9c7902fbc7ccfed813c4954c16b76b3d6");

    private AArch64() {}

    /** It is the last CPU that has renameat: {@code __ARCH_WANT_RENAMEAT}. */
    private static Map<Call, Integer> numbers() {
        Map<Call, Integer> numbers = new EnumMap<>(AsmGeneric.NUMBERS);
        numbers.put(Call.RENAMEAT, 38);
        return numbers;
    }
}
