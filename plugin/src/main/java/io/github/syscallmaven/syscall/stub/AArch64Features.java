package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.BlockDigest;
import java.util.EnumSet;
import java.util.Set;

/**
 * The features of an aarch64 CPU, as the kernel reports them. Bits: Linux, {@code arch/arm64/include/uapi/asm/hwcap.h}.
 */
final class AArch64Features {
    private static final long HWCAP_SHA1 = 1 << 5;
    private static final long HWCAP_SHA2 = 1 << 6;
    private static final long HWCAP_SHA512 = 1 << 21;

    private AArch64Features() {}

    /** Those whose instructions a CPU with this {@code AT_HWCAP} has. */
    static Set<BlockDigest> usable(long hwcap) {
        Set<BlockDigest> usable = EnumSet.of(BlockDigest.MD5);
        if ((hwcap & HWCAP_SHA1) != 0) {
            usable.add(BlockDigest.SHA1);
        }
        if ((hwcap & HWCAP_SHA2) != 0) {
            usable.add(BlockDigest.SHA256);
        }
        if ((hwcap & HWCAP_SHA512) != 0) {
            usable.add(BlockDigest.SHA512);
        }
        return usable;
    }
}
