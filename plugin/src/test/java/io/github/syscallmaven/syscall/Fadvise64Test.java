package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Fadvise64Test {
    @Test
    void sequentialIsTakenAndNonsenseIsEinval(@TempDir Path folder) throws Exception {
        int fd = TestKernel.open(Files.createFile(folder.resolve("f")), KernelConstants.O_RDONLY);

        assertThatCode(() -> TestKernel.SYSCALLS.fadvise64(fd, 0, 0, KernelConstants.POSIX_FADV_SEQUENTIAL))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> TestKernel.SYSCALLS.fadvise64(fd, 0, 0, 77))
                .hasMessage("fadvise64 'fd " + fd + "': EINVAL (Invalid argument)");
        TestKernel.SYSCALLS.close(fd);
    }
}
