package io.github.syscallmaven.testing.kernel;

import io.github.syscallmaven.syscall.NativeBuffer;
import java.lang.ref.Reference;
import java.nio.file.Path;

/** Calls of which only tests have need, so that they need not start programs for them. */
public enum RawCall {
    MKNODAT(259, 33),
    UMOUNT2(166, 39),
    MOUNT(165, 40);

    private final int ofX8664;
    private final int generic;

    RawCall(int ofX8664, int generic) {
        this.ofX8664 = ofX8664;
        this.generic = generic;
    }

    /** The result, or -errno. Paths become C strings. */
    public long make(Object... arguments) {
        long[] values = new long[5];
        NativeBuffer[] buffers = new NativeBuffer[values.length];
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Path path) {
                buffers[i] = TestKernel.path(path);
                values[i] = buffers[i].address();
            } else {
                values[i] = ((Number) arguments[i]).longValue();
            }
        }
        int number = TestKernel.ARCH.machine().equals("x86_64") ? ofX8664 : generic;
        try {
            return TestKernel.GATE.syscall(number, values[0], values[1], values[2], values[3], values[4], 0);
        } finally {
            Reference.reachabilityFence(buffers);
        }
    }
}
