package io.github.syscallmaven.syscall;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls that are handed over to the kernel at once, which is cheaper than one by one: made in order, up to the first
 * that fails. They are laid out once and can be made any number of times. The first argument of each is a descriptor:
 * either the one that a run is given, {@link #SUBJECT}, or the result of an earlier call.
 *
 * <p>In memory, each call is {@code struct call} of {@code stub-src}: number, distance of the first argument, five
 * further arguments, result, 64 bits each; behind the last one is the subject. For one thread at a time.
 */
public final class CallSequence {
    /** In place of an earlier call: the descriptor that {@link #make} is given. */
    public static final int SUBJECT = -1;

    private static final int CALL = 64;
    private static final int FIRST_ARGUMENT = 8;
    private static final int RESULT = 56;

    private final Arch arch;
    private final Gate gate;
    private final int subject;
    private final NativeBuffer memory;
    private final ByteBuffer calls;
    /** The kernel is given their addresses. */
    private final List<NativeBuffer> buffers = new ArrayList<>();

    private int count;

    public CallSequence(Arch arch, Gate gate, int most) {
        this.arch = arch;
        this.gate = gate;
        this.subject = most * CALL;
        this.memory = NativeBuffer.allocate(subject + Long.BYTES);
        this.calls = memory.bytes();
    }

    /**
     * Adds openat(2) without a mode, below the descriptor that call {@code directory} gives; the result says which call
     * this is.
     */
    public int openat(int directory, NativeBuffer path, int flags) {
        buffers.add(path);
        return add(Call.OPENAT, directory, path.address(), flags, 0);
    }

    /** Adds statx(2), likewise. */
    public int statx(int directory, NativeBuffer path, int flags, int mask, NativeBuffer result) {
        buffers.add(path);
        buffers.add(result);
        return add(Call.STATX, directory, path.address(), flags, mask, result.address());
    }

    /** Adds pread64(2) of as much as the buffer holds, from the file's start. */
    public int pread64(int fd, NativeBuffer buffer) {
        buffers.add(buffer);
        return add(Call.PREAD64, fd, buffer.address(), buffer.size(), 0);
    }

    /** Adds close(2). */
    public int close(int fd) {
        return add(Call.CLOSE, fd);
    }

    public int add(Call call, int first, long... others) {
        int at = count * CALL;
        calls.putLong(at, arch.number(call));
        calls.putLong(at + FIRST_ARGUMENT, (first == SUBJECT ? subject : first * CALL + RESULT) - at);
        for (int i = 0; i < others.length; i++) {
            calls.putLong(at + FIRST_ARGUMENT + (i + 1) * Long.BYTES, others[i]);
        }
        return count++;
    }

    /** Makes all calls; see {@link #make(long, int, int)}. */
    public int make(long descriptor) {
        return make(descriptor, 0, count);
    }

    /**
     * Makes the calls from {@code from} up to, not including, {@code to}.
     *
     * @return the call behind the last one that was made, which is the one that failed, if one did
     */
    public int make(long descriptor, int from, int to) {
        calls.putLong(subject, descriptor);
        try {
            return from + gate.syscalls(this, from, to);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** What the kernel returned to this call, which was made; an error is the negated errno. */
    public long result(int call) {
        return calls.getLong(call * CALL + RESULT);
    }

    /** Whether this call, which was made, failed. */
    public boolean failed(int call) {
        return Errno.isError(result(call));
    }

    int makeOneByOne(Gate each, int from, int to) {
        for (int call = from; call < to; call++) {
            int at = call * CALL;
            long result = each.syscall(
                    calls.getLong(at),
                    calls.getLong(at + (int) calls.getLong(at + FIRST_ARGUMENT)),
                    calls.getLong(at + 16),
                    calls.getLong(at + 24),
                    calls.getLong(at + 32),
                    calls.getLong(at + 40),
                    calls.getLong(at + 48));
            calls.putLong(at + RESULT, result);
            if (Errno.isError(result)) {
                return call + 1 - from;
            }
        }
        return to - from;
    }

    public long address(int call) {
        return memory.address() + (long) call * CALL;
    }
}
