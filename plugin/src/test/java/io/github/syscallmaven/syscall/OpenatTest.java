package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.syscall.arch.OpenFlags;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenatTest {
    @TempDir
    Path folder;

    @Test
    void nameIsMeantBelowTheDirectory() throws Exception {
        int dirfd = TestKernel.openDirectory(folder);
        int flags =
                KernelConstants.O_WRONLY | KernelConstants.O_CREAT | KernelConstants.O_EXCL | KernelConstants.O_CLOEXEC;

        int fd = TestKernel.SYSCALLS.openat(dirfd, TestKernel.path("new"), flags, 0600);

        assertThat(folder.resolve("new")).isEmptyFile();
        assertThatThrownBy(() -> TestKernel.SYSCALLS.openat(dirfd, TestKernel.path("new"), flags, 0600))
                .hasMessage("openat 'new': EEXIST (File exists)");
        TestKernel.SYSCALLS.close(fd);
        TestKernel.SYSCALLS.close(dirfd);
    }

    @Test
    void nameThatIsNotUtf8IsTheSameBytes() throws Exception {
        NativeBuffer name = NativeBuffer.allocate(16).putString(new byte[] {(byte) 0xff, 'x'});
        int dirfd = TestKernel.openDirectory(folder);

        TestKernel.SYSCALLS.close(
                TestKernel.SYSCALLS.openat(dirfd, name, KernelConstants.O_CREAT | KernelConstants.O_WRONLY, 0600));

        assertThat(DirentNames.of(dirfd)).containsExactly("ff78");
        TestKernel.SYSCALLS.unlinkat(dirfd, name, 0);
        TestKernel.SYSCALLS.close(dirfd);
    }

    @Test
    void linkIsNotFollowedWhenToldSo() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createFile(folder.resolve("f")));
        OpenFlags flags = TestKernel.ARCH.openFlags();

        assertThatThrownBy(() -> TestKernel.open(link, flags.noFollow()))
                .hasMessageEndingWith("ELOOP (Too many levels of symbolic links)");
        assertThatThrownBy(() -> TestKernel.open(link, flags.noFollow() | flags.directory()))
                .hasMessageEndingWith("ENOTDIR (Not a directory)");
    }
}
