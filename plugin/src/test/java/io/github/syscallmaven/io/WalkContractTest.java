package io.github.syscallmaven.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.syscall.Errno;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WalkContractTest extends FileIoContract {
    private List<String> walk(String start, PathFilter filter) throws IOException {
        Walked walked = new Walked();
        root.walk(BytePath.of(start), filter, walked);
        return walked.found;
    }

    @Test
    void tellsAllFilesInTheOrderOfTheirNamesBytes() throws Exception {
        needs(Capability.CASE);
        List<String> files = List.of(
                "A",
                "a",
                "a+/x",
                "a.d/x",
                "a=",
                "b/b/c",
                "b/x",
                "b0",
                "bb/a",
                "z/z/z/z",
                "~",
                "\u00e4",
                "\uffee",
                "\ud83d\ude00");
        List<String> shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, new Random(1));
        for (String file : shuffled) {
            write(file, "");
        }
        tree.directory("root/empty");

        assertThat(walk("", PathFilter.ALL)).isEqualTo(files);
        assertThat(tree.list())
                .containsSubsequence(
                        files.stream().map(name -> BytePath.of("root/" + name)).toList());
    }

    @Test
    void tellsNamesFromTheRootAndFiltersThemFromTheStart() throws Exception {
        for (String file : List.of("d/e/yes", "d/e/no/x", "d/e/f/yes", "d/e/f/no", "d/yes", "yes")) {
            write(file, "");
        }
        List<String> asked = new ArrayList<>();

        assertThat(walk("d/e", new Asked("", asked))).containsExactly("d/e/f/yes", "d/e/yes");
        assertThat(asked).containsExactlyInAnyOrder("f/", "f/no", "f/yes", "no/", "yes");
    }

    /** Wants what is called yes, opens what is not called no, and notes what it is asked for. */
    private record Asked(String directory, List<String> asked) implements PathFilter {
        @Override
        public boolean accepts(BytePath name) {
            asked.add(directory + name);
            return name.equals(BytePath.of("yes"));
        }

        @Override
        public Optional<PathFilter> below(BytePath name) {
            asked.add(directory + name + "/");
            return name.equals(BytePath.of("no"))
                    ? Optional.empty()
                    : Optional.of(new Asked(directory + name + "/", asked));
        }
    }

    @Test
    void tellsLinksAndSpecialFilesAndFollowsNone() throws Exception {
        needs(Capability.SPECIAL_FILES);
        tree.file("outside/x", "secret");
        tree.special("root/fifo", FileType.FIFO);
        tree.directory("root/d");
        tree.special("root/d/socket", FileType.SOCKET);
        tree.link("root/d/out", "../../outside");
        tree.link("root/loop", ".");
        tree.link("root/nowhere", "nothing");

        assertThat(walk("", PathFilter.ALL))
                .containsExactly("d/out SYMLINK", "d/socket SOCKET", "fifo FIFO", "loop SYMLINK", "nowhere SYMLINK");
    }

    @Test
    void beginsAtADirectory() throws Exception {
        tree.file("root/f", "");
        tree.directory("root/d");

        assertThat(walk("d", PathFilter.ALL)).isEmpty();
        assertThat(walk("./d/", PathFilter.ALL)).isEmpty();
        assertThatThrownBy(() -> walk("f", PathFilter.ALL)).hasMessageContaining(reason(Errno.ENOTDIR));
        assertThatThrownBy(() -> walk("nothing", PathFilter.ALL)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatAVisitorThrowsEndsTheWalk() throws Exception {
        write("a", "");
        write("b", "");
        IOException enough = new IOException("enough");
        List<String> seen = new ArrayList<>();

        assertThatThrownBy(() -> root.walk(BytePath.EMPTY, PathFilter.ALL, new WalkVisitor() {
                    @Override
                    public void visit(BytePath name, FileType type) throws IOException {
                        seen.add(name.toString());
                        throw enough;
                    }

                    @Override
                    public void failed(BytePath directory, IOException reason) {
                        throw new AssertionError(reason);
                    }
                }))
                .isSameAs(enough);
        assertThat(seen).containsExactly("a");
    }

    @Test
    void aVisitorMayReadAndWriteInTheTree() throws Exception {
        for (int i = 0; i < 100; i++) {
            write("d" + i % 10 + "/f" + i, "text " + i);
        }
        List<String> read = new ArrayList<>();

        root.walk(BytePath.EMPTY, PathFilter.ALL, new WalkVisitor() {
            @Override
            public void visit(BytePath name, FileType type) throws IOException {
                String text = new String(root.readAll(name, 100), UTF_8);
                read.add(text);
                root.write(BytePath.of("copies/" + name.fileName()), content(text), WriteOptions.DEFAULT);
            }

            @Override
            public void failed(BytePath directory, IOException reason) throws IOException {
                throw reason;
            }
        });

        assertThat(read).hasSize(100).doesNotHaveDuplicates();
        assertThat(walk("copies", PathFilter.ALL)).hasSize(100);
    }
}
