package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** fgetxattr(2) and fsetxattr(2). */
class XattrTest {
    @TempDir
    Path folder;

    private UserDefinedFileAttributeView attributes;
    private int fd;

    @BeforeEach
    void open() throws Exception {
        Path file = Files.createFile(folder.resolve("f"));
        attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        Prerequisite.require(
                Files.getFileStore(file).supportsFileAttributeView("user"), "the temporary folder has no attributes");
        fd = TestKernel.open(file, KernelConstants.O_RDWR);
    }

    @AfterEach
    void close() throws Exception {
        TestKernel.SYSCALLS.close(fd);
    }

    @Test
    void readsWhatAnotherHasSet() throws Exception {
        attributes.write("note", ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
        NativeBuffer value = NativeBuffer.allocate(100);

        int length = TestKernel.SYSCALLS.fgetxattr(fd, TestKernel.path("user.note"), value);

        assertThat(TestKernel.text(value, length)).isEqualTo("hello");
    }

    @Test
    void setsSoManyBytes() throws Exception {
        TestKernel.SYSCALLS.fsetxattr(fd, TestKernel.path("user.note"), TestKernel.text("hello world"), 5, 0);

        assertThat(attributes.size("note")).isEqualTo(5);
    }

    @Test
    void errorsNameTheAttribute() {
        assertThatThrownBy(
                        () -> TestKernel.SYSCALLS.fgetxattr(fd, TestKernel.path("user.none"), NativeBuffer.allocate(1)))
                .hasMessage("fgetxattr 'user.none': ENODATA (No data available)");
    }
}
