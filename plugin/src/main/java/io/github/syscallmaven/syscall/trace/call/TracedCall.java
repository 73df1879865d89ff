package io.github.syscallmaven.syscall.trace.call;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.arch.Call;
import org.jspecify.annotations.Nullable;

/** A call that was made, and the memory that its addresses point to. */
public final class TracedCall {
    private final @Nullable Call call;
    private final long number;
    private final ProcessMemory memory;
    private final long result;
    private final long[] arguments;

    public TracedCall(@Nullable Call call, long number, ProcessMemory memory, long result, long... arguments) {
        this.call = call;
        this.number = number;
        this.memory = memory;
        this.result = result;
        this.arguments = arguments;
    }

    /** Null when the number is none of the plugin's calls. */
    @Nullable
    public Call call() {
        return call;
    }

    long number() {
        return number;
    }

    int argumentCount() {
        return arguments.length;
    }

    /** The argument, 0 when the call was made with fewer. */
    long argument(int index) {
        return index < arguments.length ? arguments[index] : 0;
    }

    ProcessMemory memory() {
        return memory;
    }

    public long result() {
        return result;
    }

    public boolean failed() {
        return Errno.isError(result);
    }
}
