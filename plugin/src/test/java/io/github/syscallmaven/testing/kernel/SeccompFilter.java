package io.github.syscallmaven.testing.kernel;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import java.nio.ByteBuffer;

/**
 * A sandbox around this process that answers one call with an error; it cannot be taken off again. See seccomp(2); a
 * program of four BPF instructions: load the number, compare, return the error, allow.
 */
public final class SeccompFilter {
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final int SECCOMP_SET_MODE_FILTER = 1;
    private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;
    private static final int RET_ERRNO = 0x00050000;
    private static final int RET_ALLOW = 0x7fff0000;
    private static final int LOAD_WORD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int RETURN = 0x06;
    private static final int INSTRUCTIONS = 4;

    private SeccompFilter() {}

    /** From here on, every thread of this process gets {@code errno} from {@code call}. */
    public static void install(Arch arch, Gate gate, Call call, Errno errno) {
        NativeBuffer program = NativeBuffer.allocate(INSTRUCTIONS * 8);
        put(program.bytes(), LOAD_WORD, 0, 0, 0);
        put(program.bytes(), JUMP_IF_EQUAL, 0, 1, arch.number(call));
        put(program.bytes(), RETURN, 0, 0, RET_ERRNO | errno.number());
        put(program.bytes(), RETURN, 0, 0, RET_ALLOW);
        NativeBuffer header = NativeBuffer.allocate(16);
        header.bytes().putShort(0, (short) INSTRUCTIONS).putLong(8, program.address());

        succeed(gate.syscall(arch.number(Call.PRCTL), PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0, 0));
        succeed(gate.syscall(
                arch.number(Call.SECCOMP), SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, header.address()));
        // Used again, so that the garbage collector lets it live until here.
        program.bytes().clear();
    }

    private static void put(ByteBuffer program, int code, int ifTrue, int ifFalse, int value) {
        program.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(value);
    }

    private static void succeed(long result) {
        if (result != 0) {
            throw new AssertionError("the sandbox was refused with " + result);
        }
    }
}
