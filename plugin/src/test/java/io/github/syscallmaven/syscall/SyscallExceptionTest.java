package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SyscallExceptionTest {
    @Test
    void messageNamesCallPathErrorAndMeaning() {
        assertThat(new SyscallException(Call.OPENAT, TestKernel.path("a/b"), -2))
                .hasMessage("openat 'a/b': ENOENT (No such file or directory)");
    }

    @Test
    void messageNamesTheDescriptorWhereThereIsNoPath() {
        assertThat(new SyscallException(Call.FSYNC, 7, -5)).hasMessage("fsync 'fd 7': EIO (Input/output error)");
    }

    @Test
    void messageWithoutSubject() {
        assertThat(new SyscallException(Call.GETRANDOM, null, -11))
                .hasMessage("getrandom: EAGAIN (Resource temporarily unavailable)");
    }

    @Test
    void errorThatNoHeaderNamesKeepsItsNumber() {
        SyscallException e = new SyscallException(Call.READ, 0, -4095);

        assertThat(e).hasMessage("read 'fd 0': errno 4095");
        assertThat(e.errno()).isNull();
        assertThat(e.number()).isEqualTo(4095);
        assertThat(e.about("x")).isExactlyInstanceOf(FileSystemException.class).hasMessage("x: read: errno 4095");
    }

    static Stream<Arguments> mapping() {
        return Stream.of(
                arguments(Errno.ENOENT, NoSuchFileException.class),
                arguments(Errno.EEXIST, FileAlreadyExistsException.class),
                arguments(Errno.EACCES, AccessDeniedException.class),
                arguments(Errno.EPERM, AccessDeniedException.class),
                arguments(Errno.ENOSPC, FileSystemException.class));
    }

    @ParameterizedTest
    @MethodSource("mapping")
    void becomesTheExceptionThatJavaThrows(Errno errno, Class<?> type) {
        SyscallException e = new SyscallException(Call.OPENAT2, TestKernel.path("f"), -errno.number());

        assertThat(e.about("dir/f"))
                .isExactlyInstanceOf(type)
                .hasMessage("dir/f: openat2: " + errno + " (" + errno.meaning() + ")");
    }

    @Test
    void causeSaysNothingThatItsMessageDoesNotSay() {
        SyscallException e = new SyscallException(Call.OPENAT, TestKernel.path("f"), -Errno.EACCES.number());

        FileSystemException about = e.about("dir/f", "the list cannot be read: " + e.reason());

        assertThat(about).hasMessage("dir/f: the list cannot be read: openat: EACCES (Permission denied)");
        assertThat(about)
                .cause()
                .hasMessage("openat: EACCES (Permission denied)")
                .hasStackTraceContaining("causeSaysNothingThatItsMessageDoesNotSay")
                .isInstanceOfSatisfying(
                        SyscallException.class,
                        cause -> assertThat(cause.errno()).isEqualTo(Errno.EACCES));
    }

    @Test
    void isToldApartByItsErrno() {
        SyscallException e = new SyscallException(Call.OPENAT, null, -Errno.ELOOP.number());

        assertThat(e.is(Errno.ELOOP)).isTrue();
        assertThat(e.is(Errno.EINTR, Errno.ELOOP)).isTrue();
        assertThat(e.is(Errno.EINTR)).isFalse();
    }
}
