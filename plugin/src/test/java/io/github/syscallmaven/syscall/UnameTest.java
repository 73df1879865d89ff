package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.kernel.TestKernel;
import org.junit.jupiter.api.Test;

class UnameTest {
    @Test
    void tellsWhatTheCommandTells() throws Exception {
        Prerequisite.tool("uname");

        Utsname utsname = Utsname.of(TestKernel.SYSCALLS);

        assertThat(utsname.release() + " " + utsname.machine() + "\n")
                .isEqualTo(Run.of("uname", "-r", "-m").successful().output());
    }
}
