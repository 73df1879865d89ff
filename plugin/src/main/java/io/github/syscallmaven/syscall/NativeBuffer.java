package io.github.syscallmaven.syscall;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Memory outside the Java heap whose address can be given to the kernel; freed when it is no longer reachable.
 *
 * <p>For one thread at a time. Allocating costs microseconds, so keep and reuse it.
 */
public final class NativeBuffer {
    private final ByteBuffer bytes;
    private final long address;

    private NativeBuffer(ByteBuffer bytes) {
        this.bytes = bytes;
        this.address = Pointer.nativeValue(Native.getDirectBufferPointer(bytes));
    }

    /** This many zero bytes. */
    public static NativeBuffer allocate(int size) {
        return new NativeBuffer(ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder()));
    }

    /** The memory of this direct buffer, all of it, whatever its position and limit. */
    public static NativeBuffer of(ByteBuffer direct) {
        return new NativeBuffer(direct);
    }

    /** The bytes, in the order of this CPU. Position and limit are the caller's to use; the kernel knows neither. */
    public ByteBuffer bytes() {
        return bytes;
    }

    public long address() {
        return address;
    }

    public int size() {
        return bytes.capacity();
    }

    /** Makes this a C string: these bytes and a NUL. */
    public NativeBuffer putString(byte[] string) {
        return putString(string, 0, string.length);
    }

    /** Makes this a C string: a part of these bytes and a NUL. */
    public NativeBuffer putString(byte[] string, int from, int length) {
        bytes.clear();
        bytes.put(string, from, length).put((byte) 0);
        return this;
    }

    /** The bytes before the first NUL. */
    public byte[] string() {
        byte[] copy = new byte[bytes.capacity()];
        int length = 0;
        while (length < copy.length && bytes.get(length) != 0) {
            copy[length] = bytes.get(length++);
        }
        return Arrays.copyOf(copy, length);
    }
}
