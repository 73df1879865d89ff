package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Openat2Test {
    private static final long CONTAINED = KernelConstants.RESOLVE_BENEATH
            | KernelConstants.RESOLVE_NO_MAGICLINKS
            | KernelConstants.RESOLVE_NO_SYMLINKS;

    @TempDir
    Path folder;

    private int dirfd;

    @BeforeEach
    void open() throws Exception {
        dirfd = TestKernel.openDirectory(folder);
        Prerequisite.require(isOffered(), "this kernel or sandbox has no openat2");
    }

    @AfterEach
    void close() throws Exception {
        TestKernel.SYSCALLS.close(dirfd);
    }

    private boolean isOffered() throws SyscallException {
        try {
            TestKernel.SYSCALLS.close(openat2(".", KernelConstants.O_PATH, CONTAINED));
            return true;
        } catch (SyscallException e) {
            if (e.is(Errno.ENOSYS) || e.is(Errno.EPERM)) {
                return false;
            }
            throw e;
        }
    }

    private int openat2(String name, long flags, long resolve) throws SyscallException {
        NativeBuffer how =
                OpenHow.put(NativeBuffer.allocate(OpenHow.SIZE), flags | KernelConstants.O_CLOEXEC, 0, resolve);
        return TestKernel.SYSCALLS.openat2(dirfd, TestKernel.path(name), how);
    }

    @Test
    void fileBelowTheDirectoryIsOpened() throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("sub")).resolve("f"), "text");
        NativeBuffer buffer = NativeBuffer.allocate(8);

        int fd = openat2("sub/../sub/f", KernelConstants.O_RDONLY, CONTAINED);
        int count = TestKernel.SYSCALLS.read(fd, buffer, buffer.size());
        TestKernel.SYSCALLS.close(fd);

        assertThat(TestKernel.text(buffer, count)).isEqualTo("text");
    }

    @Test
    void namesThatLeaveTheDirectoryAreExdev() {
        assertThatThrownBy(() -> openat2("../x", KernelConstants.O_RDONLY, CONTAINED))
                .hasMessage("openat2 '../x': EXDEV (Invalid cross-device link)");
        assertThatThrownBy(() -> openat2("/etc/passwd", KernelConstants.O_RDONLY, CONTAINED))
                .hasMessage("openat2 '/etc/passwd': EXDEV (Invalid cross-device link)");
    }

    @Test
    void linksAreEloopWhereverTheyPoint() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("sub"));
        Files.createFile(Files.createDirectory(folder.resolve("sub")).resolve("f"));

        assertThatThrownBy(() -> openat2("link/f", KernelConstants.O_RDONLY, CONTAINED))
                .hasMessage("openat2 'link/f': ELOOP (Too many levels of symbolic links)");
    }

    @Test
    void modeWithoutCreationIsEinval() {
        NativeBuffer how = OpenHow.put(NativeBuffer.allocate(OpenHow.SIZE), KernelConstants.O_RDONLY, 0600, 0);

        assertThatThrownBy(() -> TestKernel.SYSCALLS.openat2(dirfd, TestKernel.path("."), how))
                .hasMessage("openat2 '.': EINVAL (Invalid argument)");
    }
}
