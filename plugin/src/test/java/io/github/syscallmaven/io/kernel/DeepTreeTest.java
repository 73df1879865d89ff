package io.github.syscallmaven.io.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Pointer;
import com.sun.management.ThreadMXBean;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.kernel.DeepTree.Beside;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.io.Refusals;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twice as many levels cost twice as much: counted in calls, in bytes of names, and in bytes of memory. */
class DeepTreeTest {
    private Path base = Path.of("");

    @BeforeEach
    void create() throws IOException {
        base = Files.createTempDirectory("deep");
    }

    @AfterEach
    void remove() throws Exception {
        Run.of("rm", "-rf", base.toString()).successful();
    }

    private Path tree(int levels, Beside beside) throws Exception {
        Path tree = Files.createDirectory(base.resolve(levels + "-" + beside));
        DeepTree.make(tree, levels, 200, levels / 4, beside);
        return tree;
    }

    /** What a walk takes. */
    private record Cost(long calls, long bytesOfNames, long bytesOfMemory, int mostOpen) {}

    /** Counts calls, and the bytes of the names that are given to the kernel. */
    private static final class Counting implements Gate {
        private static final List<Call> NAMING =
                List.of(Call.OPENAT, Call.OPENAT2, Call.STATX, Call.NEWFSTATAT, Call.MKDIRAT, Call.UNLINKAT);

        private final Gate kernel;
        private long calls;
        private long bytes;
        private int open;
        private int mostOpen;

        Counting(Gate kernel) {
            this.kernel = kernel;
        }

        @Override
        public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
            Call call = TestArch.call(TestKernel.ARCH, number).orElseThrow();
            calls++;
            bytes += NAMING.contains(call) ? new Pointer(a2).getString(0).length() : 0;
            long result = kernel.syscall(number, a1, a2, a3, a4, a5, a6);
            if (result >= 0) {
                open += call == Call.OPENAT || call == Call.OPENAT2 ? 1 : call == Call.CLOSE ? -1 : 0;
                mostOpen = Math.max(mostOpen, open);
            }
            return result;
        }
    }

    private static Cost walk(Path tree, Gate kernel, int files) throws IOException {
        Counting counting = new Counting(kernel);
        FileIo io = new SyscallFileIo(new Syscalls(TestKernel.ARCH, counting), InstantSource.system(), Pause.SLEEP);
        List<BytePath> found = new ArrayList<>();
        long before = allocated();
        try (Root root = io.open(BytePath.of(tree.toString()))) {
            root.walk(BytePath.EMPTY, PathFilter.ALL, new WalkVisitor() {
                @Override
                public void visit(BytePath name, FileType type) {
                    found.add(name);
                }

                @Override
                public void failed(BytePath directory, IOException reason) throws IOException {
                    throw reason;
                }
            });
        }
        long memory = allocated() - before;
        assertThat(found).hasSize(files).doesNotHaveDuplicates();
        assertThat(counting.open).isZero();
        return new Cost(counting.calls, counting.bytes, memory, counting.mostOpen);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @ParameterizedTest
    @EnumSource
    void twiceTheLevelsCostTwiceAsMuch(Beside beside) throws Exception {
        Path tree = tree(250, beside);
        Path twice = tree(500, beside);
        for (Map<Call, Errno> lacking : List.<Map<Call, Errno>>of(Map.of(), Map.of(Call.OPENAT2, Errno.ENOSYS))) {
            Cost unused = walk(tree, new Refusals(lacking), 5);
            Cost once = walk(tree, new Refusals(lacking), 5);
            Cost doubled = walk(twice, new Refusals(lacking), 5);

            assertThat(doubled.calls).isLessThan(once.calls * 22 / 10).isLessThan(500L * 20);
            assertThat(doubled.bytesOfNames).isLessThan(once.bytesOfNames * 22 / 10);
            assertThat(doubled.bytesOfMemory).isLessThan(once.bytesOfMemory * 25 / 10);
            assertThat(doubled.mostOpen).isEqualTo(once.mostOpen).isLessThan(10);
        }
    }

    /** A write that fails at last, into directories that are made for it: they are removed again. */
    private static Cost failedWrite(Path empty, int levels, Gate kernel) throws IOException {
        Counting counting = new Counting(kernel);
        FileIo io = new SyscallFileIo(new Syscalls(TestKernel.ARCH, counting), InstantSource.system(), Pause.SLEEP);
        BytePath name = BytePath.of(("d".repeat(200) + "/").repeat(levels) + "f");
        IOException failure = new IOException("no more");
        long before = allocated();
        try (Root root = io.open(BytePath.of(empty.toString()))) {
            assertThatThrownBy(() -> root.write(
                            name,
                            out -> {
                                throw failure;
                            },
                            WriteOptions.DEFAULT))
                    .isSameAs(failure)
                    .hasNoSuppressedExceptions();
        }
        long memory = allocated() - before;
        assertThat(empty).isEmptyDirectory();
        assertThat(counting.open).isZero();
        return new Cost(counting.calls, counting.bytes, memory, counting.mostOpen);
    }

    @Test
    void twiceTheNewDirectoriesCostTwiceAsMuchToTakeBack() throws Exception {
        for (Map<Call, Errno> lacking : List.<Map<Call, Errno>>of(Map.of(), Map.of(Call.OPENAT2, Errno.ENOSYS))) {
            Cost unused = failedWrite(base, 250, new Refusals(lacking));
            Cost once = failedWrite(base, 250, new Refusals(lacking));
            Cost doubled = failedWrite(base, 500, new Refusals(lacking));

            assertThat(doubled.calls).isLessThan(once.calls * 22 / 10).isLessThan(500L * 20);
            assertThat(doubled.bytesOfNames).isLessThan(once.bytesOfNames * 22 / 10);
            assertThat(doubled.bytesOfMemory).isLessThan(once.bytesOfMemory * 25 / 10);
            assertThat(doubled.mostOpen).isEqualTo(once.mostOpen).isLessThan(10);
        }
    }

    /** The way up from a directory that somebody moves leads elsewhere, and what is there is not below the root. */
    @Test
    void aDirectoryThatIsMovedLeadsTheWalkNowhereElse() throws Exception {
        Path inside = Files.createDirectory(base.resolve("inside"));
        Path elsewhere = Files.createDirectories(base.resolve("elsewhere"));
        Files.createFile(Files.createDirectory(elsewhere.resolve("z")).resolve("secret"));
        Path at = inside;
        Path moved = inside;
        for (int level = 1; level <= 12; level++) {
            Files.createFile(Files.createDirectory(at.resolve("z")).resolve("file"));
            at = Files.createDirectory(at.resolve("d"));
            // Far enough down that the directory above it is closed by then.
            moved = level == 6 ? at : moved;
        }
        Files.createFile(at.resolve("bottom"));
        Path from = moved;
        List<String> found = new ArrayList<>();
        try (Root root = new SyscallFileIo(TestKernel.SYSCALLS).open(BytePath.of(inside.toString()))) {
            root.walk(BytePath.EMPTY, PathFilter.ALL, new WalkVisitor() {
                @Override
                public void visit(BytePath name, FileType type) throws IOException {
                    found.add(name.toString());
                    if (name.fileName().toString().equals("bottom")) {
                        Files.move(from, elsewhere.resolve("d"));
                    }
                }

                @Override
                public void failed(BytePath directory, IOException reason) {
                    found.add("failed " + directory);
                }
            });
        }

        assertThat(found).hasSize(13).contains("d/d/d/d/d/z/file", "z/file").noneMatch(name -> name.contains("secret"));
    }
}
