package io.github.syscallmaven.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.syscall.Errno;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a plain file is never followed, opened or replaced. */
class TypesContractTest extends FileIoContract {
    @ParameterizedTest
    @ValueSource(strings = {"../outside/x", "f", "nothing", "link", "/etc/hostname", "../outside"})
    void aSymbolicLinkInPlaceOfAFileIsRefused(String target) throws Exception {
        tree.file("outside/x", "secret");
        tree.file("root/f", "text");
        tree.link("root/link", target);
        List<String> before = names();

        for (Use use : Use.values()) {
            if (use != Use.STAT) {
                assertThatThrownBy(() -> use.of(root, BytePath.of("link")))
                        .as("%s", use)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("root/link")
                        .hasMessageContaining("symbolic link");
            }
        }
        assertThat(root.stat(BytePath.of("link")))
                .hasValueSatisfying(facts -> assertThat(facts.type()).isEqualTo(FileType.SYMLINK));
        assertThat(names()).isEqualTo(before);
        assertThat(tree.text("outside/x")).isEqualTo("secret");
        assertThat(tree.text("root/f")).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "d", ".", "/"})
    void aSymbolicLinkOnTheWayIsRefused(String target) throws Exception {
        tree.file("outside/e/x", "secret");
        tree.file("root/d/e/x", "text");
        tree.link("root/link", target);
        List<String> before = names();

        for (String name : List.of("link/x", "link/e/x", "link/new/x", "link/link/x")) {
            for (Use use : Use.values()) {
                assertThatThrownBy(() -> use.of(root, BytePath.of(name)))
                        .as("%s %s", use, name)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("symbolic link");
            }
        }
        assertThat(names()).isEqualTo(before);
        assertThat(tree.text("outside/e/x")).isEqualTo("secret");
    }

    @ParameterizedTest
    @EnumSource(names = {"FIFO", "SOCKET", "CHARACTER_DEVICE"})
    void whatIsNoFileIsRefusedWithoutWaiting(FileType type) throws Exception {
        needs(Capability.SPECIAL_FILES);
        tree.special("root/special", type);

        for (Use use : Use.values()) {
            if (use.needsAFile()) {
                assertThatThrownBy(() -> use.of(root, BytePath.of("special")))
                        .as("%s", use)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("root/special")
                        .hasMessageMatching(".*(" + type.description() + "|a socket or a device).*");
            }
        }
        assertThatThrownBy(() -> Use.WALK.of(root, BytePath.of("special"))).hasMessageContaining(reason(Errno.ENOTDIR));
        assertThat(root.stat(BytePath.of("special")))
                .hasValueSatisfying(facts -> assertThat(facts.type()).isEqualTo(type));
        assertThat(names()).containsExactly("root", "root/special");
    }

    @Test
    void aDirectoryIsNeitherReadNorReplaced() throws Exception {
        tree.directory("root/d");

        for (Use use : Use.values()) {
            if (use.needsAFile()) {
                assertThatThrownBy(() -> use.of(root, BytePath.of("d")))
                        .as("%s", use)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("a directory");
            }
        }
        assertThat(names()).containsExactly("root", "root/d");
    }

    @Test
    void aMountPointIsReadButNotReplaced() throws Exception {
        needs(Capability.MOUNT_POINTS);
        tree.file("root/f", "text");
        tree.mountOn("root/f");

        assertThat(read("f")).isEqualTo("text");
        assertThat(write("f", "text").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThatThrownBy(() -> write("f", "other"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("root/f")
                .hasMessageContaining("EBUSY")
                .hasMessageContaining("it is a mount point");
        assertThat(tree.text("root/f")).isEqualTo("text");
        assertThat(names()).containsExactly("root", "root/f");
    }
}
