package io.github.syscallmaven.syscall.stub;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.github.syscallmaven.syscall.CallSequence;
import io.github.syscallmaven.syscall.Gate;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The assembly stub, mapped directly: a call costs a few hundred nanoseconds, against microseconds by an interface
 * mapping.
 *
 * <p>JNA maps a class once, so there is one stub in each class loader. What is mapped keeps this class loaded, and a
 * thread of JNA's running; so it is unmapped when the stub is no longer reachable, which {@code reachabilityFence}
 * prevents until a call has returned.
 */
final class Stub implements Gate {
    private static final int RTLD_NOW = 2;
    private static final Cleaner CLEANER = Cleaner.create();

    private static WeakReference<Stub> current = new WeakReference<>(null);
    private static @Nullable NativeLibrary mapped;

    private @Nullable LoadedStub description;

    private Stub() {}

    /** Maps the functions of the library in this file, which may be removed afterwards. */
    static synchronized Stub map(String file) throws IOException {
        if (current.get() != null) {
            throw new IllegalStateException("a stub is mapped already, and in use");
        }
        unmap(mapped);
        try {
            // Without RTLD_GLOBAL, so that our symbols are nobody else's.
            NativeLibrary library = NativeLibrary.getInstance(file, Map.of(Library.OPTION_OPEN_FLAGS, RTLD_NOW));
            mapped = library;
            Native.register(Stub.class, library);
            Stub stub = new Stub();
            current = new WeakReference<>(stub);
            CLEANER.register(stub, () -> unmap(library));
            return stub;
        } catch (UnsatisfiedLinkError e) {
            throw new IOException(dlopenError(e), e);
        }
    }

    /** Makes what there is to know about it reachable for as long as the stub itself is. */
    LoadedStub describe(LoadedStub loaded) {
        description = loaded;
        return loaded;
    }

    /** Maps the functions that this class declares, which are of this stub. */
    void map(Class<?> natives) throws IOException {
        synchronized (Stub.class) {
            try {
                Native.register(natives, Objects.requireNonNull(mapped));
            } catch (UnsatisfiedLinkError e) {
                throw new IOException(dlopenError(e), e);
            }
        }
    }

    /** Unless it has been done. */
    private static synchronized void unmap(@Nullable NativeLibrary library) {
        if (library != null && library == mapped) {
            Native.unregister(Stub.class);
            Native.unregister(MappedBlockFunctions.class);
            Native.unregister(X8664Features.class);
            library.close();
            mapped = null;
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
        try {
            return syscall_3(number, a1, a2, a3);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
        try {
            return syscall_6(number, a1, a2, a3, a4, a5, a6);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public int syscalls(CallSequence calls, int from, int to) {
        try {
            return (int) syscall_n(calls.address(from), to - from);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
