package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FchmodTest {
    @TempDir
    Path folder;

    private Path file;
    private int fd;

    @BeforeEach
    void open() throws Exception {
        file = Files.createFile(folder.resolve("f"));
        fd = TestKernel.open(file, KernelConstants.O_RDONLY);
    }

    @AfterEach
    void close() throws Exception {
        TestKernel.SYSCALLS.close(fd);
    }

    @Test
    void setsThePermissions() throws Exception {
        TestKernel.SYSCALLS.fchmod(fd, 0751);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x--x");
    }

    @Test
    void fchownGivesTheFileToAnother() throws Exception {
        Prerequisite.root();

        TestKernel.SYSCALLS.fchown(fd, 12, 34);

        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(34);
    }

    @Test
    void fchownKeepsWhatIsMinusOne() throws Exception {
        Object owner = Files.getAttribute(file, "unix:uid");

        TestKernel.SYSCALLS.fchown(fd, -1, -1);

        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(owner);
    }
}
