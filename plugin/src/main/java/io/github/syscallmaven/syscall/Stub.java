package io.github.syscallmaven.syscall;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assembly stub, mapped directly: a call costs a few hundred nanoseconds, against microseconds by an interface mapping.
 *
 * <p>JNA maps a class once, so there is one stub in each class loader.
 */
final class Stub implements Gate {
    private static final int RTLD_NOW = 2;

    private Stub() {}

    /** Maps the functions of the library in this file, which may be removed afterwards. */
    static Stub map(String file) throws IOException {
        try {
            // Without RTLD_GLOBAL, so that our symbols are nobody else's.
            NativeLibrary library = NativeLibrary.getInstance(file, Map.of(Library.OPTION_OPEN_FLAGS, RTLD_NOW));
            Native.register(Stub.class, library);
            return new Stub();
        } catch (UnsatisfiedLinkError e) {
            throw new IOException(dlopenError(e), e);
        }
    }

    /** JNA goes on to look in places where the file is not, and tells of each; what dlopen said comes first. */
    private static @Nullable String dlopenError(UnsatisfiedLinkError e) {
        Throwable[] attempts = e.getSuppressed();
        return attempts.length == 0 ? e.getMessage() : attempts[0].getMessage();
    }

    private static native long syscall_3(long number, long a1, long a2, long a3);

    private static native long syscall_6(long number, long a1, long a2, long a3, long a4, long a5, long a6);

    private static native long syscall_n(long calls, long count);

    @Override
    public long syscall(long number, long a1, long a2, long a3) {
        return syscall_3(number, a1, a2, a3);
    }

    @Override
    public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
        return syscall_6(number, a1, a2, a3, a4, a5, a6);
    }

    @Override
    public int syscalls(CallSequence calls, int from, int to) {
        return (int) syscall_n(calls.address(from), to - from);
    }
}
