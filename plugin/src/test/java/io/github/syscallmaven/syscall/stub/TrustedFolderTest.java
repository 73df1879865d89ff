package io.github.syscallmaven.syscall.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.OrdinaryUser;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedFolderTest {
    private static final String CONSEQUENCE = ", so that somebody could replace what is loaded from there";

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("folder"));
    }

    private void chmod(String mode) throws Exception {
        Run.of("chmod", mode, folder.toString()).successful();
    }

    private void giveAway() throws Exception {
        Prerequisite.root();
        Run.of("chown", Integer.toString(OrdinaryUser.id()), folder.toString()).successful();
    }

    private static void assertUntrusted(Path wanted, String message) {
        assertThatThrownBy(() -> TrustedFolder.of(wanted))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void foldersOfThisUserAreTrusted() throws Exception {
        assertThat(TrustedFolder.of(folder)).isEqualTo(folder.toRealPath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0777", "0775", "0702"})
    void folderThatOthersMayWriteToIsNot(String mode) throws Exception {
        chmod(mode);

        assertUntrusted(folder, folder + ": others may write to it (mode " + mode + ")" + CONSEQUENCE);
        assertUntrusted(folder.resolve("new"), folder + ": others may write to it (mode " + mode + ")" + CONSEQUENCE);
        assertThat(folder).as("nothing is made there").isEmptyDirectory();
    }

    @Test
    void stickyFolderIsTrustedForWhatIsOursInIt() throws Exception {
        chmod("1777");

        assertThat(TrustedFolder.of(folder.resolve("new"))).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1777", "0755"})
    void folderOfSomebodyElseIsNotTrusted(String mode) throws Exception {
        chmod(mode);
        giveAway();

        String owner = folder + ": it belongs to user " + OrdinaryUser.id() + CONSEQUENCE;
        assertUntrusted(folder, owner);
        assertUntrusted(folder.resolve("new"), owner);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void folderOfOursBelowOneOfSomebodyElseIsNotTrusted() throws Exception {
        Path ours = Files.createDirectory(folder.resolve("ours"));
        giveAway();

        assertUntrusted(ours, folder + ": it belongs to user " + OrdinaryUser.id() + CONSEQUENCE);
    }

    @Test
    void symbolicLinksAreResolvedAndTheirTargetsLookedAt() throws Exception {
        Path link = Files.createSymbolicLink(parent.resolve("link"), folder);

        assertThat(TrustedFolder.of(link)).isEqualTo(folder.toRealPath());
        assertThat(TrustedFolder.of(link.resolve("new")))
                .isEqualTo(folder.toRealPath().resolve("new"));
        chmod("0777");
        assertUntrusted(link, folder + ": others may write to it (mode 0777)" + CONSEQUENCE);
    }

    @Test
    void danglingLinkAndFileAreErrors() throws Exception {
        Path dangling = Files.createSymbolicLink(parent.resolve("dangling"), parent.resolve("nothing"));
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> TrustedFolder.of(dangling)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrustedFolder.of(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> TrustedFolder.of(file.resolve("sub"))).isInstanceOf(IOException.class);
        assertThat(parent.resolve("nothing")).doesNotExist();
    }

    @Test
    void missingFoldersAreMadeForThisUserAlone() throws Exception {
        Path made = TrustedFolder.of(folder.resolve("a/b"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getParent())))
                .isEqualTo("rwx------");
    }

    /** As in the sandboxes of some build systems. */
    @Test
    void rootIsTrustedInANamespaceThatDoesNotMapIt() throws Exception {
        Prerequisite.works("unshare", "-U", "true");
        List<String> java = Run.java(List.of(), LoadStub.class, folder.toString());

        Run run =
                Run.of("unshare", "-U", "sh", "-c", "exec " + Run.quoted(java)).successful();

        assertThat(run.lines()).contains("unpacked in " + folder);
    }

    @Test
    void theUserIsThatOfNewFiles() throws Exception {
        assertThat(TrustedFolder.ourselves()).isEqualTo(Files.getAttribute(folder, "unix:uid"));
        assertThatCode(() -> TrustedFolder.of(Path.of("/"))).doesNotThrowAnyException();
    }
}
