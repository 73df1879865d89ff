package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.Arch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A copy of the stub shipped for x86_64, to be made unsound. */
final class StubPatch {
    private static final int SEGMENTS = 64;
    private static final int SEGMENT_SIZE = 56;
    private static final int DYNAMIC_SIZE = 16;

    private final ByteBuffer bytes;

    StubPatch() {
        this.bytes = ByteBuffer.wrap(shipped(Arch.X86_64)).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] shipped(Arch arch) {
        try {
            return StubImage.shipped(arch).bytes();
        } catch (StubException e) {
            throw new AssertionError(e);
        }
    }

    StubPatch putByte(int at, int value) {
        bytes.put(at, (byte) value);
        return this;
    }

    StubPatch putShort(int at, int value) {
        bytes.putShort(at, (short) value);
        return this;
    }

    StubPatch putInt(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    StubPatch putLong(int at, long value) {
        bytes.putLong(at, value);
        return this;
    }

    /** Where the first program header of this type is; 4 bytes type and 4 bytes flags come first. */
    int segment(int type) {
        int at = SEGMENTS;
        while (bytes.getInt(at) != type) {
            at += SEGMENT_SIZE;
        }
        return at;
    }

    /** Where the dynamic entry of this type is: 8 bytes tag, 8 bytes value. */
    int dynamic(long tag) {
        int at = (int) bytes.getLong(segment(ElfFile.PT_DYNAMIC) + 8);
        while (bytes.getLong(at) != tag) {
            at += DYNAMIC_SIZE;
        }
        return at;
    }

    /** What the dynamic entry of this type says; an address is also an offset in the first segment. */
    int dynamicValue(long tag) {
        return (int) bytes.getLong(dynamic(tag) + 8);
    }

    int intAt(int at) {
        return bytes.getInt(at);
    }

    byte[] bytes() {
        return bytes.array().clone();
    }
}
