package io.github.syscallmaven.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.common.jimfs.Configuration;
import io.github.syscallmaven.io.kernel.Step;
import io.github.syscallmaven.io.portable.PortableFileIo;
import io.github.syscallmaven.io.portable.PortableTree;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.io.MemoryTree;
import io.github.syscallmaven.testing.io.RealTree;
import io.github.syscallmaven.testing.io.Refusals;
import io.github.syscallmaven.testing.io.TestTree;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every {@link FileIo}: in memory, on this kernel, and on kernels and in sandboxes that offer less. */
public @ParameterizedClass @EnumSource abstract class FileIoContract {
    /** What a place may be without, which is then no promise of it. */
    enum Capability {
        LONG_NAMES("a name is no longer than a path may be"),
        MOUNT_POINTS("whether a file is a mount point is not seen"),
        ANY_BYTES("names are text"),
        SPECIAL_FILES("there are files, directories and links only"),
        PERMISSIONS("there are no permission bits"),
        NAME_LIMIT("this file system of memory has names of any length"),
        DIRECTORY_SYNC("directories cannot be synced"),
        CASE("names that differ by case are one"),
        DOTS_AT_THE_END("no name ends in a dot");

        private final String without;

        Capability(String without) {
            this.without = without;
        }
    }

    /** What the test runs on. */
    public enum Place {
        MEMORY(Map.of()),
        KERNEL(Map.of()),
        WITHOUT_OPENAT2(Map.of(Call.OPENAT2, Errno.ENOSYS)),
        OPENAT2_FORBIDDEN(Map.of(Call.OPENAT2, Errno.EPERM)),
        WITHOUT_STATX(Map.of(Call.STATX, Errno.ENOSYS)),
        WITHOUT_RENAMEAT2(Map.of(Call.RENAMEAT2, Errno.ENOSYS)),
        RENAME_WITHOUT_NOREPLACE(Map.of()),
        WITHOUT_GETRANDOM(Map.of(Call.GETRANDOM, Errno.ENOSYS)),
        OLD(answering(Errno.ENOSYS)),
        SANDBOX(answering(Errno.EPERM)),
        /** {@code java.nio} on this machine. */
        PORTABLE(Capability.LONG_NAMES, Capability.MOUNT_POINTS),
        /** The same where the rules are others. */
        LIKE_MACOS(
                Capability.LONG_NAMES,
                Capability.MOUNT_POINTS,
                Capability.ANY_BYTES,
                Capability.SPECIAL_FILES,
                Capability.PERMISSIONS,
                Capability.NAME_LIMIT,
                Capability.DIRECTORY_SYNC,
                Capability.CASE),
        LIKE_WINDOWS(
                Capability.LONG_NAMES,
                Capability.MOUNT_POINTS,
                Capability.ANY_BYTES,
                Capability.SPECIAL_FILES,
                Capability.PERMISSIONS,
                Capability.NAME_LIMIT,
                Capability.DIRECTORY_SYNC,
                Capability.CASE,
                Capability.DOTS_AT_THE_END);

        private final Map<Call, Errno> refusals;
        private final Set<Capability> missing;

        Place(Map<Call, Errno> refusals) {
            this.refusals = refusals;
            this.missing = Set.of();
        }

        Place(Capability... missing) {
            this.refusals = Map.of();
            this.missing = Set.of(missing);
        }

        boolean isPortable() {
            return this == PORTABLE || this == LIKE_MACOS || this == LIKE_WINDOWS;
        }

        private static Map<Call, Errno> answering(Errno errno) {
            return Map.of(
                    Call.OPENAT2,
                    errno,
                    Call.STATX,
                    errno,
                    Call.RENAMEAT2,
                    errno,
                    Call.GETRANDOM,
                    errno,
                    Call.FADVISE64,
                    errno,
                    Call.FLOCK,
                    errno);
        }

        TestTree tree() throws IOException {
            return switch (this) {
                case MEMORY -> new MemoryTree();
                case PORTABLE -> new RealTree(new PortableFileIo());
                case LIKE_MACOS -> new PortableTree(Configuration.osX());
                case LIKE_WINDOWS -> new PortableTree(Configuration.windows());
                default -> new RealTree(gate());
            };
        }

        /** The kernel of any place that has one. */
        public Gate gate() {
            return this == RENAME_WITHOUT_NOREPLACE ? Place::refuseNoReplace : new Refusals(refusals);
        }

        public boolean offers(Step step) {
            boolean refused = this == RENAME_WITHOUT_NOREPLACE && step.purpose() == Step.Purpose.WITHOUT_REPLACING;
            return !refused && !refusals.containsKey(step.call());
        }

        /** As file systems do that have no such rename. */
        private static long refuseNoReplace(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
            return number == TestKernel.ARCH.number(Call.RENAMEAT2) && a5 == KernelConstants.RENAME_NOREPLACE
                    ? -Errno.EINVAL.number()
                    : TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        }
    }

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Place place;

    TestTree tree;
    Root root;

    @BeforeEach
    void open() throws Exception {
        tree = place.tree();
        tree.directory("root");
        root = tree.io().open(tree.base().resolve(BytePath.of("root")));
    }

    @AfterEach
    void close() throws Exception {
        root.close();
        tree.close();
    }

    /** Each way of giving a name to a root. */
    enum Use {
        STAT,
        READ,
        READ_WALKED,
        READ_ALL,
        WRITE,
        WRITE_ONCE,
        WRITE_NEW,
        REMOVE,
        WALK;

        void of(Root root, BytePath name) throws IOException {
            switch (this) {
                case STAT -> root.stat(name);
                case READ -> root.read(name, piece -> {});
                case READ_WALKED -> root.read(name, NameOrigin.WALKED, piece -> {});
                case READ_ALL -> root.readAll(name, 1_000);
                case WRITE -> root.write(name, content("new"), WriteOptions.DEFAULT);
                case WRITE_ONCE -> root.write(name, content("new"), WriteOptions.DEFAULT.askingOnce());
                case WRITE_NEW -> root.write(name, content("new"), WriteOptions.DEFAULT.withoutReplacing());
                case REMOVE -> root.remove(name);
                case WALK -> root.walk(name, PathFilter.ALL, new Walked());
            }
        }

        /** Whether there need be nothing of that name. */
        boolean mayMiss() {
            return this == STAT || this == REMOVE;
        }

        boolean needsAFile() {
            return this != STAT && this != WALK;
        }

        boolean writes() {
            return this == WRITE || this == WRITE_ONCE || this == WRITE_NEW;
        }
    }

    boolean has(Capability capability) {
        return !place.missing.contains(capability);
    }

    /** Skips the test where the place is without, and says so. */
    void needs(Capability capability) {
        assumeFalse(place.missing.contains(capability), place + ": " + capability.without);
    }

    /** How a message of this place has what the kernel calls so. */
    String reason(Errno errno) {
        if (!place.isPortable()) {
            return errno.name();
        }
        return switch (errno) {
            case ENOENT -> "there is no such file or directory";
            case ENOTDIR -> "a directory is needed there";
            default -> throw new IllegalArgumentException(errno.name());
        };
    }

    public static Content content(String text) {
        return Content.of(text.getBytes(UTF_8));
    }

    WriteResult write(String name, String text) throws IOException {
        return root.write(BytePath.of(name), content(text), WriteOptions.DEFAULT);
    }

    String read(String name) throws IOException {
        return new String(root.readAll(BytePath.of(name), 1_000_000), UTF_8);
    }

    List<String> names() throws Exception {
        return tree.list().stream().map(BytePath::toString).toList();
    }

    /** Collects what a walk tells, and ends it where a directory cannot be read. */
    static final class Walked implements WalkVisitor {
        final List<String> found = new ArrayList<>();

        @Override
        public void visit(BytePath name, FileType type) {
            found.add(name + (type == FileType.REGULAR ? "" : " " + type));
        }

        @Override
        public void failed(BytePath directory, IOException reason) throws IOException {
            throw reason;
        }
    }
}
