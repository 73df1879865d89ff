package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.BlockDigest;
import java.util.EnumSet;
import java.util.Set;

/**
 * The features of an x86_64 CPU, as the stub's {@code cpu_features} reports them. Bits: Intel 64 Architectures Software
 * Developer's Manual, CPUID, leaf 1 ecx and leaf 7 ebx.
 */
final class X8664Features {
    private static final long SSSE3 = 1L << 9;
    private static final long SSE4_1 = 1L << 19;
    private static final long AVX = 1L << 28;
    private static final long BMI2 = 1L << (32 + 8);
    private static final long SHA = 1L << (32 + 29);

    private X8664Features() {}

    /** Those whose instructions a CPU with these features has. */
    static Set<BlockDigest> usable(long features) {
        Set<BlockDigest> usable = EnumSet.of(BlockDigest.MD5);
        if (has(features, SHA | SSSE3 | SSE4_1)) {
            usable.add(BlockDigest.SHA1);
            usable.add(BlockDigest.SHA256);
        }
        if (has(features, BMI2 | AVX)) {
            usable.add(BlockDigest.SHA512);
        }
        return usable;
    }

    private static boolean has(long features, long needed) {
        return (features & needed) == needed;
    }

    static native long cpu_features();
}
