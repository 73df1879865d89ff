package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MkdiratTest {
    @TempDir
    Path folder;

    @Test
    void createsAFolderWithTheModeAndUnlinkatRemovesIt() throws Exception {
        int dirfd = TestKernel.openDirectory(folder);
        NativeBuffer name = TestKernel.path("new");

        TestKernel.SYSCALLS.mkdirat(dirfd, name, 0700);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new"))))
                .isEqualTo("rwx------");
        assertThatThrownBy(() -> TestKernel.SYSCALLS.mkdirat(dirfd, name, 0700))
                .hasMessage("mkdirat 'new': EEXIST (File exists)");
        assertThatThrownBy(() -> TestKernel.SYSCALLS.unlinkat(dirfd, name, 0))
                .hasMessage("unlinkat 'new': EISDIR (Is a directory)");

        TestKernel.SYSCALLS.unlinkat(dirfd, name, KernelConstants.AT_REMOVEDIR);

        assertThat(folder).isEmptyDirectory();
        TestKernel.SYSCALLS.close(dirfd);
    }
}
