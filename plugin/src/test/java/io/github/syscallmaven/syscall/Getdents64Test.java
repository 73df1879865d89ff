package io.github.syscallmaven.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Getdents64Test {
    @TempDir
    Path folder;

    @Test
    void everyEntryIsThereOnceWithItsType() throws Exception {
        Files.createFile(folder.resolve("file"));
        Files.createDirectory(folder.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        Files.createFile(folder.resolve("..."));

        assertThat(types())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "file", Dirents.DT_REG,
                        "folder", Dirents.DT_DIR,
                        "link", Dirents.DT_LNK,
                        "...", Dirents.DT_REG));
    }

    @Test
    void folderThatFillsTheBufferManyTimesIsReadToItsEnd() throws Exception {
        for (int i : IntStream.range(0, 500).toArray()) {
            Files.createFile(folder.resolve("a-rather-long-name-for-a-file-" + i));
        }
        int dirfd = TestKernel.openDirectory(folder);

        assertThat(DirentNames.of(dirfd)).hasSize(500).doesNotHaveDuplicates();
        TestKernel.SYSCALLS.close(dirfd);
    }

    @Test
    void longestNameIsWhole() throws Exception {
        String name = "n".repeat(255);
        Files.createFile(folder.resolve(name));

        assertThat(types()).containsOnlyKeys(name);
    }

    @Test
    void bufferTooSmallForOneEntryIsEinval() throws Exception {
        int dirfd = TestKernel.openDirectory(folder);

        assertThatThrownBy(() -> TestKernel.SYSCALLS.getdents64(dirfd, NativeBuffer.allocate(8)))
                .hasMessage("getdents64 'fd " + dirfd + "': EINVAL (Invalid argument)");
        TestKernel.SYSCALLS.close(dirfd);
    }

    @Test
    void recordThatCannotBeIsAnErrorAndNotReadBeyond() {
        NativeBuffer buffer = NativeBuffer.allocate(64);
        buffer.bytes().putShort(16, (short) 200);

        assertThatThrownBy(() -> new Dirents(buffer, 32).next())
                .hasMessage("getdents64: a record of 200 bytes with 32 left");
        buffer.bytes().putShort(16, (short) 0);
        assertThatThrownBy(() -> new Dirents(buffer, 32).next())
                .hasMessage("getdents64: a record of 0 bytes with 32 left");
        assertThatThrownBy(() -> new Dirents(buffer, 3).next())
                .hasMessage("getdents64: a record of 0 bytes with 3 left");
    }

    private Map<String, Integer> types() throws Exception {
        int dirfd = TestKernel.openDirectory(folder);
        NativeBuffer buffer = NativeBuffer.allocate(4096);
        Dirents dirents = new Dirents(buffer, TestKernel.SYSCALLS.getdents64(dirfd, buffer));
        Map<String, Integer> types = new HashMap<>();
        while (dirents.next()) {
            if (!dirents.isDot()) {
                types.put(new String(dirents.name(), StandardCharsets.UTF_8), dirents.type());
            }
        }
        TestKernel.SYSCALLS.close(dirfd);
        return types;
    }
}
