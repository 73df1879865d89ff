package io.github.syscallmaven.io.kernel.call;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * One object for each thread, which does not outlive its use: a thread keeps what a {@link ThreadLocal} gives it as
 * long as it lives, and with an object of this plugin all of its classes, beyond the build. When nobody holds it any
 * more it may be made anew.
 */
public final class OfThread<T> {
    private final Supplier<T> first;

    @SuppressWarnings("ThreadLocalUsage") // what it refers to does not refer back strongly
    private final ThreadLocal<WeakReference<T>> held = new ThreadLocal<>();

    public OfThread(Supplier<T> first) {
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
