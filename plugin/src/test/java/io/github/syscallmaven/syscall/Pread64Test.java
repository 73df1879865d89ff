package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pread64Test {
    @Test
    void readsFromThePositionAndLeavesTheDescriptorsOwn(@TempDir Path folder) throws Exception {
        int fd = TestKernel.open(Files.writeString(folder.resolve("f"), "0123456789"), KernelConstants.O_RDONLY);
        NativeBuffer buffer = NativeBuffer.allocate(16);

        assertThat(TestKernel.SYSCALLS.pread64(fd, buffer, 3, 4)).isEqualTo(3);
        assertThat(TestKernel.text(buffer, 3)).isEqualTo("456");
        assertThat(TestKernel.SYSCALLS.pread64(fd, buffer, 16, 8)).isEqualTo(2);
        assertThat(TestKernel.SYSCALLS.pread64(fd, buffer, 16, 1L << 40)).isZero();
        assertThat(TestKernel.SYSCALLS.read(fd, buffer, 2)).isEqualTo(2);
        assertThat(TestKernel.text(buffer, 2)).isEqualTo("01");
        TestKernel.SYSCALLS.close(fd);
    }
}
