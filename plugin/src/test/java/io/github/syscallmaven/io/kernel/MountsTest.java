package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.io.RealTree;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File systems that are full or read-only, and mounts in the way: each says no at another call. */
class MountsTest {
    private static final String MOUNT_POINT = "FileSystemException: ROOT/f: renameat2: EBUSY (Device or resource busy);"
            + " it is a mount point, such as a bind mount of a container, and cannot be replaced whole: mount its"
            + " directory instead, or write to another file";

    private static final String NOT_MADE = "; its directory is missing, and cannot be made";

    @SuppressWarnings("NullAway.Init")
    private RealTree tree;

    @BeforeEach
    void create() throws IOException {
        tree = new RealTree(TestKernel.GATE);
        tree.directory("root");
    }

    @AfterEach
    void remove() throws Exception {
        tree.close();
    }

    private String run(String command) throws IOException {
        try (Root root = tree.io().open(BytePath.of(tree.path("root").toString()))) {
            return new FileCommands(root).run(command);
        }
    }

    private void mountTmpfs(String options) throws Exception {
        tree.mount("root", "-t", "tmpfs", "-o", options, "none");
    }

    private long free() throws IOException {
        return Files.getFileStore(tree.path("root")).getUnallocatedSpace();
    }

    @ParameterizedTest
    @CsvSource({"write, f", "full, f", "once, f", "write, fresh", "full, d/e/fresh", "once, fresh", "new, d/e/fresh"})
    void aFullDiskLeavesTheOldFileAndItsSpace(String verb, String name) throws Exception {
        mountTmpfs("size=64k");
        tree.file("root/f", "a".repeat(20_000));
        List<BytePath> before = tree.list();
        long free = free();

        // Into one buffer, into several, and where each version fits, but not both at a time.
        for (int size : new int[] {70_000, 300_000, 50_000}) {
            assertThat(run(verb + " " + name + " b*" + size))
                    .isEqualTo("FileSystemException: ROOT/" + name + ": write: ENOSPC (No space left on device)");
            assertThat(tree.text("root/f")).isEqualTo("a".repeat(20_000));
            assertThat(tree.list()).isEqualTo(before);
            assertThat(free()).isEqualTo(free);
        }

        assertThat(run(verb + " " + name + " b*40000")).isIn("CREATED", "REPLACED");
        assertThat(tree.text("root/" + name)).isEqualTo("b".repeat(40_000));
        assertThat(tree.list()).noneMatch(FileIo::isTemporary);
    }

    @Test
    void aDiskWithoutInodesLeavesWhatWasThere() throws Exception {
        mountTmpfs("nr_inodes=10");
        tree.file("root/f", "old");
        // The root of the file system is the tenth.
        for (int i = 1; i <= 8; i++) {
            tree.file("root/filler" + i, "");
        }
        List<BytePath> before = tree.list();
        String noSpace = ": ENOSPC (No space left on device)";

        for (String verb : List.of("write", "full", "once")) {
            assertThat(run(verb + " f new")).isEqualTo("FileSystemException: ROOT/f: openat" + noSpace);
        }
        assertThat(run("write f old")).isEqualTo("UNCHANGED");
        for (int inodes = 0; inodes < 4; inodes++) {
            // Two of directories that are made before it fails are removed again.
            assertThat(run("write a/b/c/f new"))
                    .isEqualTo("FileSystemException: ROOT/a/b/c/f: "
                            + (inodes < 3 ? "mkdirat" + noSpace + NOT_MADE : "openat" + noSpace));
            assertThat(tree.list())
                    .hasSameSizeAs(before)
                    .noneMatch(name -> name.toString().startsWith("root/a"));
            Files.delete(tree.path("root/filler" + (inodes + 1)));
            before = tree.list();
        }

        assertThat(run("write a/b/c/f new")).isEqualTo("CREATED");
        assertThat(tree.text("root/f")).isEqualTo("old");
    }

    @Test
    void aReadOnlyMountIsReadAndSaidToBeOne() throws Exception {
        mountTmpfs("size=1m");
        tree.file("root/f", "old");
        Run.of("mount", "-o", "remount,ro", tree.path("root").toString()).successful();
        List<BytePath> before = tree.list();
        String readOnly = ": EROFS (Read-only file system)";

        for (String verb : List.of("write", "full", "once")) {
            assertThat(run(verb + " f new")).isEqualTo("FileSystemException: ROOT/f: openat" + readOnly);
        }
        assertThat(run("new fresh text")).isEqualTo("FileSystemException: ROOT/fresh: openat" + readOnly);
        assertThat(run("write a/b/f text")).isEqualTo("FileSystemException: ROOT/a/b/f: mkdirat" + readOnly + NOT_MADE);
        assertThat(run("write f old")).isEqualTo("UNCHANGED");
        assertThat(run("full f old")).isEqualTo("UNCHANGED");
        assertThat(run("read f")).isEqualTo("old");
        assertThat(run("walk .")).isEqualTo("[f]");
        assertThat(tree.list()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "full", "once"})
    void anotherFileMountedOnTheTargetIsNotReplaced(String verb) throws Exception {
        tree.file("root/f", "below");
        tree.file("host", "old");
        tree.mount("root/f", "--bind", tree.path("host").toString());
        List<BytePath> before = tree.list();

        assertThat(run(verb + " f old")).isEqualTo("UNCHANGED");
        assertThat(run(verb + " f new")).isEqualTo(MOUNT_POINT);
        assertThat(run("new f new")).startsWith("FileAlreadyExistsException: ROOT/f");
        assertThat(run("read f")).isEqualTo("old");
        assertThat(tree.text("host")).isEqualTo("old");
        assertThat(tree.list()).isEqualTo(before);
    }

