package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FsyncTest {
    @TempDir
    Path folder;

    @Test
    void folderCanBeSyncedWhenOpenedForReading() throws Exception {
        int fd = TestKernel.openDirectory(folder);

        assertThatCode(() -> TestKernel.SYSCALLS.fsync(fd)).doesNotThrowAnyException();
        TestKernel.SYSCALLS.close(fd);
    }

    @Test
    void descriptorThatOnlyNamesAFolderIsEbadf() throws Exception {
        int fd = TestKernel.open(folder, KernelConstants.O_PATH);

        assertThatThrownBy(() -> TestKernel.SYSCALLS.fsync(fd))
                .hasMessage("fsync 'fd " + fd + "': EBADF (Bad file descriptor)");
        TestKernel.SYSCALLS.close(fd);
    }
}
