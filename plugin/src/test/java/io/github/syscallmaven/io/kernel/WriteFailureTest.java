package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileIoContract;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.io.Refusals;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user reads: what is in the way, by its path, and what to do about it. */
class WriteFailureTest {
    @TempDir
    Path folder;

    @BeforeEach
    void arrange() throws Exception {
        Files.writeString(folder.resolve("file"), "text");
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("nothing"));
        Files.createSymbolicLink(folder.resolve("to-file"), Path.of("file"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        Files.createDirectories(folder.resolve("d/e"));
        Files.writeString(folder.resolve("d/e/f"), "text");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("d"));
    }

    private static FileIo io(Map<Call, Errno> refusals) {
        return new SyscallFileIo(new Syscalls(TestKernel.ARCH, new Refusals(refusals)));
    }

    private void write(FileIo io, String directory, String name) throws IOException {
        try (Root root = io.openOrCreate(BytePath.of(folder.resolve(directory).toString()))) {
            root.write(BytePath.of(name), FileIoContract.content("new"), WriteOptions.DEFAULT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file, file, a regular file",
        "file/target, file, a regular file",
        "file/a/b, file, a regular file",
        "link/e/f, link/e/f, a regular file",
        "nowhere, nowhere, a symbolic link that leads to no directory",
        "nowhere/target, nowhere, a symbolic link that leads to no directory",
        "to-file, to-file, a symbolic link that leads to no directory",
        "to-file/target, to-file, a symbolic link that leads to no directory",
        "loop, loop, a symbolic link that leads to no directory"
    })
    void whatIsInTheWayOfARootIsNamed(String directory, String obstacle, String what) {
        assertThatThrownBy(() -> write(io(Map.of()), directory, "f"))
                .hasMessageStartingWith(folder.resolve(directory) + ": ")
                .hasMessageEndingWith("; '" + folder.resolve(obstacle) + "' is " + what
                        + ", but a directory is needed there: remove it, or choose another place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e/f/g", "e/f/a/b/g"})
    void whatIsInTheWayBelowARootIsNamed(String name) {
        for (Map<Call, Errno> refusals : List.<Map<Call, Errno>>of(Map.of(), Map.of(Call.OPENAT2, Errno.ENOSYS))) {
            assertThatThrownBy(() -> write(io(refusals), "d", name))
                    .hasMessageStartingWith(folder.resolve("d").resolve(name) + ": ")
                    .hasMessageContaining("ENOTDIR (Not a directory)")
                    .hasMessageEndingWith("; '" + folder.resolve("d/e/f")
                            + "' is a regular file, but a directory is needed there: remove it, or choose"
                            + " another place");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() {
        FileIo io = io(Map.of(Call.MKDIRAT, Errno.EACCES));

        assertThatThrownBy(() -> write(io, "target", "f"))
                .hasMessage(folder.resolve("target")
                        + ": mkdirat: EACCES (Permission denied); the directory is missing, and cannot be made");
        assertThatThrownBy(() -> write(io, "d", "classes/f"))
                .hasMessage(folder.resolve("d/classes/f")
                        + ": mkdirat: EACCES (Permission denied); its directory is missing, and cannot be made");
    }

    /** As with {@code chattr +a}, where files can be made, but neither renamed nor removed. */
    @Test
    void theTemporaryThatAnAppendOnlyDirectoryKeepsIsNamed() throws Exception {
        FileIo io = io(Map.of(
                Call.RENAMEAT2, Errno.EPERM,
                Call.RENAMEAT, Errno.EPERM,
                Call.LINKAT, Errno.EPERM,
                Call.UNLINKAT, Errno.EPERM));

        assertThatThrownBy(() -> write(io, "d/e", "f"))
                .hasMessageMatching(
                        "\\Q" + folder.resolve("d/e/f") + "\\E: renameat: EPERM \\(Operation not permitted\\);"
                                + " .*append-only.*; the temporary '\\.syscall-[0-9a-f]{16}'"
                                + " beside it could not be removed: unlinkat: EPERM"
                                + " \\(Operation not permitted\\)");
        try (Stream<Path> left = Files.list(folder.resolve("d/e"))) {
            assertThat(left).hasSize(2);
        }
    }
}
