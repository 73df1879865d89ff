package io.github.syscallmaven.testing.kernel;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import java.util.Arrays;
import java.util.Optional;

/** The CPU that the tests run on. Asking for it loads nothing. */
public final class TestArch {
    public static final Arch THIS =
            Arch.ofJavaName(System.getProperty("os.arch")).orElseThrow();

    private TestArch() {}

    /** The call of this number, if it is one that the plugin makes. */
    public static Optional<Call> call(Arch arch, long number) {
        return Arrays.stream(Call.values())
                .filter(call -> arch.has(call) && arch.number(call) == number)
                .findFirst();
    }
}
