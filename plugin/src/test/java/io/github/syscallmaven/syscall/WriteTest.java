package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTest {
    @TempDir
    Path folder;

    @Test
    void writesFromTheOffsetOn() throws Exception {
        Path file = Files.createFile(folder.resolve("f"));
        int fd = TestKernel.open(file, KernelConstants.O_WRONLY);

        int count = TestKernel.SYSCALLS.write(fd, TestKernel.text("say hello!"), 4, 5);
        TestKernel.SYSCALLS.close(fd);

        assertThat(count).isEqualTo(5);
        assertThat(file).hasContent("hello");
    }

    @Test
    void fullDeviceIsEnospc() throws Exception {
        int fd = TestKernel.open(Path.of("/dev/full"), KernelConstants.O_WRONLY);

        assertThatThrownBy(() -> TestKernel.SYSCALLS.write(fd, TestKernel.text("x"), 0, 1))
                .hasMessage("write 'fd " + fd + "': ENOSPC (No space left on device)");
        TestKernel.SYSCALLS.close(fd);
    }
}
