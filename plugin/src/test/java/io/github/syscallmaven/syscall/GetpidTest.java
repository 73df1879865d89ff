package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.kernel.TestKernel;
import org.junit.jupiter.api.Test;

class GetpidTest {
    @Test
    void isTheProcessThatJavaSees() throws Exception {
        assertThat((long) TestKernel.SYSCALLS.getpid())
                .isEqualTo(ProcessHandle.current().pid());
    }
}