    @Test
    void filesInAMountedDirectoryAreReplaced() throws Exception {
        tree.directory("root/d");
        tree.file("host/f", "old");
        tree.mount("root/d", "--bind", tree.path("host").toString());

        assertThat(run("write d/f new")).isEqualTo("REPLACED");
        assertThat(run("full d/e/f new")).isEqualTo("CREATED");
        assertThat(run("walk .")).isEqualTo("[d/e/f, d/f]");
        assertThat(tree.text("host/f")).isEqualTo("new");
        assertThat(tree.text("host/e/f")).isEqualTo("new");
    }

    @Test
    void aFileOfALowerLayerIsReadAndFoundInItsPlace() throws Exception {
        layers();

        assertThat(run("full d/f old")).isEqualTo("UNCHANGED");
        assertThat(run("walk .")).isEqualTo("[d/f]");
        assertThat(run("new d/f new")).startsWith("FileAlreadyExistsException: ROOT/d/f");
    }

    @Test
    void aFileOfALowerLayerIsReplacedInTheUpperOne() throws Exception {
        layers();

        assertThat(run("full d/f new")).isEqualTo("REPLACED");
        assertThat(run("once d/f newer")).isEqualTo("REPLACED");
        assertThat(run("new d/g other")).isEqualTo("CREATED");

        assertThat(run("read d/f")).isEqualTo("newer");
        assertThat(run("walk .")).isEqualTo("[d/f, d/g]");
        assertThat(tree.text("lower/d/f")).isEqualTo("old");
        assertThat(tree.text("layers/upper/d/f")).isEqualTo("newer");
    }

    /** What a container's image brings lies in a layer below the one that is written to. */
    private void layers() throws Exception {
        tree.file("lower/d/f", "old");
        tree.directory("layers");
        // Not every file system can be the upper layer.
        tree.mount("layers", "-t", "tmpfs", "none");
        tree.directory("layers/upper");
        tree.directory("layers/work");
        tree.mount(
                "root",
                "-t",
                "overlay",
                "-o",
                "lowerdir=%s,upperdir=%s,workdir=%s"
                        .formatted(tree.path("lower"), tree.path("layers/upper"), tree.path("layers/work")),
                "none");
    }

    @Test
    void anImmutableFileIsNotReplaced() throws Exception {
        tree.file("root/f", "old");
        List<BytePath> before = tree.list();
        assumeTrue(chattr("+i", "root/f").status() == 0, "this file system has no immutable files");
        try {
            for (String verb : List.of("write", "full", "once")) {
                assertThat(run(verb + " f new"))
                        .matches("AccessDeniedException: ROOT/f: renameat2?: EPERM \\(Operation not permitted\\); .*"
                                + "immutable \\(see lsattr\\)");
            }
            assertThat(run("write f old")).isEqualTo("UNCHANGED");
        } finally {
            chattr("-i", "root/f").successful();
        }
        assertThat(tree.text("root/f")).isEqualTo("old");
        assertThat(tree.list()).isEqualTo(before);
    }

    @Test
    void whatAnAppendOnlyDirectoryKeepsIsNamed() throws Exception {
        tree.file("root/d/f", "old");
        assumeTrue(chattr("+a", "root/d").status() == 0, "this file system has no append-only directories");
        try {
            assertThat(run("write d/f new"))
                    .matches("AccessDeniedException: ROOT/d/f: renameat2?: EPERM .*append-only.*; the temporary"
                            + " '.syscall-[0-9a-f]{16}' beside it could not be removed: unlinkat: EPERM .*");
        } finally {
            chattr("-a", "root/d").successful();
        }
        assertThat(tree.text("root/d/f")).isEqualTo("old");
        assertThat(run("write d/f new")).isEqualTo("REPLACED");
        assertThat(tree.list().toString()).isEqualTo("[root, root/d, root/d/f]");
    }

    @Test
    void anImmutableDirectoryIsNotWrittenInto() throws Exception {
        tree.file("root/d/f", "old");
        List<BytePath> before = tree.list();
        assumeTrue(chattr("+i", "root/d").status() == 0, "this file system has no immutable directories");
        try {
            for (String command : List.of("write d/f new", "new d/g new", "full d/g new")) {
                assertThat(run(command))
                        .matches("AccessDeniedException: ROOT/d/.: openat: EPERM \\(Operation not permitted\\)");
            }
            assertThat(run("write d/e/f new"))
                    .isEqualTo(
                            "AccessDeniedException: ROOT/d/e/f: mkdirat: EPERM (Operation not permitted)" + NOT_MADE);
        } finally {
            chattr("-i", "root/d").successful();
        }
        assertThat(tree.text("root/d/f")).isEqualTo("old");
        assertThat(tree.list()).isEqualTo(before);
    }

    private Run chattr(String change, String name) throws IOException, InterruptedException {
        return Run.of("chattr", change, tree.path(name).toString());
    }
}
