package io.github.syscallmaven.io.kernel.call;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.OpenHow;
import io.github.syscallmaven.syscall.Stat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The native memory of a thread: for the arguments of a call, filled anew for each call, and for data, which is lent,
 * since the receiver of a file's bytes may read or write another file at the same time.
 */
public final class Scratch {
    /** What is lent out, in bytes. Larger pieces bring nothing: 64 KiB and 1 MiB read at the same speed. */
    public static final int DATA_SIZE = 128 * 1024;

    private static final byte[] ACL_NAME = "system.posix_acl_access".getBytes(StandardCharsets.US_ASCII);

    private static final PerThread<Scratch> OF_THREAD = new PerThread<>(Scratch::new);

    final NativeBuffer path = NativeBuffer.allocate(BytePath.MAX_LENGTH + 1);
    final NativeBuffer otherPath = NativeBuffer.allocate(BytePath.MAX_LENGTH + 1);
    final NativeBuffer emptyPath = NativeBuffer.allocate(1);
    final NativeBuffer acl = NativeBuffer.allocate(Acl.MAX_SIZE);
    final NativeBuffer aclName = NativeBuffer.allocate(ACL_NAME.length + 1).putString(ACL_NAME);
    final NativeBuffer how = NativeBuffer.allocate(OpenHow.SIZE);
    final NativeBuffer stat = NativeBuffer.allocate(Stat.STATX_SIZE);
    private final Deque<NativeBuffer> spare = new ArrayDeque<>();

    private Scratch() {}

    public static Scratch ofThread() {
        return OF_THREAD.get();
    }

    /** Memory of {@value #DATA_SIZE} bytes, until it is given back by this thread. */
    public NativeBuffer take() {
        NativeBuffer buffer = spare.poll();
        if (buffer == null) {
            return NativeBuffer.allocate(DATA_SIZE);
        }
        buffer.bytes().clear();
        return buffer;
    }

    public void give(NativeBuffer buffer) {
        spare.push(buffer);
    }

    NativeBuffer path(BytePath name) {
        return put(path, name);
    }

    NativeBuffer otherPath(BytePath name) {
        return put(otherPath, name);
    }

    private static NativeBuffer put(NativeBuffer buffer, BytePath name) {
        buffer.bytes().clear();
        name.putInto(buffer.bytes());
        buffer.bytes().put((byte) 0);
        return buffer;
    }
}
