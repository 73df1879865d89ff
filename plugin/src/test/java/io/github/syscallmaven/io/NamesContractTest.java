package io.github.syscallmaven.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.syscall.Errno;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesContractTest extends FileIoContract {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../outside/x",
                "a/../x",
                "a/..",
                "./..",
                "a/b/../../../outside/x",
                "/etc/hostname",
                "/",
                "",
                ".",
                "./",
                "././",
                "a\0b",
                "a/\0",
                "\0"
            })
    void namesThatLeadOutOrNowhereAreRefusedForEveryUse(String name) throws Exception {
        tree.file("outside/x", "secret");
        tree.directory("root/a/b");
        List<String> before = names();

        for (Use use : Use.values()) {
            if (use == Use.WALK && name.isEmpty()) {
                continue; // It means the root.
            }
            assertThatThrownBy(() -> use.of(root, BytePath.of(name)))
                    .as("%s", use)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("root");
        }
        assertThat(names()).isEqualTo(before);
        assertThat(tree.text("outside/x")).isEqualTo("secret");
    }

    @Test
    void dotsThatAreNotADirectoryAreNames() throws Exception {
        needs(Capability.DOTS_AT_THE_END);
        for (String name : List.of("...", "..a", "a..", ".a", "d../x", ".d/x")) {
            write(name, name);
            assertThat(read(name)).isEqualTo(name);
        }
    }

    @Test
    void dotComponentsAndDoubledSlashesMeanNothing() throws Exception {
        write("./a//b/./c.txt", "text");

        assertThat(names()).containsExactly("root", "root/a", "root/a/b", "root/a/b/c.txt");
        assertThat(read("a/./b///c.txt")).isEqualTo("text");
        assertThat(root.stat(BytePath.of("./a/b/c.txt"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jar/", "a.jar/.", "a.jar//", "d/a.jar/./", "./a.jar/"})
    void aFileIsNotFoundByTheNameOfADirectory(String name) throws Exception {
        write("a.jar", "file");
        write("d/a.jar", "file");
        List<String> before = names();

        for (Use use : Use.values()) {
            assertThatThrownBy(() -> use.of(root, BytePath.of(name)))
                    .as("%s", use)
                    .isInstanceOf(use == Use.WALK ? FileSystemException.class : RefusedException.class)
                    .hasMessageContaining(use == Use.WALK ? reason(Errno.ENOTDIR) : "directory");
        }
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aNameOfVeryManyComponentsIsPlain() throws Exception {
        int many = 1 << 19;

        assertThat(RelativeName.check(BytePath.of("/"), BytePath.of("a/./".repeat(many) + "b")))
                .isEqualTo(BytePath.of("a/".repeat(many) + "b"));
    }

    @Test
    void aComponentMayHave255BytesAndNotMore() throws Exception {
        needs(Capability.NAME_LIMIT);
        String longest = "x".repeat(255);
        write(longest, "file");
        write("d/" + "y".repeat(255) + "/f", "in directory");
        List<String> before = names();

        assertThat(read(longest)).isEqualTo("file");
        assertThat(read("d/" + "y".repeat(255) + "/f")).isEqualTo("in directory");
        for (String tooLong : List.of(longest + "x", "new/" + longest + "x/f", "d/" + "z".repeat(5_000) + "/f")) {
            for (Use use : Use.values()) {
                if (!(tooLong.startsWith("new") && use.mayMiss())) {
                    assertThatThrownBy(() -> use.of(root, BytePath.of(tooLong)))
                            .as("%s of %s bytes", use, tooLong.length())
                            .isInstanceOf(FileSystemException.class);
                }
            }
        }
        assertThat(names()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {4094, 4095, 4096, 4097, 9_000})
    void aNameMayBeLongerThanOneCallTakes(int length) throws Exception {
        needs(Capability.LONG_NAMES);
        int whole = (length - 1) / 100;
        String name = ("d".repeat(99) + "/").repeat(whole) + "f".repeat(length - whole * 100);
        BytePath path = BytePath.of(name);
        assertThat(path.length()).isEqualTo(length);

        assertThat(write(name, "old").outcome()).isEqualTo(Outcome.CREATED);
        assertThat(write(name, "new").outcome()).isEqualTo(Outcome.REPLACED);
        assertThat(write(name, "new").outcome()).isEqualTo(Outcome.UNCHANGED);

        assertThat(read(name)).isEqualTo("new");
        assertThat(root.stat(path))
                .hasValueSatisfying(facts -> assertThat(facts.size()).isEqualTo(3));
        Walked walked = new Walked();
        root.walk(BytePath.EMPTY, PathFilter.ALL, walked);
        assertThat(walked.found).containsExactly(name);
        assertThat(tree.list()).contains(BytePath.of("root/" + name));
    }

    @Test
    void namesThatAreNotUtf8Survive() throws Exception {
        needs(Capability.ANY_BYTES);
        BytePath directory = bytes('d', 0xff, 0xfe);
        BytePath name = directory.resolve(bytes(0xc3, 0x28, '\n', 0x80));
        List<BytePath> visited = new ArrayList<>();

        WriteResult written = root.write(name, content("text"), WriteOptions.DEFAULT);
        root.walk(BytePath.EMPTY, PathFilter.ALL, new WalkVisitor() {
            @Override
            public void visit(BytePath found, FileType type) {
                visited.add(found);
            }

            @Override
            public void failed(BytePath unread, IOException reason) throws IOException {
                throw reason;
            }
        });

        assertThat(written.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(tree.list()).endsWith(BytePath.of("root").resolve(name));
        assertThat(visited).containsExactly(name);
        assertThat(root.readAll(name, 10)).asString(UTF_8).isEqualTo("text");
        assertThatThrownBy(() -> root.readAll(name, 3)).hasMessageContaining("d\\xff\\xfe/\\xc3(\\x0a\\x80");
    }

    private static BytePath bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return BytePath.of(bytes);
    }

    @Test
    void nothingIsThereWhereNothingIs() throws Exception {
        tree.directory("root/d");

        for (String name : List.of("x", "d/x", "x/y/z")) {
            assertThat(root.stat(BytePath.of(name))).isEmpty();
            for (Use use : List.of(Use.READ, Use.READ_ALL, Use.READ_WALKED, Use.WALK)) {
                assertThatThrownBy(() -> use.of(root, BytePath.of(name)))
                        .as("%s", use)
                        .isInstanceOf(NoSuchFileException.class)
                        .hasMessageContaining("root/" + name)
                        .hasMessageContaining(reason(Errno.ENOENT));
            }
        }
    }

    @Test
    void aFileIsNoDirectory() throws Exception {
        tree.file("root/f", "text");

        for (Use use : Use.values()) {
            assertThatThrownBy(() -> use.of(root, BytePath.of("f/x")))
                    .as("%s", use)
                    .isInstanceOf(FileSystemException.class)
                    .isNotInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining(reason(Errno.ENOTDIR));
        }
        assertThat(tree.text("root/f")).isEqualTo("text");
    }

    @Test
    void aClosedRootIsNotUsedAnyMore() {
        root.close();
        root.close();

        for (Use use : Use.values()) {
            assertThatThrownBy(() -> use.of(root, BytePath.of("x")))
                    .as("%s", use)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is closed");
        }
    }

    @Test
    void theRootItselfMayBeASymbolicLink() throws Exception {
        tree.file("root/f", "text");
        tree.link("link", tree.base() + "/root");

        try (Root linked = tree.io().open(tree.base().resolve(BytePath.of("link")))) {
            assertThat(linked.readAll(BytePath.of("f"), 10)).asString(UTF_8).isEqualTo("text");
            linked.write(BytePath.of("g"), content("new"), WriteOptions.DEFAULT);
        }
        assertThat(tree.text("root/g")).isEqualTo("new");
    }

    @Test
    void aMissingRootIsMadeOnRequest() throws Exception {
        BytePath missing = tree.base().resolve(BytePath.of("a/b/c"));

        assertThatThrownBy(() -> tree.io().open(missing)).isInstanceOf(NoSuchFileException.class);
        try (Root made = tree.io().openOrCreate(missing)) {
            made.write(BytePath.of("f"), content("new"), WriteOptions.DEFAULT);
        }
        try (Root existing = tree.io().openOrCreate(missing)) {
            assertThat(existing.path()).isEqualTo(missing);
        }
        assertThat(names()).containsExactly("a", "a/b", "a/b/c", "a/b/c/f", "root");
    }

    @Test
    void aRootIsADirectory() throws Exception {
        tree.file("f", "text");

        for (String notADirectory : List.of("f", "f/x", "new\0")) {
            BytePath path = tree.base().resolve(BytePath.of(notADirectory));
            assertThatThrownBy(() -> tree.io().open(path)).isInstanceOf(FileSystemException.class);
            assertThatThrownBy(() -> tree.io().openOrCreate(path)).isInstanceOf(FileSystemException.class);
        }
        assertThatThrownBy(() -> tree.io().open(BytePath.EMPTY)).isInstanceOf(RefusedException.class);
        assertThat(names()).containsExactly("f", "root");
    }
}
