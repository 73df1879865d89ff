package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.OrdinaryUser;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.io.RealTree;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What permissions allow and forbid, which root does not notice. */
class OrdinaryUserTest {
    private static final String DENIED = ": EACCES (Permission denied)";

    /** None when this test may not become another user. */
    @SuppressWarnings("NullAway.Init")
    private static OrdinaryUser user;

    @SuppressWarnings("NullAway.Init")
    private RealTree tree;

    @BeforeAll
    static void find() throws Exception {
        user = new OrdinaryUser();
    }

    @AfterAll
    static void forget() throws Exception {
        if (user != null) {
            user.forget();
        }
    }

    @BeforeEach
    void create() throws Exception {
        tree = new RealTree(TestKernel.GATE);
        tree.directory("root/d");
    }

    @AfterEach
    void remove() throws Exception {
        // So that their owner can remove them.
        Run.of("chmod", "-R", "u+rwX", tree.base().toString()).successful();
        tree.close();
    }

    private void give() throws Exception {
        user.give(tree.path(""));
    }

    /** What the user sees who gives these commands. */
    private List<String> run(String... commands) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(tree.path("root").toString()));
        arguments.addAll(List.of(commands));
        return user.java(FileCommands.class, arguments.toArray(String[]::new))
                .successful()
                .lines()
                .toList();
    }

    private List<String> names() throws Exception {
        return tree.list().stream().map(BytePath::toString).toList();
    }

    private Object attribute(String name, String attribute) throws IOException {
        return Files.getAttribute(tree.path(name), "unix:" + attribute);
    }

    @Test
    void allThatRootCanDoWithFilesOfItsOwn() throws Exception {
        give();

        assertThat(run(
                        "write d/f old",
                        "full d/f new",
                        "once d/f new",
                        "new d/f other",
                        "new d/e/f text",
                        "forbid RENAMEAT2 ENOSYS",
                        "new d/e/g text",
                        "write d/f newest",
                        "read d/f",
                        "walk ."))
                .containsExactly(
                        "CREATED",
                        "REPLACED",
                        "UNCHANGED",
                        "FileAlreadyExistsException: ROOT/d/f: it exists, and is not to be replaced",
                        "CREATED",
                        "renameat2: ENOSYS",
                        "CREATED",
                        "REPLACED",
                        "newest",
                        "[d/e/f, d/e/g, d/f]");
        assertThat(names()).containsExactly("root", "root/d", "root/d/e", "root/d/e/f", "root/d/e/g", "root/d/f");
    }

    @Test
    void aDirectoryThatIsNotWritableIsLeftAsItIs() throws Exception {
        tree.file("root/d/f", "old");
        tree.permissions("root/d", 0555);
        give();

        assertThat(run(
                        "write d/f new",
                        "full d/f new",
                        "once d/f new",
                        "new d/g new",
                        "write d/e/f new",
                        "write d/f old",
                        "read d/f"))
                .containsExactly(
                        "AccessDeniedException: ROOT/d/f: openat" + DENIED,
                        "AccessDeniedException: ROOT/d/f: openat" + DENIED,
                        "AccessDeniedException: ROOT/d/f: openat" + DENIED,
                        "AccessDeniedException: ROOT/d/g: openat" + DENIED,
                        "AccessDeniedException: ROOT/d/e/f: mkdirat" + DENIED
                                + "; its directory is missing, and cannot be made",
                        "UNCHANGED",
                        "old");
        assertThat(names()).containsExactly("root", "root/d", "root/d/f");
        assertThat(tree.text("root/d/f")).isEqualTo("old");
    }

    /** A file in it that is known by name can be read; to write, its directory has to be opened. */
    @Test
    void aDirectoryThatIsNotReadableIsNeitherListedNorWrittenInto() throws Exception {
        tree.file("root/d/f", "old");
        tree.file("root/g", "text");
        tree.permissions("root/d/f", 0640);
        tree.permissions("root/d", 0333);
        give();

        assertThat(run("read d/f", "stat d/f", "write d/f new", "new d/h new", "walk d", "walk ."))
                .containsExactly(
                        "old",
                        "REGULAR 0640 3 bytes",
                        "AccessDeniedException: ROOT/d/f: openat2" + DENIED,
                        "AccessDeniedException: ROOT/d/h: openat2" + DENIED,
                        "AccessDeniedException: ROOT/d: openat2" + DENIED,
                        "[AccessDeniedException: ROOT/d: openat2" + DENIED + ", g]");
        tree.permissions("root/d", 0755);
        assertThat(names()).containsExactly("root", "root/d", "root/d/f", "root/g");
    }

    @Test
    void aDirectoryOnTheWayThatIsNotSearchableIsNotPassed() throws Exception {
        tree.file("root/d/e/f", "old");
        tree.permissions("root/d", 0666);
        give();
        String denied = "AccessDeniedException: ROOT/d/e/f: openat2" + DENIED;

        assertThat(run(
                        "read d/e/f",
                        "stat d/e/f",
                        "write d/e/f new",
                        "new d/e/f new",
                        "write d/g new",
                        "write d/h/f new",
                        "walk ."))
                .containsExactly(
                        denied,
                        denied,
                        denied,
                        denied,
                        "AccessDeniedException: ROOT/d/g: statx" + DENIED,
                        "AccessDeniedException: ROOT/d/h/f: openat2" + DENIED,
                        "[AccessDeniedException: ROOT/d/e: openat2" + DENIED + "]");
        tree.permissions("root/d", 0755);
        assertThat(names()).containsExactly("root", "root/d", "root/d/e", "root/d/e/f");
        assertThat(tree.text("root/d/e/f")).isEqualTo("old");
    }

    @Test
    void withoutOpenat2TheSameIsDenied() throws Exception {
        tree.file("root/d/e/f", "old");
        tree.permissions("root/d", 0666);
        give();
        String denied = "AccessDeniedException: ROOT/d/e/f: openat" + DENIED;

        assertThat(run("forbid OPENAT2 EPERM", "read d/e/f", "stat d/e/f", "write d/e/f new", "new d/e/f new"))
                .containsExactly("openat2: EPERM", denied, denied, denied, denied);
    }

    @Test
    void aFileThatIsNotReadableIsNotReadButReplaced() throws Exception {
        tree.file("root/d/f", "old");
        tree.permissions("root/d/f", 0000);
        give();

        assertThat(run("read d/f", "stat d/f", "write d/f new", "once d/f newer", "read d/f", "stat d/f"))
                .containsExactly(
                        "AccessDeniedException: ROOT/d/f: openat2" + DENIED,
                        "REGULAR 0000 3 bytes",
                        "REPLACED",
                        "REPLACED",
                        "AccessDeniedException: ROOT/d/f: openat2" + DENIED,
                        "REGULAR 0000 5 bytes");
        tree.permissions("root/d/f", 0600);
        assertThat(tree.text("root/d/f")).isEqualTo("newer");
        assertThat(names()).containsExactly("root", "root/d", "root/d/f");
    }

    @Test
    void aReadOnlyFileIsReplacedByAReadOnlyFile() throws Exception {
        tree.file("root/d/f", "old");
        tree.permissions("root/d/f", 0444);
        give();

        assertThat(run("write d/f old", "write d/f new", "stat d/f", "read d/f"))
                .containsExactly("UNCHANGED", "REPLACED", "REGULAR 0444 3 bytes", "new");
    }

    @Test
    void anotherUsersFileInADirectoryOfOnesOwnBecomesOnesOwn() throws Exception {
        Prerequisite.root();
        for (String name : List.of("root/d/f", "root/d/g", "root/d/h")) {
            tree.file(name, "old");
        }
        give();
        own("root/d/f", "0:0", 0644);
        own("root/d/g", "0:" + OrdinaryUser.furtherGroup(), 06664);
        own("root/d/h", "0:0", 0600);

        assertThat(run("write d/f old", "write d/f new", "write d/g new", "read d/h", "write d/h new", "walk ."))
                .containsExactly(
                        "UNCHANGED",
                        "REPLACED",
                        "REPLACED",
                        "AccessDeniedException: ROOT/d/h: openat2" + DENIED,
                        "REPLACED",
                        "[d/f, d/g, d/h]");
        for (String name : List.of("root/d/f", "root/d/g", "root/d/h")) {
            assertThat(tree.text(name)).isEqualTo("new");
            assertThat(attribute(name, "uid")).isEqualTo(OrdinaryUser.id());
        }
        assertThat(attribute("root/d/g", "gid")).isEqualTo(OrdinaryUser.furtherGroup());
        assertThat(attribute("root/d/f", "mode")).isEqualTo(0100644);
        assertThat(attribute("root/d/g", "mode")).isEqualTo(0100664);
        assertThat(attribute("root/d/h", "mode")).isEqualTo(0100600);
    }

    private void own(String name, String owner, int permissions) throws Exception {
        Run.of("chown", owner, tree.path(name).toString()).successful();
        tree.permissions(name, permissions);
    }

    /** As in /tmp. */
    @Test
    void anotherUsersFileInAStickyDirectoryStays() throws Exception {
        Prerequisite.root();
        tree.file("root/d/theirs", "old");
        tree.file("root/d/ours", "old");
        for (int i = 0; i < 10; i++) {
            tree.file("root/d/.syscall-000000000000000" + i, "leftover of ours");
            tree.file("root/d/.syscall-111111111111111" + i, "leftover of another user");
        }
        give();
        own("root/d/theirs", "0:0", 0666);
        for (int i = 0; i < 10; i++) {
            own("root/d/.syscall-111111111111111" + i, "0:0", 0600);
        }
        own("root/d", "0:0", 01777);

        String anothers =
                "renameat: EPERM (Operation not permitted); it belongs to another user in a sticky directory, or the"
                        + " file or its directory is append-only or immutable (see lsattr)";

        List<String> printed = run("write d/ours new", "write d/theirs new", "once d/theirs new", "new d/fresh new");

        assertThat(printed.get(0))
                .startsWith("WriteResult[outcome=REPLACED, warnings=[Leftovers of an earlier run in 'ROOT/d'"
                        + " could not be removed: unlinkat '.syscall-111111111111111");
        assertThat(printed.subList(1, 4))
                .containsExactly(
                        "AccessDeniedException: ROOT/d/theirs: " + anothers,
                        "AccessDeniedException: ROOT/d/theirs: " + anothers,
                        "CREATED");
        assertThat(names())
                .hasSize(15)
                .contains("root/d/theirs", "root/d/ours", "root/d/fresh")
                .filteredOn(name -> name.contains(".syscall-"))
                .hasSize(10)
                .allMatch(name -> name.contains(".syscall-1"));
        assertThat(tree.text("root/d/theirs")).isEqualTo("old");
        assertThat(tree.text("root/d/ours")).isEqualTo("new");
    }
}
