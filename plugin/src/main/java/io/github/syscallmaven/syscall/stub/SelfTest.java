package io.github.syscallmaven.syscall.stub;

import io.github.syscallmaven.syscall.CallSequence;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.syscall.stub.image.UnusableStubException;

/** Tests a newly loaded gate: whether each argument arrives where the kernel expects it, and the result is returned. */
final class SelfTest {
    /** No page is smaller. */
    private static final int PAGE = 4096;

    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;

    private final Arch arch;
    private final Gate gate;

    private SelfTest(Arch arch, Gate gate) {
        this.arch = arch;
        this.gate = gate;
    }

    static void run(Arch arch, Gate gate) throws StubException {
        SelfTest test = new SelfTest(arch, gate);
        test.resultComesBack();
        test.errorComesBack();
        test.sixArgumentsArrive();
        test.callsFollowEachOther();
    }

    private void resultComesBack() throws StubException {
        long pid = ProcessHandle.current().pid();
        expect(pid, gate.syscall(arch.number(Call.GETPID), 0, 0, 0), "getpid by syscall_3");
        expect(pid, gate.syscall(arch.number(Call.GETPID), 0, 0, 0, 0, 0, 0), "getpid by syscall_6");
    }

    private void errorComesBack() throws StubException {
        long result = gate.syscall(Arch.NO_NUMBER, 0, 0, 0);
        // A seccomp filter may answer unknown numbers in its own way.
        if (result != -Errno.EPERM.number()) {
            expect(-Errno.ENOSYS.number(), result, "an unknown number");
        }
    }

    /** mmap refuses an odd offset, its sixth argument, and takes 0. */
    private void sixArgumentsArrive() throws StubException {
        long number = arch.number(Call.MMAP);
        expect(
                -Errno.EINVAL.number(),
                gate.syscall(number, 0, PAGE, 0, MAP_PRIVATE_ANONYMOUS, -1, 1),
                "mmap at an odd offset");
        long address = gate.syscall(number, 0, PAGE, 0, MAP_PRIVATE_ANONYMOUS, -1, 0);
        expect(0, address & (PAGE - 1), "mmap's address within its page");
        expect(0, gate.syscall(arch.number(Call.MUNMAP), address, PAGE, 0), "munmap");
    }

    /** Up to the first that fails, as close does of -1; the third is not made. */
    private void callsFollowEachOther() throws StubException {
        CallSequence calls = new CallSequence(arch, gate, 3);
        int pid = calls.add(Call.GETPID, CallSequence.SUBJECT);
        int closed = calls.add(Call.CLOSE, CallSequence.SUBJECT);
        calls.add(Call.GETPID, CallSequence.SUBJECT);
        expect(2, calls.make(-1), "a sequence whose second call fails");
        expect(ProcessHandle.current().pid(), calls.result(pid), "getpid by syscall_n");
        expect(-Errno.EBADF.number(), calls.result(closed), "close of -1 by syscall_n");
    }

    private static void expect(long expected, long actual, String what) throws StubException {
        if (actual != expected) {
            throw refusal(what, actual, expected);
        }
    }

    static StubException refusal(String what, Object actual, Object expected) {
        return new UnusableStubException(
                "The stub was loaded, but does not work here: " + what + " gave " + actual + ", not " + expected
                        + ". An emulator or a sandbox may be in between; run the build on the host itself.");
    }
}
