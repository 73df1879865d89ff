package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.testing.kernel.TestKernel.ARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileIoContract;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.io.kernel.Step.Purpose;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fault matrix cannot see: calls that have to be made although nothing fails without them. */
class DurableWriteTest {
    private static final WriteOptions FULL = WriteOptions.DEFAULT.with(Durability.FULL);

    @TempDir
    Path folder;

    private final FaultGate gate = new FaultGate(TestKernel.GATE, null);
    private final FileIo io = new SyscallFileIo(new Syscalls(ARCH, gate));

    private void write(String root, String name, String text, WriteOptions options) throws IOException {
        try (Root opened = io.openOrCreate(BytePath.of(folder.resolve(root).toString()))) {
            opened.write(BytePath.of(name), FileIoContract.content(text), options);
        }
    }

    /** The calls that make something durable, or that something has to be durable before or after. */
    private List<String> order() {
        return gate.steps().stream()
                .filter(step -> step.call() == Call.FSYNC
                        || step.call() == Call.MKDIRAT
                        || step.call() == Call.WRITE
                        || step.call() == Call.RENAMEAT2)
                .map(Step::toString)
                .toList();
    }

    private static String fsyncOf(Purpose purpose) {
        return new Step(Call.FSYNC, purpose).toString();
    }

    @Test
    void bytesAreDurableBeforeTheNameAndTheNameAfterwards() throws Exception {
        Files.writeString(folder.resolve("f"), "old");

        write("", "f", "new", FULL);

        assertThat(order()).containsExactly("write", fsyncOf(Purpose.ANY), "renameat2", fsyncOf(Purpose.OF_DIRECTORY));
    }

    @Test
    void namesOfNewDirectoriesAreDurableToo() throws Exception {
        String directory = fsyncOf(Purpose.OF_DIRECTORY);

        write("", "a/b/f", "new", FULL);

        assertThat(order())
                .containsExactly(
                        "mkdirat",
                        directory,
                        "mkdirat",
                        directory,
                        "write",
                        fsyncOf(Purpose.ANY),
                        "renameat2",
                        directory);
    }

    @Test
    void soAreThoseOfANewRoot() throws Exception {
        String directory = fsyncOf(Purpose.OF_DIRECTORY);

        write("new/target", "f", "new", FULL);

        assertThat(order())
                .containsExactly(
                        // The first one fails, as the directory above is missing.
                        "mkdirat",
                        "mkdirat",
                        "mkdirat",
                        directory,
                        directory,
                        "write",
                        fsyncOf(Purpose.ANY),
                        "renameat2",
                        directory);
        assertThat(gate.leaked()).isZero();
    }

    @Test
    void unchangedFilesAreMadeDurable() throws Exception {
        Files.writeString(folder.resolve("f"), "same");

        write("", "f", "same", FULL);

        assertThat(order()).containsExactly(fsyncOf(Purpose.ANY), fsyncOf(Purpose.OF_DIRECTORY));
    }

    @Test
    void withoutDurabilityNothingIsSynced() throws Exception {
        write("new/target", "a/f", "new", WriteOptions.DEFAULT);

        assertThat(order()).containsExactly("mkdirat", "mkdirat", "mkdirat", "mkdirat", "write", "renameat2");
    }

    /** Which it would fail in every build, and never be mended by one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFileThatCannotBeReadIsReplaced(int failing) throws Exception {
        Files.writeString(folder.resolve("f"), "old");
        int[] reads = {0};
        Gate gate = (number, a1, a2, a3, a4, a5, a6) -> number == ARCH.number(Call.PREAD64) && ++reads[0] == failing
                ? -Errno.EIO.number()
                : TestKernel.GATE.syscall(number, a1, a2, a3, a4, a5, a6);
        try (Root root = new SyscallFileIo(new Syscalls(ARCH, gate)).open(BytePath.of(folder.toString()))) {
            WriteResult result = root.write(
                    BytePath.of("f"),
                    out -> {
                        PrintWriter swallowing =
                                new PrintWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
                        swallowing.print("older");
                        swallowing.flush();
                    },
                    WriteOptions.DEFAULT);
            assertThat(result).isEqualTo(new WriteResult(WriteResult.Outcome.REPLACED, List.of()));
        }
        assertThat(folder.resolve("f")).hasContent("older");
    }

    @Test
    void namesOfTemporariesAreRefused() {
        assertThatThrownBy(() -> write("", "d/.syscall-0123456789abcdef", "x", WriteOptions.DEFAULT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the name of a temporary file");
        assertThat(folder).isEmptyDirectory();
    }

    /** Whoever wraps a build in {@code flock target mvn} locks us out until the build ends. */
    @Test
    void aStrangersLockIsWaitedForOnceAndToldOnce() throws Exception {
        Files.createDirectory(folder.resolve("d"));
        Files.createDirectory(folder.resolve("e"));
        long[] waited = {0};
        Path stranger = folder.resolve("d");
        FileIo impatient =
                new SyscallFileIo(TestKernel.SYSCALLS, InstantSource.system(), millis -> waited[0] += millis);

        int held = lock(stranger, KernelConstants.LOCK_EX);
        List<String> warnings = new ArrayList<>();
        try {
            for (String name : List.of("d/f", "d/f", "d/g", "e/f")) {
                try (Root root = impatient.open(BytePath.of(folder.toString()))) {
                    warnings.addAll(root.write(BytePath.of(name), FileIoContract.content("1"), WriteOptions.DEFAULT)
                            .warnings());
                }
            }
        } finally {
            unlock(held);
        }

        assertThat(waited[0]).isEqualTo(5_000 - 1);
        assertThat(warnings)
                .containsExactly("Waited 5 seconds in vain for the lock of directory '" + stranger
                        + "', which another program holds, as flock(1) does; writing goes on without it.");
        assertThat(folder.resolve("d")).isDirectoryContaining("glob:**/f").isDirectoryContaining("glob:**/g");
    }

    @Test
    void aLockThatIsLetGoOfIsTakenWithoutAWarning() throws Exception {
        int held = lock(folder, KernelConstants.LOCK_EX);
        int[] pauses = {0};
        FileIo patient = new SyscallFileIo(TestKernel.SYSCALLS, InstantSource.system(), millis -> {
            if (++pauses[0] == 10) {
                unlock(held);
            }
        });

        try (Root root = patient.open(BytePath.of(folder.toString()))) {
            WriteResult result = root.write(
                    BytePath.of("f"),
                    out -> {
                        int second = TestKernel.SYSCALLS.openat(
                                KernelConstants.AT_FDCWD, TestKernel.path(folder), KernelConstants.O_CLOEXEC, 0);
                        assertThatThrownBy(() -> TestKernel.SYSCALLS.flock(
                                        second, KernelConstants.LOCK_EX | KernelConstants.LOCK_NB))
                                .hasMessageContaining("EAGAIN");
                        TestKernel.SYSCALLS.close(second);
                    },
                    WriteOptions.DEFAULT);
            assertThat(result.warnings()).isEmpty();
        }
        assertThat(pauses[0]).isEqualTo(10);
    }

    private static int lock(Path directory, int operation) throws Exception {
        int fd = TestKernel.SYSCALLS.openat(
                KernelConstants.AT_FDCWD, TestKernel.path(directory), KernelConstants.O_CLOEXEC, 0);
        TestKernel.SYSCALLS.flock(fd, operation);
        return fd;
    }

    private static void unlock(int fd) {
        try {
            TestKernel.SYSCALLS.close(fd);
        } catch (SyscallException e) {
            throw new AssertionError(e);
        }
    }
}
