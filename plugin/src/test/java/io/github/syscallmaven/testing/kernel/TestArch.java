package io.github.syscallmaven.testing.kernel;

import io.github.syscallmaven.syscall.arch.Arch;

/** The CPU that the tests run on. Asking for it loads nothing. */
public final class TestArch {
    public static final Arch THIS =
            Arch.ofJavaName(System.getProperty("os.arch")).orElseThrow();

    private TestArch() {}
}
