package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Renameat2Test {
    private static final NativeBuffer FROM = TestKernel.path("from");
    private static final NativeBuffer TO = TestKernel.path("to");

    @TempDir
    Path folder;

    private int dirfd;

    @BeforeEach
    void create() throws Exception {
        dirfd = TestKernel.openDirectory(folder);
        Files.writeString(folder.resolve("from"), "new");
        Files.writeString(folder.resolve("to"), "old");
    }

    @AfterEach
    void close() throws Exception {
        TestKernel.SYSCALLS.close(dirfd);
    }

    @Test
    void replacesTheTarget() throws Exception {
        TestKernel.SYSCALLS.renameat2(dirfd, FROM, dirfd, TO, 0);

        assertThat(folder.resolve("to")).hasContent("new");
        assertThat(folder.resolve("from")).doesNotExist();
    }

    @Test
    void noreplaceKeepsATargetThatIsThere() {
        assertThatThrownBy(
                        () -> TestKernel.SYSCALLS.renameat2(dirfd, FROM, dirfd, TO, KernelConstants.RENAME_NOREPLACE))
                .hasMessage("renameat2 'to': EEXIST (File exists)");

        assertThat(folder.resolve("to")).hasContent("old");
    }

    @Test
    void unknownFlagIsEinval() {
        assertThatThrownBy(() -> TestKernel.SYSCALLS.renameat2(dirfd, FROM, dirfd, TO, 1 << 30))
                .hasMessage("renameat2 'to': EINVAL (Invalid argument)");
    }

    @Test
    void renameatWithoutFlagsDoesTheSame() throws Exception {
        TestKernel.SYSCALLS.renameat(dirfd, FROM, dirfd, TO);

        assertThat(folder.resolve("to")).hasContent("new");
    }

    @Test
    void linkatKeepsATargetThatIsThereAndLeavesTheSource() throws Exception {
        assertThatThrownBy(() -> TestKernel.SYSCALLS.linkat(dirfd, FROM, dirfd, TO, 0))
                .hasMessage("linkat 'to': EEXIST (File exists)");

        TestKernel.SYSCALLS.linkat(dirfd, FROM, dirfd, TestKernel.path("second"), 0);

        assertThat(folder.resolve("second")).hasContent("new");
        assertThat(Files.isSameFile(folder.resolve("second"), folder.resolve("from")))
                .isTrue();
    }
}
