package io.github.syscallmaven.syscall.arch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CPU that the plugin ships a stub for. To add one: a table like {@link X8664}, a line here, a {@code syscall.S}.
 */
public enum Arch {
    X86_64(X8664.TABLE),
    AARCH64(AArch64.TABLE),
    RISCV64(RiscV64.TABLE);

    /**
     * The number of no call on any CPU. Not -1: older kernels for riscv64 take that for a call that a tracer has made
     * already, and the first argument comes back as if it were the result.
     */
    public static final int NO_NUMBER = 0x3fffffff;

    private final CpuTable table;
    private final EnumMap<Call, Integer> numbers;

    Arch(CpuTable table) {
        this.table = table;
        this.numbers = new EnumMap<>(table.numbers());
    }

    /** The CPU that Java's {@code os.arch} names, if there is a stub for it. */
    public static Optional<Arch> ofJavaName(String osArch) {
        for (Arch arch : values()) {
            if (arch.table.javaNames().contains(osArch)) {
                return Optional.of(arch);
            }
        }
        return Optional.empty();
    }

    /** The name that {@code uname -m} prints and that the stub's folder carries. */
    public String machine() {
        return table.machine();
    }

    /** {@code e_machine} of an ELF file for this CPU. */
    public int elfMachine() {
        return table.elfMachine();
    }

    /** Whether this CPU has such a call; the older ones are missing on newer CPUs. */
    public boolean has(Call call) {
        return numbers.containsKey(call);
    }

    /** The number of this call; where this CPU has no such call, one that the kernel answers with ENOSYS. */
    public int number(Call call) {
        return numbers.getOrDefault(call, NO_NUMBER);
    }

    public OpenFlags openFlags() {
        return table.openFlags();
    }

    public StatLayout stat() {
        return table.stat();
    }

    /** The stub's GNU properties, by type; empty for one without a property note. */
    public Map<Integer, Integer> properties() {
        return table.properties();
    }

    /** The functions that the stub exports and nothing else, sorted. */
    public List<String> exports() {
        return table.exports();
    }

    /** SHA-256 of the stub that this version of the plugin was released with, in lower-case hexadecimal. */
    public String stubSha256() {
        return table.stubSha256();
    }
}
