package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three calls that it all began with: write to standard output, open a file, read it. */
class ArticleTest {
    @TempDir
    Path folder;

    @Test
    void openAndReadShowWhatIsInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("hello.txt"), "hello world\n");
        NativeBuffer buffer = NativeBuffer.allocate(64);

        int fd = TestKernel.SYSCALLS.open(TestKernel.path(file), KernelConstants.O_RDONLY, 0);
        int count = TestKernel.SYSCALLS.read(fd, buffer, buffer.size());
        int atEnd = TestKernel.SYSCALLS.read(fd, buffer, buffer.size());
        TestKernel.SYSCALLS.close(fd);

        assertThat(TestKernel.text(buffer, count)).isEqualTo("hello world\n");
        assertThat(atEnd).isZero();
    }

    @Test
    void openAppendsAndWriteReturnsTheCount() throws Exception {
        Path file = folder.resolve("new.txt");
        int flags = KernelConstants.O_WRONLY | KernelConstants.O_CREAT | KernelConstants.O_APPEND;

        for (String word : new String[] {"hello ", "world"}) {
            int fd = TestKernel.SYSCALLS.open(TestKernel.path(file), flags, 0600);
            assertThat(TestKernel.SYSCALLS.write(fd, TestKernel.text(word), 0, word.length()))
                    .isEqualTo(word.length());
            TestKernel.SYSCALLS.close(fd);
        }

        assertThat(file).hasContent("hello world");
    }

    @Test
    void openIsOpenatFromTheWorkingDirectoryOnACpuThatHasNoOpen() throws Exception {
        List<Long> made = new ArrayList<>();
        Gate kernel = (number, a1, a2, a3, a4, a5, a6) -> {
            made.addAll(List.of(number, a1, a2, a3, a4));
            return 7;
        };
        NativeBuffer path = TestKernel.path("hello.txt");

        assertThat(new Syscalls(Arch.RISCV64, kernel).open(path, 0x41, 0600)).isEqualTo(7);
        assertThat(new Syscalls(Arch.X86_64, kernel).open(path, 0x41, 0600)).isEqualTo(7);

        assertThat(made)
                .containsExactly(56L, -100L, path.address(), 0x41L, 0600L, 2L, path.address(), 0x41L, 0600L, 0L);
    }
}
