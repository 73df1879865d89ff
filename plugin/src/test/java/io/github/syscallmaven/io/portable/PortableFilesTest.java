package io.github.syscallmaven.io.portable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.io.portable.disk.Attempts;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Names;
import io.github.syscallmaven.testing.Run;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the contract does not say of all places: leftovers, full disks, files that are held open, names under any
 * locale.
 */
class PortableFilesTest {
    @TempDir
    Path folder;

    private final FileIo io = new PortableFileIo();

    private Root root() throws IOException {
        return io.open(BytePath.of(folder.toString()));
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private String temporaryOf(long pid) {
        return ".syscall-" + HexFormat.of().toHexDigits((int) pid) + "01234567";
    }

    @Test
    void leftoversOfProcessesThatAreGoneAreRemovedAndOthersAreNot() throws Exception {
        long us = ProcessHandle.current().pid();
        Path ours = Files.writeString(folder.resolve(temporaryOf(us)), "in use");
        Files.writeString(folder.resolve(temporaryOf(0x7fff_fff0L)), "of no process");
        Files.writeString(folder.resolve(".syscall-file"), "of somebody else");
        Files.createDirectory(folder.resolve(".syscall-0123456789abcdef"));

        try (Root root = root()) {
            root.write(BytePath.of("f"), content("text"), WriteOptions.DEFAULT);
        }
        assertThat(names())
                .containsExactlyInAnyOrder(
                        ".syscall-0123456789abcdef", ours.getFileName().toString(), ".syscall-file", "f");

        // Of a process that had our number before we did.
        Files.setLastModifiedTime(ours, FileTime.from(Instant.EPOCH));
        try (Root root = root()) {
            root.write(BytePath.of("f"), content("text"), WriteOptions.DEFAULT);
        }
        assertThat(names()).containsExactly(".syscall-0123456789abcdef", ".syscall-file", "f");
    }

    @Test
    void whatIsBeingWrittenHasTheNameOfATemporary() throws Exception {
        List<String> meanwhile = new ArrayList<>();
        try (Root root = root()) {
            root.write(BytePath.of("f"), out -> meanwhile.addAll(names()), WriteOptions.DEFAULT);
        }

        assertThat(meanwhile)
                .singleElement()
                .satisfies(name ->
                        assertThat(FileIo.isTemporary(BytePath.of(name))).isTrue());
    }

    @Test
    void aFullDiskLeavesTheOldFileAndNothingElse() throws Exception {
        Configuration small = Configuration.unix().toBuilder()
                .setMaxSize(64 * 1024)
                .setBlockSize(1024)
                .build();
        try (FileSystem files = Jimfs.newFileSystem(small);
                Root root = new PortableFileIo(files).open(BytePath.of("/work"))) {
            Files.writeString(files.getPath("/work/f"), "old");

            for (String name : List.of("f", "d/new")) {
                for (WriteOptions options : List.of(WriteOptions.DEFAULT, WriteOptions.DEFAULT.askingOnce())) {
                    assertThatThrownBy(() -> root.write(BytePath.of(name), content("x".repeat(100_000)), options))
                            .isInstanceOf(FileSystemException.class)
                            .hasMessage("/work/" + name + ": out of disk space")
                            .hasNoSuppressedExceptions();
                }
            }

            assertThat(files.getPath("/work/f")).hasContent("old");
            try (Stream<Path> all = Files.list(files.getPath("/work"))) {
                assertThat(all).hasSize(1);
            }
        }
    }

    private enum Change {
        GROWN {
            @Override
            void make(Path file) throws IOException {
                Files.writeString(file, "a".repeat(300_001));
            }
        },
        CUT {
            @Override
            void make(Path file) throws IOException {
                Files.writeString(file, "a");
            }
        },
        WRITTEN_TO {
            @Override
            void make(Path file) throws IOException {
                Files.writeString(file, "b".repeat(300_000));
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            }
        },
        REPLACED {
            @Override
            void make(Path file) throws IOException {
                Path other = file.resolveSibling("other");
                Files.writeString(other, "b".repeat(300_000));
                Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
                Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
            }
        },
        REMOVED {
            @Override
            void make(Path file) throws IOException {
                Files.delete(file);
            }
        };

        abstract void make(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatChangesWhileItIsReadIsNoStateOfIt(Change change) throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "a".repeat(300_000));
        boolean[] done = new boolean[1];
        ByteSink changing = piece -> {
            if (!done[0]) {
                done[0] = true;
                change.make(file);
            }
        };

        try (Root root = root()) {
            assertThatThrownBy(() -> root.read(BytePath.of("f"), changing))
                    .isInstanceOf(ChangedWhileReadingException.class)
                    .hasMessageContaining("/f: changed while reading");
        }
    }

    /**
     * A directory in the place of the file stands for what another process holds open: it cannot be replaced either.
     */
    @Test
    void aFileThatIsHeldOpenIsTriedAgainAndThenReported() throws Exception {
        Path held = folder.resolve("f");
        List<Long> pauses = new ArrayList<>();
        Content holding = out -> {
            Files.createDirectory(held);
            out.write('x');
        };

        try (Root root = onWindows(millis -> {
                    pauses.add(millis);
                    if (pauses.size() == 2) {
                        release(held);
                    }
                })
                .open(BytePath.of(folder.toString()))) {
            assertThat(root.write(BytePath.of("f"), holding, WriteOptions.DEFAULT)
                            .outcome())
                    .isEqualTo(Outcome.CREATED);
        }
        assertThat(pauses).containsExactly(50L, 100L);
        assertThat(held).hasContent("x");

        Files.delete(held);
        pauses.clear();
        try (Root root = onWindows(pauses::add).open(BytePath.of(folder.toString()))) {
            assertThatThrownBy(() -> root.write(BytePath.of("f"), holding, WriteOptions.DEFAULT))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageEndingWith("/f: Is a directory; tried 6 times. Another process holds it open, or it is"
                            + " read-only: close that program, or allow writing");
        }
        assertThat(pauses).containsExactly(50L, 100L, 150L, 200L, 250L);
        assertThat(names()).containsExactly("f");
    }

    private static void release(Path held) {
        try {
            Files.delete(held);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static FileIo onWindows(Pause pause) {
        FileSystem files = FileSystems.getDefault();
        return new PortableFileIo(new Disk(files, new Names(files), new Attempts(true, pause)));
    }

    @Test
    void elsewhereNothingIsTriedAgain() throws Exception {
        Content holding = out -> Files.createDirectory(folder.resolve("f"));

        try (Root root = root()) {
            assertThatThrownBy(() -> root.write(BytePath.of("f"), holding, WriteOptions.DEFAULT))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageEndingWith("/f: Is a directory");
        }
    }

    @Test
    void namesHaveAllTheirBytesUnderAnyLocale() throws Exception {
        for (String locale : List.of("C", "C.UTF-8")) {
            Path place = Files.createDirectory(folder.resolve(locale));
            List<String> command = new ArrayList<>(List.of("env", "LC_ALL=" + locale));
            command.addAll(Run.java(List.of(), Main.class, place.toString()));

            assertThat(Run.of(command).successful().lines())
                    .as(locale)
                    .containsExactly("CREATED", "64ff/c3a4 text", "c3a4 text", "UNCHANGED");
        }
    }

    /** In a JVM with a locale of its own: writes two files, walks, and reads what it finds. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws IOException {
            BytePath strange = BytePath.of(new byte[] {'d', (byte) 0xff});
            BytePath umlaut = BytePath.of(new byte[] {(byte) 0xc3, (byte) 0xa4});
            try (Root root =
                    new PortableFileIo().openOrCreate(BytePath.of(arguments[0]).resolve(umlaut))) {
                System.out.println(root.write(strange.resolve(umlaut), content("text"), WriteOptions.DEFAULT)
                        .outcome());
                root.write(umlaut, content("text"), WriteOptions.DEFAULT);
                root.walk(BytePath.of(""), PathFilter.ALL, new WalkVisitor() {
                    @Override
                    public void visit(BytePath name, FileType type) throws IOException {
                        String hex = HexFormat.of().formatHex(name.toBytes()).replace("2f", "/");
                        System.out.println(hex + " " + new String(root.readAll(name, 10), UTF_8));
                    }

                    @Override
                    public void failed(BytePath directory, IOException reason) throws IOException {
                        throw reason;
                    }
                });
                System.out.println(root.write(umlaut, content("text"), WriteOptions.DEFAULT)
                        .outcome());
            }
        }
    }
}
