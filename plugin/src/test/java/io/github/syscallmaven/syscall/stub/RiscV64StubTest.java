package io.github.syscallmaven.syscall.stub;

import static io.github.syscallmaven.syscall.stub.EmulatedProgram.SYSCALL_3;
import static io.github.syscallmaven.syscall.stub.EmulatedProgram.SYSCALL_6;
import static io.github.syscallmaven.syscall.stub.EmulatedProgram.SYSCALL_N;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.OpenHow;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.Utsname;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every call of the riscv64 table, made once through the stub that is shipped: there is no JVM for that CPU here. */
@TestInstance(Lifecycle.PER_CLASS)
class RiscV64StubTest {
    private static final long NONE = -1;

    /** Calls that not every emulator knows, and file systems that have no attributes. */
    private static final long[] NOT_HERE = {-Errno.ENOSYS.number(), -Errno.EOPNOTSUPP.number(), -Errno.EINVAL.number()};

    private Path folder = Path.of("");
    private final EmulatedProgram program = new EmulatedProgram();
    /** The calls that give the number of the process, which has one thread. */
    private final List<Integer> ids = new ArrayList<>();

    private final Map<Integer, Long> expected = new LinkedHashMap<>();
    private final Map<Integer, Long> expectedIfOffered = new LinkedHashMap<>();

    private int listed;
    private long attributes;
    private long machine;

    @BeforeAll
    void run(@TempDir Path made) throws Exception {
        folder = made;
        Files.createDirectory(folder.resolve("root"));
        int at = program.call(
                SYSCALL_6,
                Call.OPENAT,
                KernelConstants.AT_FDCWD,
                program.string(folder.resolve("root")),
                Arch.RISCV64.openFlags().directory(),
                0);
        long name = program.string("file");
        int file = program.callOn(
                at,
                SYSCALL_6,
                Call.OPENAT,
                name,
                KernelConstants.O_RDWR | KernelConstants.O_CREAT | KernelConstants.O_EXCL,
                0600);
        contents(file);
        attributes = attributes(at, file, name);
        names(at, name);
        long entries = program.buffer(4096);
        listed = program.callOn(at, SYSCALL_3, Call.GETDENTS64, entries, 4096);
        newer(at, name);
        machine = process();
        expect(0, program.callOn(file, SYSCALL_3, Call.CLOSE));
        program.run(folder);
    }

