package io.github.syscallmaven.syscall;

/** struct open_how of openat2(2): flags, mode, resolve, 64 bits each. */
public final class OpenHow {
    /** In bytes. */
    public static final int SIZE = 24;

    private OpenHow() {}

    /** Lays the fields out in this buffer. */
    public static NativeBuffer put(NativeBuffer how, long flags, long mode, long resolve) {
        how.bytes().clear();
        how.bytes().putLong(flags).putLong(mode).putLong(resolve);
        return how;
    }
}
