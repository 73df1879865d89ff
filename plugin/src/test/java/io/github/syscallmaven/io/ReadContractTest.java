package io.github.syscallmaven.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadContractTest extends FileIoContract {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 131_071, 131_072, 131_073, 400_000})
    void givesOutTheWholeFile(int size) throws Exception {
        String text = "0123456789abcdef".repeat(size / 16 + 1).substring(0, size);
        tree.file("root/f", text);
        StringBuilder pieces = new StringBuilder();
        StringBuilder walkedPieces = new StringBuilder();

        FileFacts facts = root.read(BytePath.of("f"), piece -> pieces.append(UTF_8.decode(piece)));
        FileFacts walkedFacts =
                root.read(BytePath.of("f"), NameOrigin.WALKED, piece -> walkedPieces.append(UTF_8.decode(piece)));

        assertThat(pieces).hasToString(text);
        assertThat(walkedPieces).hasToString(text);
        assertThat(facts.size()).isEqualTo(size);
        assertThat(facts)
                .isEqualTo(walkedFacts)
                .isEqualTo(root.stat(BytePath.of("f")).orElseThrow());
        assertThat(root.readAll(BytePath.of("f"), size)).asString(UTF_8).isEqualTo(text);
    }

    @Test
    void anArrayHasItsLimit() throws Exception {
        tree.file("root/f", "12345");

        assertThat(read("f")).isEqualTo("12345");
        assertThatThrownBy(() -> root.readAll(BytePath.of("f"), 4))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("root/f")
                .hasMessageContaining("more than 4 bytes");
    }

    @Test
    void soMuchIsReadOfAFileWithoutAKnownSize() throws Exception {
        tree.file("root/f", "a".repeat(300_000) + "b");

        assertThat(root.readUnsized(BytePath.of("f"), 1_000_000))
                .hasSize(300_001)
                .endsWith('b');
        assertThat(root.readUnsized(BytePath.of("f"), 200_000)).hasSize(200_000);
        assertThatThrownBy(() -> root.readUnsized(BytePath.of("none"), 1)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aSinkMayReadAndWriteOtherFiles() throws Exception {
        tree.file("root/a", "a".repeat(200_000));
        tree.file("root/b", "b".repeat(200_000));
        StringBuilder pieces = new StringBuilder();

        root.read(BytePath.of("a"), piece -> {
            assertThat(read("b")).isEqualTo("b".repeat(200_000));
            write("c", "c".repeat(200_000));
            write("c", "d".repeat(200_000));
            pieces.append(UTF_8.decode(piece));
        });

        assertThat(pieces).hasToString("a".repeat(200_000));
        assertThat(tree.text("root/c")).isEqualTo("d".repeat(200_000));
    }

    @Test
    void whatASinkThrowsIsWhatReadThrows() throws Exception {
        tree.file("root/f", "text");
        IOException failure = new IOException("enough");

        assertThatThrownBy(() -> root.read(BytePath.of("f"), piece -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(read("f")).isEqualTo("text");
    }

    @Test
    void factsTellPermissionsAndIdentity() throws Exception {
        needs(Capability.PERMISSIONS);
        tree.file("root/f", "text");
        tree.file("root/g", "text");
        tree.permissions("root/f", 04640);

        FileFacts f = root.stat(BytePath.of("f")).orElseThrow();
        FileFacts g = root.stat(BytePath.of("g")).orElseThrow();

        assertThat(f.permissions()).isEqualTo(04640);
        assertThat(f.inode()).isNotEqualTo(g.inode());
        assertThat(f.device()).isEqualTo(g.device());
        assertThat(f.type()).isEqualTo(FileType.REGULAR);
    }
}
