package io.github.syscallmaven.mojo.info;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.kernel.SyscallFileIo;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.testing.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryFilesTest {
    @TempDir
    Path folder;

    private RepositoryFiles files;

    @BeforeEach
    void open() throws Exception {
        files = new RepositoryFiles(new SyscallFileIo(new Syscalls(Arch.X86_64, StubLoader.gate(Arch.X86_64))));
    }

    @Test
    void whatIsThereExistsAndOnlyFilesAreRead() throws Exception {
        Files.writeString(folder.resolve("file"), "line\r\nsecond\n");
        Files.createDirectory(folder.resolve("directory"));
        Files.createFile(folder.resolve("empty"));
        Run.of("mkfifo", folder.resolve("fifo").toString()).successful();
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("linked"), Path.of("directory"));
        Files.writeString(folder.resolve("directory/inner"), "x");

        for (String name : List.of("file", "directory", "empty", "fifo", "dangling", "linked", "linked/inner")) {
            assertThat(files.exists(folder + "/" + name)).as(name).isTrue();
        }
        for (String name : List.of("none", "none/x", "file/x", "fifo/x", "dangling/x", "empty/HEAD")) {
            assertThat(files.exists(folder + "/" + name)).as(name).isFalse();
        }
        assertThat(files.firstLine(folder + "/file")).contains("line");
        assertThat(files.firstLine(folder + "/empty")).contains("");
        assertThat(files.firstLine(folder + "/linked/inner")).contains("x");
        for (String name : List.of("directory", "fifo", "dangling", "none", "fifo/x")) {
            assertThat(files.firstLine(folder + "/" + name)).as(name).isEmpty();
        }
        assertThat(files.read(folder + "/file", 5)).as("larger than that").isEmpty();
    }

    @Test
    void factsComeInTheOrderOfTheNames() throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/one"), "1");
        Files.writeString(folder.resolve("a/two"), "22");
        Files.writeString(folder.resolve("three"), "333");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("three"));

        assertThat(sizes("three", "a/b/one", "none/x", "a/two", "a/b/none", "a/b/one", "three/x", "link"))
                .containsExactly("3", "1", "-", "2", "-", "1", "-", "SYMLINK");
        assertThat(sizes()).isEmpty();
    }

    @Test
    void aChangeIsSeenInTheFacts() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "a");
        List<Optional<FileFacts>> before = facts("file");
        assertThat(facts("file")).isEqualTo(before);

        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(facts("file")).isNotEqualTo(before);
    }

    @Test
    void theEnvironmentOfAProcessIsRead() throws Exception {
        Process process = marked("here");
        try {
            assertThat(files.environmentOf(process.pid()))
                    .hasValueSatisfying(bytes -> assertThat(Stream.of(new String(bytes, UTF_8).split("\0", -1)))
                            .contains("MARK=here"));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(files.environmentOf(process.pid())).isEmpty();
    }

    private static Process marked(String mark) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sleep", "600");
        builder.environment().put("MARK", mark);
        return builder.start();
    }

    private List<String> sizes(String... names) {
        return facts(names).stream()
                .map(found -> found.map(facts -> facts.type() == FileType.REGULAR
                                ? String.valueOf(facts.size())
                                : facts.type().name())
                        .orElse("-"))
                .toList();
    }

    private List<Optional<FileFacts>> facts(String... names) {
        List<Optional<FileFacts>> all = new ArrayList<>();
        files.facts(folder.toString(), Stream.of(names).map(BytePath::of).toList(), all::add);
        return all;
    }
}
