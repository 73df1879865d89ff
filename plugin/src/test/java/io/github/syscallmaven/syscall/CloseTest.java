package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import org.junit.jupiter.api.Test;

class CloseTest {
    @Test
    void descriptorThatIsNotOpenIsEbadf() {
        assertThatThrownBy(() -> TestKernel.SYSCALLS.close(-1))
                .hasMessage("close 'fd -1': EBADF (Bad file descriptor)");
    }
}
