package io.github.syscallmaven.syscall.stub;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.testing.kernel.TestKernel;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private static final Gate REAL = TestKernel.GATE;
    private static final Arch ARCH = TestKernel.ARCH;

    /** A gate with a fault. */
    private interface SixArguments extends Gate {
        @Override
        default long syscall(long number, long a1, long a2, long a3) {
            return REAL.syscall(number, a1, a2, a3);
        }
    }

    @Test
    void realGatePasses() {
        assertThatCode(() -> SelfTest.run(ARCH, REAL)).doesNotThrowAnyException();
    }

    @Test
    void gateThatLosesTheResultIsRefused() {
        assertRefused((number, a1, a2, a3, a4, a5, a6) -> 0, "getpid by syscall_3 gave 0");
    }

    @Test
    void gateWhoseSixArgumentsDoNotWorkIsRefused() {
        SixArguments gate = (number, a1, a2, a3, a4, a5, a6) -> -38;

        assertRefused(gate, "getpid by syscall_6 gave -38");
    }

    @Test
    void gateThatLosesTheSixthArgumentIsRefused() {
        SixArguments gate = (number, a1, a2, a3, a4, a5, a6) -> REAL.syscall(number, a1, a2, a3, a4, a5, 0);

        assertRefused(gate, "mmap at an odd offset gave");
    }

    @Test
    void gateThatSwapsTheFourthAndTheFifthArgumentIsRefused() {
        SixArguments gate = (number, a1, a2, a3, a4, a5, a6) -> REAL.syscall(number, a1, a2, a3, a5, a4, a6);

        assertRefused(gate, "mmap's address within its page gave");
    }

    @Test
    void gateThatMakesUpSuccessIsRefused() {
        SixArguments gate = (number, a1, a2, a3, a4, a5, a6) -> REAL.syscall(number, a1, a2, a3, a4, a5, a6);

        assertRefused(answeringUnknownNumbers(gate, 0), "an unknown number gave 0, not -38");
    }

    @Test
    void sandboxThatForbidsUnknownNumbersIsAccepted() {
        assertThatCode(() -> SelfTest.run(ARCH, answeringUnknownNumbers(REAL, -Errno.EPERM.number())))
                .doesNotThrowAnyException();
    }

    private static Gate answeringUnknownNumbers(Gate gate, long answer) {
        return (number, a1, a2, a3, a4, a5, a6) ->
                number == Arch.NO_NUMBER ? answer : gate.syscall(number, a1, a2, a3, a4, a5, a6);
    }

    private static void assertRefused(Gate gate, String fault) {
        assertThatExceptionOfType(StubException.class)
                .isThrownBy(() -> SelfTest.run(ARCH, gate))
                .withMessageContaining(fault)
                .withMessageContaining("run the build on the host itself");
    }
}
