package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlockTest {
    private static final int TRY = KernelConstants.LOCK_EX | KernelConstants.LOCK_NB;

    @Test
    void lockIsHeldUntilItsDescriptorIsClosed(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("f"));
        int first = TestKernel.open(file, KernelConstants.O_RDONLY);
        int second = TestKernel.open(file, KernelConstants.O_RDONLY);

        TestKernel.SYSCALLS.flock(first, TRY);

        assertThatThrownBy(() -> TestKernel.SYSCALLS.flock(second, TRY))
                .hasMessage("flock 'fd " + second + "': EAGAIN (Resource temporarily unavailable)");
        TestKernel.SYSCALLS.close(first);
        assertThatCode(() -> TestKernel.SYSCALLS.flock(second, TRY)).doesNotThrowAnyException();
        TestKernel.SYSCALLS.close(second);
    }
}
