package io.github.syscallmaven.testing.kernel;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.ElfFile;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.StubImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A copy of the stub shipped for x86_64, to be made unsound. */
public final class StubPatch {
    private static final int SEGMENTS = 64;
    private static final int SEGMENT_SIZE = 56;
    private static final int DYNAMIC_SIZE = 16;

    private final ByteBuffer bytes;

    public StubPatch() {
        this.bytes = ByteBuffer.wrap(shipped(Arch.X86_64)).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static byte[] shipped(Arch arch) {
        try {
            return StubImage.shipped(arch).bytes();
        } catch (StubException e) {
            throw new AssertionError(e);
        }
    }

    public StubPatch putByte(int at, int value) {
        bytes.put(at, (byte) value);
        return this;
    }

    public StubPatch putShort(int at, int value) {
        bytes.putShort(at, (short) value);
        return this;
    }

    public StubPatch putInt(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    public StubPatch putLong(int at, long value) {
        bytes.putLong(at, value);
        return this;
    }

    /** Where the first program header of this type is; 4 bytes type and 4 bytes flags come first. */
    public int segment(int type) {
        int at = SEGMENTS;
        while (bytes.getInt(at) != type) {
            at += SEGMENT_SIZE;
        }
        return at;
    }

    /** Where the dynamic entry of this type is: 8 bytes tag, 8 bytes value. */
    public int dynamic(long tag) {
        int at = (int) bytes.getLong(segment(ElfFile.PT_DYNAMIC) + 8);
        while (bytes.getLong(at) != tag) {
            at += DYNAMIC_SIZE;
        }
        return at;
    }

    /** What the dynamic entry of this type says; an address is also an offset in the first segment. */
    public int dynamicValue(long tag) {
        return (int) bytes.getLong(dynamic(tag) + 8);
    }

    public int intAt(int at) {
        return bytes.getInt(at);
    }

    public byte[] bytes() {
        return bytes.array().clone();
    }
}