    @Test
    void everyCallOfTheTableIsMade() {
        assertThat(program.made())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Call.values()).filter(Arch.RISCV64::has).toList());
    }

    @Test
    void everyCallDoesWhatItIsCalled() {
        assertThat(expected)
                .allSatisfy((call, result) ->
                        assertThat(program.result(call)).as("call %d", call).isEqualTo(result));
        assertThat(program.result(listed)).isPositive();
    }

    @Test
    void aCallThatTheEmulatorLacksSaysSo() {
        assertThat(expectedIfOffered)
                .allSatisfy((call, result) -> assertThat(program.result(call))
                        .as("call %d", call)
                        .satisfiesAnyOf(
                                actual -> assertThat(actual).isEqualTo(result),
                                actual -> assertThat(NOT_HERE).contains(actual)));
    }

    @Test
    void theTreeIsWhatTheCallsMade() {
        Path root = folder.resolve("root");

        assertThat(root.resolve("file")).hasContent("hello");
        assertThat(root.resolve("folder")).isEmptyDirectory();
        assertThat(root.resolve("moved")).doesNotExist();
    }

    @Test
    void attributesAreReadFromBothStructures() throws Exception {
        Stat stat = Stat.ofStat(Arch.RISCV64, program.memory(attributes, 256));

        assertThat(stat.size()).isEqualTo(5);
        assertThat(stat.permissions()).isEqualTo(0640);
        assertThat(stat.inode()).isEqualTo(Files.getAttribute(folder.resolve("root/file"), "unix:ino"));
        assertThat(Stat.ofStatx(program.memory(attributes + 256, 256)))
                .usingRecursiveComparison()
                .ignoringFields("device")
                .isEqualTo(stat);
    }

    @Test
    void theMachineIsNamedAndTheProcessHasOneNumber() {
        assertThat(program.memory(machine, Utsname.FIELD).string()).asString().isEqualTo("riscv64");
        assertThat(ids).extracting(program::result).allMatch(id -> id > 0 && id.equals(program.result(ids.get(0))));
    }

    private void contents(int file) {
        long hello = program.string("hello");
        long buffer = program.buffer(64);
        expect(5, program.callOn(file, SYSCALL_3, Call.WRITE, hello, 5));
        expect(5, program.callOn(file, SYSCALL_6, Call.PREAD64, buffer, 64, 0));
        expect(4, program.callOn(file, SYSCALL_N, Call.PREAD64, buffer, 64, 1));
        expect(0, program.callOn(file, SYSCALL_3, Call.READ, buffer, 64));
        expect(0, program.callOn(file, SYSCALL_6, Call.FADVISE64, 0, 0, KernelConstants.POSIX_FADV_SEQUENTIAL));
        expect(0, program.callOn(file, SYSCALL_3, Call.FLOCK, KernelConstants.LOCK_EX | KernelConstants.LOCK_NB));
        expect(0, program.callOn(file, SYSCALL_3, Call.FSYNC));
    }

    /** struct stat at the address that is returned, and struct statx behind it. */
    private long attributes(int directory, int file, long name) {
        long result = program.buffer(512);
        long attribute = program.string("user.syscall");
        expect(0, program.callOn(file, SYSCALL_3, Call.FCHMOD, 0640));
        expect(0, program.callOn(file, SYSCALL_3, Call.FCHOWN, NONE, NONE));
        expectIfOffered(0, program.callOn(file, SYSCALL_6, Call.FSETXATTR, attribute, program.string("value"), 5, 0));
        expectIfOffered(5, program.callOn(file, SYSCALL_6, Call.FGETXATTR, attribute, program.buffer(16), 16));
        expect(
                0,
                program.callOn(
                        directory, SYSCALL_6, Call.NEWFSTATAT, name, result, KernelConstants.AT_SYMLINK_NOFOLLOW));
        expect(0, program.callOn(directory, SYSCALL_6, Call.STATX, name, 0, Stat.BASIC, result + 256));
        return result;
    }

    private void names(int directory, long name) {
        long linked = program.string("linked");
        long moved = program.string("moved");
        // The descriptor of a directory is also an argument in the middle: there it is the working directory, by whole
        // names.
        long absolute = program.string(folder.resolve("root/linked"));
        long absoluteMoved = program.string(folder.resolve("root/moved"));
        expect(0, program.callOn(directory, SYSCALL_3, Call.MKDIRAT, program.string("folder"), 0755));
        expect(0, program.callOn(directory, SYSCALL_6, Call.LINKAT, name, KernelConstants.AT_FDCWD, absolute, 0));
        expect(
                0,
                program.callOn(
                        directory,
                        SYSCALL_6,
                        Call.RENAMEAT2,
                        linked,
                        KernelConstants.AT_FDCWD,
                        absoluteMoved,
                        KernelConstants.RENAME_NOREPLACE));
        expect(0, program.callOn(directory, SYSCALL_3, Call.UNLINKAT, moved, 0));
        expect(-Errno.ENOENT.number(), program.callOn(directory, SYSCALL_N, Call.UNLINKAT, moved, 0));
    }

    private void newer(int directory, long name) {
        long how = program.buffer(OpenHow.SIZE);
        program.putLong(how, 1L << 40);
        // A flag that no kernel knows.
        expectIfOffered(
                -Errno.EINVAL.number(), program.callOn(directory, SYSCALL_6, Call.OPENAT2, name, how, OpenHow.SIZE));
    }

    /** The address of the machine's name. */
    private long process() throws Exception {
        long utsname = program.buffer(6 * Utsname.FIELD);
        long iovec = program.buffer(16);
        ids.add(program.call(SYSCALL_3, Call.GETPID, 0));
        ids.add(program.call(SYSCALL_6, Call.GETPID, 0));
        ids.add(program.call(SYSCALL_N, Call.GETPID, 0));
        ids.add(program.call(SYSCALL_3, Call.GETTID, 0));
        expect(0, program.call(SYSCALL_3, Call.UNAME, utsname));
        expect(8, program.call(SYSCALL_3, Call.GETRANDOM, program.buffer(8), 8, 0));
        int mapped = program.call(SYSCALL_6, Call.MMAP, 0, 4096, 0, 0x22, NONE, 0);
        expect(0, program.callOn(mapped, SYSCALL_3, Call.MUNMAP, 4096));
        expect(-Errno.EINVAL.number(), program.call(SYSCALL_6, Call.MMAP, 0, 4096, 0, 0x22, NONE, 1));
        expect(0, program.call(SYSCALL_6, Call.PRCTL, 39, 0, 0, 0, 0));
        // Operations and processes that there are not.
        expectIfOffered(-Errno.EINVAL.number(), program.call(SYSCALL_3, Call.SECCOMP, 99, 0, 0));
        expectIfOffered(
                -Errno.ESRCH.number(),
                program.call(SYSCALL_6, Call.PROCESS_VM_READV, Integer.MAX_VALUE, iovec, 1, iovec, 1, 0));
        return utsname + 4 * Utsname.FIELD;
    }

    private void expect(long result, int call) {
        expected.put(call, result);
    }

    private void expectIfOffered(long result, int call) {
        expectedIfOffered.put(call, result);
    }
}
