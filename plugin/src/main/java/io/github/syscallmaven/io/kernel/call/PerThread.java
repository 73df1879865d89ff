package io.github.syscallmaven.io.kernel.call;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * One object for each thread, held weakly. A {@link ThreadLocal} would keep an object of this plugin, and with it all
 * classes of the plugin, as long as the thread lives, beyond the build. When nobody holds the object any more, a new
 * one may be made.
 */
public final class PerThread<T> {
    private final Supplier<T> first;

    @SuppressWarnings("ThreadLocalUsage") // what it refers to does not refer back strongly
    private final ThreadLocal<WeakReference<T>> held = new ThreadLocal<>();

    public PerThread(Supplier<T> first) {
        this.first = first;
    }

    public T get() {
        WeakReference<T> reference = held.get();
        T object = reference == null ? null : reference.get();
        if (object == null) {
            object = first.get();
            held.set(new WeakReference<>(object));
        }
        return object;
    }
}
