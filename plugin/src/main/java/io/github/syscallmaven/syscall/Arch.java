package io.github.syscallmaven.syscall;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CPU that the plugin ships a stub for. To add one: a table like {@link X8664}, a line here, a {@code syscall.S}.
 */
public enum Arch {
    X86_64("x86_64", Set.of("amd64", "x86_64"), 62, X8664.NUMBERS, X8664.OPEN_FLAGS, X8664.STAT, X8664.STUB_SHA_256);

    /** No such call on this CPU: the kernel answers any call with this number with ENOSYS. */
    private static final int NO_NUMBER = -1;

    private final String machine;
    private final Set<String> javaNames;
    private final int elfMachine;
    private final EnumMap<Call, Integer> numbers;
    private final OpenFlags openFlags;
    private final StatLayout stat;
    private final String stubSha256;

    Arch(
            String machine,
            Set<String> javaNames,
            int elfMachine,
            Map<Call, Integer> numbers,
            OpenFlags openFlags,
            StatLayout stat,
            String stubSha256) {
        this.machine = machine;
        this.javaNames = javaNames;
        this.elfMachine = elfMachine;
        this.numbers = new EnumMap<>(numbers);
        this.openFlags = openFlags;
        this.stat = stat;
        this.stubSha256 = stubSha256;
    }

    /** The CPU that Java's {@code os.arch} names, if there is a stub for it. */
    public static Optional<Arch> ofJavaName(String osArch) {
        for (Arch arch : values()) {
            if (arch.javaNames.contains(osArch)) {
                return Optional.of(arch);
            }
        }
        return Optional.empty();
    }

    /** The name that {@code uname -m} prints and that the stub's folder carries. */
    public String machine() {
        return machine;
    }

    /** {@code e_machine} of an ELF file for this CPU. */
    public int elfMachine() {
        return elfMachine;
    }

    /** The number of this call; -1 where this CPU has no such call, which the kernel answers with ENOSYS. */
    public int number(Call call) {
        return numbers.getOrDefault(call, NO_NUMBER);
    }

    /** The call of this number, if it is one that the plugin makes. */
    public Optional<Call> call(long number) {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public OpenFlags openFlags() {
        return openFlags;
    }

    StatLayout stat() {
        return stat;
    }

    /** SHA-256 of the stub that this version of the plugin was released with, in lower-case hexadecimal. */
    public String stubSha256() {
        return stubSha256;
    }
}
