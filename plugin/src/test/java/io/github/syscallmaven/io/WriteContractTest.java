package io.github.syscallmaven.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.testing.io.InParallel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteContractTest extends FileIoContract {
    @Test
    void createsReplacesAndLeavesAlone() throws Exception {
        for (WriteOptions options : List.of(
                WriteOptions.DEFAULT,
                WriteOptions.DEFAULT.askingOnce(),
                WriteOptions.DEFAULT.with(Durability.FULL),
                WriteOptions.DEFAULT.with(Durability.FULL).askingOnce())) {
            BytePath name = BytePath.of("d" + options.hashCode() + "/f");
            assertWritten(root.write(name, content("hello"), options), Outcome.CREATED, options);
            FileFacts before = root.stat(name).orElseThrow();
            assertWritten(root.write(name, content("hello"), options), Outcome.UNCHANGED, options);
            assertThat(root.stat(name)).contains(before);
            assertWritten(root.write(name, content("hello!"), options), Outcome.REPLACED, options);
            assertThat(tree.text("root/" + name)).isEqualTo("hello!");
            assertThat(root.stat(name).orElseThrow().inode()).isNotEqualTo(before.inode());
        }
        assertThat(names()).noneMatch(name -> name.contains(".syscall-"));
    }

    private void assertWritten(WriteResult result, Outcome outcome, WriteOptions options) {
        assertThat(result.outcome()).isEqualTo(outcome);
        if (options.durability() == Durability.FULL && !has(Capability.DIRECTORY_SYNC)) {
            assertThat(result.warnings()).singleElement().asString().contains("cannot sync a directory");
        } else {
            assertThat(result.warnings()).isEmpty();
        }
    }

    @Test
    void removesAFileAndNothingElse() throws Exception {
        tree.file("root/d/f", "old");
        tree.file("root/d/g", "other");

        assertThat(root.remove(BytePath.of("d/f"))).isTrue();
        assertThat(names()).contains("root/d", "root/d/g").doesNotContain("root/d/f");
        assertThat(root.remove(BytePath.of("d/f"))).isFalse();
        assertThat(root.remove(BytePath.of("none/f"))).isFalse();
        assertThatThrownBy(() -> root.remove(BytePath.of("d"))).isInstanceOf(RefusedException.class);
        assertThat(names()).contains("root/d/g");
    }

    @ParameterizedTest
    @CsvSource({"'', a", "a, ''", "a, ab", "ab, a", "ab, ac", "ab, cb", "'', ''", "ab, ab"})
    void bytesThatDifferAnywhereAreWritten(String old, String fresh) throws Exception {
        for (int filler : new int[] {0, 131_071, 131_072, 300_000}) {
            String before = "-".repeat(filler) + old;
            String after = "-".repeat(filler) + fresh;
            tree.file("root/f", before);

            Outcome outcome = write("f", after).outcome();

            assertThat(outcome).isEqualTo(before.equals(after) ? Outcome.UNCHANGED : Outcome.REPLACED);
            assertThat(tree.text("root/f")).isEqualTo(after);
        }
    }

    @Test
    void contentMayComeByteByByteOrInPiecesOfAnySize() throws Exception {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        Content inPieces = out -> {
            Random random = new Random(2);
            for (int at = 0; at < bytes.length; ) {
                int piece = Math.min(bytes.length - at, random.nextInt(3) == 0 ? 1 : random.nextInt(100_000));
                if (piece == 1) {
                    out.write(bytes[at]);
                } else {
                    out.write(bytes, at, piece);
                }
                at += piece;
            }
            out.close();
        };

        assertThat(root.write(BytePath.of("f"), inPieces, WriteOptions.DEFAULT).outcome())
                .isEqualTo(Outcome.CREATED);
        assertThat(root.readAll(BytePath.of("f"), bytes.length)).isEqualTo(bytes);
        assertThat(root.write(BytePath.of("f"), inPieces, WriteOptions.DEFAULT).outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(root.write(BytePath.of("f"), Content.of(bytes), WriteOptions.DEFAULT)
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void anExistingFileIsNotReplacedUnlessAsked() throws Exception {
        WriteOptions noClobber = WriteOptions.DEFAULT.withoutReplacing();
        assertThat(root.write(BytePath.of("d/f"), content("old"), noClobber).outcome())
                .isEqualTo(Outcome.CREATED);

        for (String text : List.of("old", "new")) {
            assertThatThrownBy(() -> root.write(BytePath.of("d/f"), content(text), noClobber))
                    .isInstanceOf(FileAlreadyExistsException.class)
                    .hasMessageContaining("root/d/f");
        }
        assertThat(tree.text("root/d/f")).isEqualTo("old");
        assertThat(names()).containsExactly("root", "root/d", "root/d/f");
    }

    @Test
    void aFileThatAppearsWhileItsContentIsMadeIsNotReplacedUnlessAsked() throws Exception {
        Content slow = out -> {
            write("f", "theirs");
            out.write("ours".getBytes(UTF_8));
        };

        assertThatThrownBy(() -> root.write(BytePath.of("f"), slow, WriteOptions.DEFAULT.withoutReplacing()))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("root/f");
        assertThat(tree.text("root/f")).isEqualTo("theirs");
        assertThat(names()).containsExactly("root", "root/f");
    }

    @Test
    void permissionsAreKeptButForSetId() throws Exception {
        needs(Capability.PERMISSIONS);
        for (int permissions : new int[] {0600, 0644, 0755, 0777, 0400, 0000, 06755, 04711}) {
            tree.file("root/f", "old");
            tree.permissions("root/f", permissions);

            assertThat(write("f", "new " + permissions).outcome()).isEqualTo(Outcome.REPLACED);

            assertThat(root.stat(BytePath.of("f")).orElseThrow().permissions())
                    .as("%o", permissions)
                    .isEqualTo(permissions & 0777);
            tree.permissions("root/f", 0600);
        }
    }

    @Test
    void aNewFileHasThePermissionsOfAnyNewFile() throws Exception {
        tree.file("root/theirs", "text");
        write("ours", "text");

        assertThat(root.stat(BytePath.of("ours")).orElseThrow().permissions())
                .isEqualTo(root.stat(BytePath.of("theirs")).orElseThrow().permissions());
    }

    @Test
    void aContentThatFailsLeavesEverythingAsItWas() throws Exception {
        tree.file("root/old", "old");
        tree.directory("root/empty");
        List<String> before = names();

        for (Throwable failure : List.of(
                new IOException("io"),
                new UncheckedIOException(new IOException("unchecked")),
                new AssertionError("error"))) {
            for (String name : List.of("old", "fresh", "empty/f", "a/b/c/f", "empty/a/f")) {
                for (WriteOptions options : List.of(
                        WriteOptions.DEFAULT,
                        WriteOptions.DEFAULT.askingOnce(),
                        WriteOptions.DEFAULT.with(Durability.FULL))) {
                    assertThat(catchThrowable(() -> root.write(BytePath.of(name), failing(failure), options)))
                            .isSameAs(failure)
                            .hasNoSuppressedExceptions();
                }
            }
        }
        assertThat(names()).isEqualTo(before);
        assertThat(tree.text("root/old")).isEqualTo("old");
    }

    private static Content failing(Throwable failure) {
        return out -> {
            out.write("ol".getBytes(UTF_8));
            out.write(new byte[200_000]);
            if (failure instanceof IOException io) {
                throw io;
            } else if (failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw (Error) failure;
        };
    }

    /** Comparing ends a content early by an exception, which some pass on in their own way, and some not at all. */
    @Test
    void aContentMayWrapOrSwallowWhatItsStreamThrows() throws Exception {
        tree.file("root/f", "old");
        Content swallowing = out -> {
            PrintWriter writer = new PrintWriter(out, false, UTF_8);
            writer.print("new".repeat(100_000));
            writer.flush();
        };
        Content wrapping = out -> {
            try {
                out.write("other".getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        assertThat(root.write(BytePath.of("f"), swallowing, WriteOptions.DEFAULT)
                        .outcome())
                .isEqualTo(Outcome.REPLACED);
        assertThat(tree.text("root/f")).isEqualTo("new".repeat(100_000));
        assertThat(root.write(BytePath.of("f"), wrapping, WriteOptions.DEFAULT).outcome())
                .isEqualTo(Outcome.REPLACED);
        assertThat(tree.text("root/f")).isEqualTo("other");
    }

    @Test
    void aContentMayReadAndWriteOtherFiles() throws Exception {
        tree.file("root/source", "text");
        Content copy = out -> {
            write("log", "copying");
            out.write(root.readAll(BytePath.of("source"), 100));
        };

        root.write(BytePath.of("d/target"), copy, WriteOptions.DEFAULT);

        assertThat(tree.text("root/d/target")).isEqualTo("text");
        assertThat(tree.text("root/log")).isEqualTo("copying");
        assertThat(names()).containsExactly("root", "root/d", "root/d/target", "root/log", "root/source");
    }

    @Test
    void writersOfOneFileEachWriteItWhole() throws Exception {
        List<String> texts = IntStream.range(0, 4)
                .mapToObj(i -> String.valueOf(i).repeat(200_000))
                .toList();

        InParallel.run(texts.size(), i -> {
            for (int round = 0; round < 10; round++) {
                write("d/f", texts.get(i));
                try {
                    assertThat(texts).contains(read("d/f"));
                } catch (ChangedWhileReadingException replacedMeanwhile) {
                    // What a reader is told when the file has lost its name.
                }
            }
        });

        assertThat(texts).contains(tree.text("root/d/f"));
        assertThat(names()).containsExactly("root", "root/d", "root/d/f");
    }

    @Test
    void aWriterThatFailsDoesNotPullTheDirectoryFromUnderAnother() throws Exception {
        IOException failure = new IOException("on purpose");

        InParallel.run(2, i -> {
            for (int round = 0; round < 30; round++) {
                BytePath name = BytePath.of("d" + round + "/e/f" + i);
                if (i == 0) {
                    assertThatThrownBy(() -> root.write(name, failing(failure), WriteOptions.DEFAULT))
                            .isSameAs(failure);
                } else {
                    root.write(name, content("text"), WriteOptions.DEFAULT);
                }
            }
        });

        assertThat(names()).hasSize(91).noneMatch(name -> name.endsWith("f0"));
    }
}
