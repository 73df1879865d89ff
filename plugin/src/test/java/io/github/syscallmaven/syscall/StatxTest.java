package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** statx and newfstatat tell the same, and what Java tells. */
class StatxTest {
    @TempDir
    Path folder;

    @Test
    void fileIsAsJavaSeesIt() throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "hello");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000_000, 123_456_789)));

        assertAsJavaSees(file);
        assertThat(statx(file).isRegular()).isTrue();
        assertThat(statx(file).size()).isEqualTo(5);
        assertThat(statx(file).mtimeSeconds()).isEqualTo(1_000_000_000);
        assertThat(statx(file).mtimeNanos()).isEqualTo(123_456_789);
    }

    @Test
    void folderLinkAndDeviceAreAsJavaSeesThem() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));

        assertAsJavaSees(folder);
        assertAsJavaSees(link);
        assertAsJavaSees(Path.of("/dev/null"));
        assertThat(statx(folder).isDirectory()).isTrue();
        assertThat(statx(link).type()).isEqualTo(KernelConstants.S_IFLNK);
        assertThat(statx(Path.of("/dev/null")).type()).isEqualTo(KernelConstants.S_IFCHR);
    }

    @Test
    void timeBefore1970IsNegative() throws Exception {
        Path file = Files.createFile(folder.resolve("old"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(-2)));

        assertThat(statx(file).mtimeSeconds()).isEqualTo(-2);
        assertAsJavaSees(file);
    }

    @Test
    void descriptorIsToldByAnEmptyName() throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "hello");
        int fd = TestKernel.open(file, KernelConstants.O_RDONLY);
        NativeBuffer result = NativeBuffer.allocate(Stat.STATX_SIZE);

        TestKernel.SYSCALLS.statx(fd, TestKernel.path(""), KernelConstants.AT_EMPTY_PATH, Stat.BASIC, result);

        assertThat(Stat.ofStatx(result)).isEqualTo(statx(file));
        TestKernel.SYSCALLS.close(fd);
        assertThatThrownBy(() -> TestKernel.SYSCALLS.statx(
                        -7, TestKernel.path(""), KernelConstants.AT_EMPTY_PATH, Stat.BASIC, result))
                .hasMessage("statx 'fd -7': EBADF (Bad file descriptor)");
    }

    private static void assertAsJavaSees(Path file) throws Exception {
        Stat stat = statx(file);

        assertThat(stat.mode()).isEqualTo(java(file, "mode"));
        assertThat(stat.permissions() | stat.type()).isEqualTo(stat.mode());
        assertThat(stat.uid()).isEqualTo(java(file, "uid"));
        assertThat(stat.gid()).isEqualTo(java(file, "gid"));
        assertThat(stat.inode()).isEqualTo(java(file, "ino"));
        assertThat(stat.size()).isEqualTo(java(file, "size"));
        assertThat(FileTime.from(Instant.ofEpochSecond(stat.mtimeSeconds(), stat.mtimeNanos())))
                .isEqualTo(java(file, "lastModifiedTime"));
        assertThat(FileTime.from(Instant.ofEpochSecond(stat.ctimeSeconds(), stat.ctimeNanos())))
                .isEqualTo(java(file, "ctime"));
        // The two calls put major and minor together in different ways.
        assertThat(newfstatat(file))
                .usingRecursiveComparison()
                .ignoringFields("device")
                .isEqualTo(stat);
        assertThat(newfstatat(file).device()).isEqualTo(java(file, "dev"));
    }

    private static Object java(Path file, String attribute) throws IOException {
        return Files.getAttribute(file, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS);
    }

    private static Stat statx(Path file) throws SyscallException {
        NativeBuffer result = NativeBuffer.allocate(Stat.STATX_SIZE);
        TestKernel.SYSCALLS.statx(
                KernelConstants.AT_FDCWD,
                TestKernel.path(file),
                KernelConstants.AT_SYMLINK_NOFOLLOW,
                Stat.BASIC,
                result);
        return Stat.ofStatx(result);
    }

    private static Stat newfstatat(Path file) throws SyscallException {
        NativeBuffer result = NativeBuffer.allocate(TestKernel.ARCH.stat().size());
        TestKernel.SYSCALLS.newfstatat(
                KernelConstants.AT_FDCWD, TestKernel.path(file), result, KernelConstants.AT_SYMLINK_NOFOLLOW);
        return Stat.ofStat(TestKernel.ARCH, result);
    }
}
