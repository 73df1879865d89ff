package io.github.syscallmaven.syscall.trace.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.OpenHow;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.syscall.trace.Trace;
import io.github.syscallmaven.syscall.trace.TraceFormat;
import io.github.syscallmaven.syscall.trace.TraceTarget;
import io.github.syscallmaven.testing.kernel.FakeKernel;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The expected texts are what strace 6.1 printed for the same calls, except for the bytes that were read. */
class CallFormatterTest {
    private static final String ENOENT = "-1 ENOENT (No such file or directory)";

    private final FakeKernel kernel = new FakeKernel();
    private Gate gate;
    private Syscalls syscalls;

    @BeforeEach
    void startTrace() throws Exception {
        TraceTarget target = new TraceTarget(FakeKernel.TRACE, "/trace", true);
        gate = Trace.begin(Arch.X86_64, kernel, target, "a test", TraceFormat.STRACE)
                .gate();
        syscalls = new Syscalls(Arch.X86_64, gate);
    }

    /** What follows thread and start, up to the duration, with the padding before the result gone. */
    private String lastLine() {
        String line = kernel.lines().get(kernel.lines().size() - 1);
        return line.substring(20, line.lastIndexOf(" <")).replaceAll(" +=", " =");
    }

    private String shown(Call call, long... arguments) {
        long[] six = Arrays.copyOf(arguments, 6);
        gate.syscall(Arch.X86_64.number(call), six[0], six[1], six[2], six[3], six[4], six[5]);
        return lastLine();
    }

    @Test
    void pathsAreQuotedAsInC() throws Exception {
        syscalls.mkdirat(3, kernel.path("q\"\\\n\t\r\u000b\f\u00011\u0001z\u007f\u00c3\u00a4"), 07777);

        assertThat(lastLine())
                .isEqualTo("mkdirat(3, \"q\\\"\\\\\\n\\t\\r\\v\\f\\0011\\1z\\177\\303\\244\", 07777) = 0");
    }

    @Test
    void octalEscapesAreShortUnlessAnOctalDigitFollows() throws Exception {
        syscalls.mkdirat(3, kernel.path("\u00018\u00019\u00017\u00010\033[0m'"), 0);

        assertThat(lastLine()).isEqualTo("mkdirat(3, \"\\18\\19\\0017\\0010\\33[0m'\", 000) = 0");
    }

    @Test
    void pathThatIsTooLongIsCut() {
        kernel.answers(-Errno.ENAMETOOLONG.number());
        long path = kernel.path("a".repeat(5000)).address();

        assertThat(shown(Call.OPEN, path))
                .isEqualTo("open(\"" + "a".repeat(4095) + "\"..., O_RDONLY) = -1 ENAMETOOLONG (File name too long)");
    }

    @Test
    void longestPathIsShownWhole() {
        long path = kernel.path("a".repeat(4095)).address();

        assertThat(shown(Call.OPEN, path)).isEqualTo("open(\"" + "a".repeat(4095) + "\", O_RDONLY) = 0");
    }

    @Test
    void pathThatCannotBeReadIsShownAsItsAddress() {
        long unended = kernel.knows("no end").address();
        kernel.answers(-14).answers(-14).answers(-14);

        assertThat(shown(Call.OPENAT, 3, 0)).isEqualTo("openat(3, NULL, O_RDONLY) = -1 EFAULT (Bad address)");
        assertThat(shown(Call.OPENAT, 3, 8)).isEqualTo("openat(3, 0x8, O_RDONLY) = -1 EFAULT (Bad address)");
        assertThat(shown(Call.OPENAT, 3, unended))
                .isEqualTo("openat(3, 0x%x, O_RDONLY) = -1 EFAULT (Bad address)".formatted(unended));
    }

    @Test
    void openFlagsHaveNamesAndTheModeIsShownWhenItCounts() throws Exception {
        NativeBuffer path = kernel.path("gt/o");
        kernel.answers(4).answers(5).answers(6).answers(7);

        assertThat(shown(Call.OPEN, path.address(), 0x241, 0644))
                .isEqualTo("open(\"gt/o\", O_WRONLY|O_CREAT|O_TRUNC, 0644) = 4");
        assertThat(shown(Call.OPEN, path.address(), 2, 0644)).isEqualTo("open(\"gt/o\", O_RDWR) = 5");
        assertThat(shown(Call.OPEN, path.address(), 3)).isEqualTo("open(\"gt/o\", O_ACCMODE) = 6");
        assertThat(shown(Call.OPENAT, 3, path.address(), 0x410002, 0600))
                .isEqualTo("openat(3, \"gt/o\", O_RDWR|O_TMPFILE, 0600) = 7");
        assertThat(shown(Call.OPENAT, KernelConstants.AT_FDCWD, path.address(), 0x2b0900))
                .isEqualTo("openat(AT_FDCWD, \"gt/o\","
                        + " O_RDONLY|O_NOCTTY|O_NONBLOCK|O_NOFOLLOW|O_CLOEXEC|O_PATH|O_DIRECTORY) = 0");
        assertThat(shown(Call.OPENAT, KernelConstants.AT_FDCWD, path.address(), 0x1000))
                .isEqualTo("openat(AT_FDCWD, \"gt/o\", O_RDONLY|O_DSYNC) = 0");
        assertThat(shown(Call.OPENAT, KernelConstants.AT_FDCWD, path.address(), 0x101000))
                .isEqualTo("openat(AT_FDCWD, \"gt/o\", O_RDONLY|O_SYNC) = 0");
        assertThat(shown(Call.OPENAT, KernelConstants.AT_FDCWD, path.address(), 0x1000003c))
                .isEqualTo("openat(AT_FDCWD, \"gt/o\", O_RDONLY|0x1000003c) = 0");
    }

    @Test
    void openHowIsShownByFields() throws Exception {
        NativeBuffer path = kernel.path("o");
        NativeBuffer how = kernel.knows("\0".repeat(24));
        kernel.answers(9).answers(11);

        OpenHow.put(how, 0x80000, 0, 0xe);
        syscalls.openat2(3, path, how);
        assertThat(lastLine())
                .isEqualTo("openat2(3, \"o\", {flags=O_RDONLY|O_CLOEXEC,"
                        + " resolve=RESOLVE_NO_MAGICLINKS|RESOLVE_NO_SYMLINKS|RESOLVE_BENEATH}, 24) = 9");

        OpenHow.put(how, 0x80041, 0600, 8);
        syscalls.openat2(3, path, how);
        assertThat(lastLine())
                .isEqualTo(
                        "openat2(3, \"o\", {flags=O_WRONLY|O_CREAT|O_CLOEXEC, mode=0600, resolve=RESOLVE_BENEATH}, 24)"
                                + " = 11");
    }

    @Test
    void oddOpenHowIsShownAsFarAsItIsKnown() {
        long path = kernel.path("o2").address();
        NativeBuffer how = kernel.knows("\0".repeat(24));
        long address = how.address();

        OpenHow.put(how, 0, 0, 0);
        assertThat(shown(Call.OPENAT2, 3, path, address, 24))
                .isEqualTo("openat2(3, \"o2\", {flags=O_RDONLY, resolve=0}, 24) = 0");
        OpenHow.put(how, 0, 0, -1);
        assertThat(shown(Call.OPENAT2, 3, path, address, 24))
                .isEqualTo("openat2(3, \"o2\", {flags=O_RDONLY, resolve=RESOLVE_NO_XDEV|RESOLVE_NO_MAGICLINKS"
                        + "|RESOLVE_NO_SYMLINKS|RESOLVE_BENEATH|RESOLVE_IN_ROOT|RESOLVE_CACHED|0xffffffffffffffc0}, 24)"
                        + " = 0");
        assertThat(shown(Call.OPENAT2, 3, path, address, 16))
                .isEqualTo("openat2(3, \"o2\", 0x%x, 16) = 0".formatted(address));
        assertThat(shown(Call.OPENAT2, 3, path, 0, 24)).isEqualTo("openat2(3, \"o2\", NULL, 24) = 0");
        assertThat(shown(Call.OPENAT2, 3, path, 8, -1)).isEqualTo("openat2(3, \"o2\", 0x8, 18446744073709551615) = 0");
    }

    @Test
    void bytesAreCutAt32() throws Exception {
        NativeBuffer bytes = kernel.knows("hello world\n\0\u0001\u0002\u0003\u00ff zzzzzzzzzzzzzzzzzzzzz");
        kernel.answers(12).answers(32).answers(33);

        syscalls.write(14, bytes, 0, 12);
        assertThat(lastLine()).isEqualTo("write(14, \"hello world\\n\", 12) = 12");
        syscalls.write(14, bytes, 0, 32);
        assertThat(lastLine()).isEqualTo("write(14, \"hello world\\n\\0\\1\\2\\3\\377 zzzzzzzzzzzzzz\", 32) = 32");
        syscalls.write(14, bytes, 0, 33);
        assertThat(lastLine()).isEqualTo("write(14, \"hello world\\n\\0\\1\\2\\3\\377 zzzzzzzzzzzzzz\"..., 33) = 33");
        syscalls.write(14, bytes, 0, 0);
        assertThat(lastLine()).isEqualTo("write(14, \"\", 0) = 0");
    }

    @Test
    void bytesThatCannotBeReadAreShownAsTheirAddress() {
        long three = kernel.knows("abc").address();
        kernel.answers(-14).answers(-14);

        assertThat(shown(Call.WRITE, 14, 8, 3)).isEqualTo("write(14, 0x8, 3) = -1 EFAULT (Bad address)");
        assertThat(shown(Call.WRITE, 14, three, 4))
                .isEqualTo("write(14, 0x%x, 4) = -1 EFAULT (Bad address)".formatted(three));
    }

    @Test
    void whatWasReadIsShownAfterTheCall() throws Exception {
        NativeBuffer buffer = kernel.knows("\0".repeat(100));
        kernel.answers(5, buffer, "hello").answers(40, buffer, "y".repeat(40)).answers(0);

        syscalls.pread64(14, buffer, 5, 0);
        assertThat(lastLine()).isEqualTo("pread64(14, /* 5 bytes */, 5, 0) = 5");
        syscalls.read(14, buffer, 100);
        assertThat(lastLine()).isEqualTo("read(14, /* 40 bytes */, 100) = 40");
        syscalls.read(14, buffer, 100);
        assertThat(lastLine()).isEqualTo("read(14, /* 0 bytes */, 100) = 0");
    }

    @Test
    void bufferOfACallThatFailedIsShownAsItsAddress() {
        long buffer = kernel.knows("old bytes").address();
        kernel.answers(-9).answers(-22);

        assertThat(shown(Call.READ, 99, buffer, 9))
                .isEqualTo("read(99, 0x%x, 9) = -1 EBADF (Bad file descriptor)".formatted(buffer));
        assertThat(shown(Call.PREAD64, 14, buffer, 9, -1))
                .isEqualTo("pread64(14, 0x%x, 9, -1) = -1 EINVAL (Invalid argument)".formatted(buffer));
    }

    @Test
    void randomBytesAreShownInHexadecimal() throws Exception {
        NativeBuffer buffer = kernel.knows("\0".repeat(64));
        kernel.answers(8, buffer, "T\u0017lrH#q\u00c7").answers(64, buffer, "A".repeat(64));

        syscalls.getrandom(buffer, 8, KernelConstants.GRND_NONBLOCK);
        assertThat(lastLine())
                .isEqualTo("getrandom(\"\\x54\\x17\\x6c\\x72\\x48\\x23\\x71\\xc7\", 8, GRND_NONBLOCK) = 8");
        syscalls.getrandom(buffer, 64, 0);
        assertThat(lastLine()).isEqualTo("getrandom(\"" + "\\x41".repeat(32) + "\"..., 64, 0) = 64");
    }

    @Test
    void statxIsShownByItsFirstFields() throws Exception {
        NativeBuffer path = kernel.path("f");
        NativeBuffer result = kernel.knows("\0".repeat(Stat.STATX_SIZE));
        result.bytes().putInt(0, 0x17ff).putShort(28, (short) 0100644).putLong(40, 82);

        syscalls.statx(3, path, 0, Stat.BASIC, result);
        assertThat(lastLine())
                .isEqualTo("statx(3, \"f\", AT_STATX_SYNC_AS_STAT, STATX_BASIC_STATS,"
                        + " {stx_mask=STATX_BASIC_STATS|STATX_MNT_ID, stx_attributes=0,"
                        + " stx_mode=S_IFREG|0644, stx_size=82, ...}) = 0");

        result.bytes().putInt(0, 0x73f).putLong(8, 0x2010).putShort(28, (short) 041777);
        syscalls.statx(14, kernel.path(""), 0x5000, 1, result);
        assertThat(lastLine())
                .isEqualTo("statx(14, \"\", AT_STATX_DONT_SYNC|AT_EMPTY_PATH, STATX_TYPE,"
                        + " {stx_mask=STATX_TYPE|STATX_MODE|STATX_NLINK|STATX_UID|STATX_GID|STATX_ATIME|STATX_INO"
                        + "|STATX_SIZE|STATX_BLOCKS, stx_attributes=STATX_ATTR_IMMUTABLE|STATX_ATTR_MOUNT_ROOT,"
                        + " stx_mode=S_IFDIR|S_ISVTX|0777, stx_size=82, ...}) = 0");
    }

    @Test
    void statxThatFailedShowsTheAddressAndOddFlags() {
        long path = kernel.path("f").address();
        kernel.answers(-2).answers(-22).answers(-22).answers(-14);

        assertThat(shown(Call.STATX, 3, path, 0x100, 0x7ff, 4096))
                .isEqualTo("statx(3, \"f\", AT_STATX_SYNC_AS_STAT|AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, 0x1000) = "
                        + ENOENT);
        assertThat(shown(Call.STATX, 3, path, 0x6000, 0x4000, 4096))
                .isEqualTo("statx(3, \"f\", AT_STATX_FORCE_SYNC|AT_STATX_DONT_SYNC, 0x4000 /* STATX_??? */, 0x1000)"
                        + " = -1 EINVAL (Invalid argument)");
        assertThat(shown(Call.STATX, 3, path, 0xffffffffL, 0xffffffffL, 4096))
                .isEqualTo("statx(3, \"f\", AT_STATX_FORCE_SYNC|AT_STATX_DONT_SYNC|AT_SYMLINK_NOFOLLOW|AT_REMOVEDIR"
                        + "|AT_SYMLINK_FOLLOW|AT_NO_AUTOMOUNT|AT_EMPTY_PATH|AT_RECURSIVE|0xffff00ff,"
                        + " STATX_ALL|STATX_MNT_ID|STATX_DIOALIGN|0xffffc000, 0x1000) = -1 EINVAL (Invalid argument)");
        assertThat(shown(Call.STATX, 3, path, 0, 0, 0))
                .isEqualTo("statx(3, \"f\", AT_STATX_SYNC_AS_STAT, 0, NULL) = -1 EFAULT (Bad address)");
    }

    @Test
    void statIsShownByModeAndSizeOrDevice() throws Exception {
        NativeBuffer path = kernel.path("f");
        NativeBuffer result = kernel.knows("\0".repeat(144));

        result.bytes().putInt(24, 0104755).putLong(48, 82);
        syscalls.newfstatat(3, path, result, 0);
        assertThat(lastLine())
                .isEqualTo("newfstatat(3, \"f\", {st_mode=S_IFREG|S_ISUID|0755, st_size=82, ...}, 0) = 0");

        result.bytes().putInt(24, 020666).putLong(40, 0x103);
        syscalls.newfstatat(KernelConstants.AT_FDCWD, path, result, 0x900);
        assertThat(lastLine())
                .isEqualTo("newfstatat(AT_FDCWD, \"f\", {st_mode=S_IFCHR|0666, st_rdev=makedev(0x1, 0x3), ...},"
                        + " AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT) = 0");

        result.bytes().putInt(24, 060600).putLong(40, 0xabc12de3);
        assertThat(shown(Call.NEWFSTATAT, 3, path.address(), result.address(), 0x6000))
                .isEqualTo("newfstatat(3, \"f\", {st_mode=S_IFBLK|0600, st_rdev=makedev(0x12d, 0xabce3), ...},"
                        + " 0x6000 /* AT_??? */) = 0");
    }

    @Test
    void directoryEntriesAreCounted() throws Exception {
        String record = "\0".repeat(16) + "\u0018\0\4f\0\0\0\0";
        NativeBuffer three = kernel.knows(record.repeat(3));
        String address = Long.toHexString(three.address());
        kernel.answers(72).answers(0).answers(-20);

        syscalls.getdents64(3, three);
        assertThat(lastLine()).isEqualTo("getdents64(3, 0x" + address + " /* 3 entries */, 72) = 72");
        syscalls.getdents64(3, three);
        assertThat(lastLine()).isEqualTo("getdents64(3, 0x" + address + " /* 0 entries */, 72) = 0");
        assertThat(shown(Call.GETDENTS64, 14, three.address(), 72))
                .isEqualTo("getdents64(14, 0x" + address + ", 72) = -1 ENOTDIR (Not a directory)");
    }

    @Test
    void directoryEntriesAreCountedInABufferOfAnySize() {
        String record = "\0".repeat(16) + "(\0\10" + "n".repeat(20) + "\0";
        long address = kernel.knows(record.repeat(10_000)).address();
        kernel.answers(400_000);

        assertThat(shown(Call.GETDENTS64, 3, address, 400_000))
                .isEqualTo("getdents64(3, 0x%x /* 10000 entries */, 400000) = 400000".formatted(address));
    }

    @Test
    void recordsThatAreNoneAreNotCounted() {
        long zeros = kernel.knows("\0".repeat(48)).address();
        kernel.answers(48).answers(48);

        assertThat(shown(Call.GETDENTS64, 3, zeros, 48)).isEqualTo("getdents64(3, 0x%x, 48) = 48".formatted(zeros));
        assertThat(shown(Call.GETDENTS64, 3, 8, 48)).isEqualTo("getdents64(3, 0x8, 48) = 48");
    }

    @Test
    void unameIsShownByItsFirstFields() throws Exception {
        NativeBuffer result = kernel.knows("\0".repeat(390));
        kernel.answers(0, result, "Linux" + "\0".repeat(60) + "vm");

        syscalls.uname(result);
        assertThat(lastLine()).isEqualTo("uname({sysname=\"Linux\", nodename=\"vm\", ...}) = 0");
    }

    @Test
    void callsThatChangeDirectoriesShowTheirNamesAndFlags() throws Exception {
        NativeBuffer f = kernel.path("f");
        NativeBuffer g = kernel.path("g");
        syscalls.linkat(3, f, KernelConstants.AT_FDCWD, g, 0x400);
        assertThat(lastLine()).isEqualTo("linkat(3, \"f\", AT_FDCWD, \"g\", AT_SYMLINK_FOLLOW) = 0");
        syscalls.renameat(3, f, 4, g);
        assertThat(lastLine()).isEqualTo("renameat(3, \"f\", 4, \"g\") = 0");
        syscalls.renameat2(3, f, 3, g, 0);
        assertThat(lastLine()).isEqualTo("renameat2(3, \"f\", 3, \"g\", 0) = 0");
        syscalls.renameat2(3, f, 3, g, KernelConstants.RENAME_NOREPLACE);
        assertThat(lastLine()).isEqualTo("renameat2(3, \"f\", 3, \"g\", RENAME_NOREPLACE) = 0");
        syscalls.unlinkat(3, f, 0);
        assertThat(lastLine()).isEqualTo("unlinkat(3, \"f\", 0) = 0");
        syscalls.unlinkat(3, f, KernelConstants.AT_REMOVEDIR);
        assertThat(lastLine()).isEqualTo("unlinkat(3, \"f\", AT_REMOVEDIR) = 0");
        syscalls.mkdirat(3, f, 0755);
        assertThat(lastLine()).isEqualTo("mkdirat(3, \"f\", 0755) = 0");
    }

    @Test
    void modesAreShownInOctalAndIdsAsTheKernelReadsThem() throws Exception {
        syscalls.fchmod(14, 0x1ffff);
        assertThat(lastLine()).isEqualTo("fchmod(14, 0177777) = 0");
        syscalls.fchmod(14, 7);
        assertThat(lastLine()).isEqualTo("fchmod(14, 007) = 0");
        syscalls.fchown(14, -1, 1000);
        assertThat(lastLine()).isEqualTo("fchown(14, -1, 1000) = 0");
        assertThat(shown(Call.FCHOWN, 99, 0xfffffffeL, 0xffffffffL)).isEqualTo("fchown(99, 4294967294, -1) = 0");
    }

    @Test
    void theContentsOfDescriptorsAreLockedAdvisedAndSynchronizedByName() throws Exception {
        syscalls.flock(14, KernelConstants.LOCK_EX | KernelConstants.LOCK_NB);
        assertThat(lastLine()).isEqualTo("flock(14, LOCK_EX|LOCK_NB) = 0");
        syscalls.fadvise64(14, 1L << 40, -1, KernelConstants.POSIX_FADV_SEQUENTIAL);
        assertThat(lastLine())
                .isEqualTo("fadvise64(14, 1099511627776, 18446744073709551615, POSIX_FADV_SEQUENTIAL) = 0");
        assertThat(shown(Call.FADVISE64, 14, 0, 0, 9)).isEqualTo("fadvise64(14, 0, 0, 0x9 /* POSIX_FADV_??? */) = 0");
        syscalls.fsync(14);
        assertThat(lastLine()).isEqualTo("fsync(14) = 0");
        assertThat(shown(Call.CLOSE, 0xffffffffffL)).isEqualTo("close(-1) = 0");
    }

    @Test
    void callsOnTheProcessShowNumbersAndNames() {
        long program =
                kernel.knows("\u0001\0\0\0\0\0\0\0\u00d8\u0008\0\0\0\0\0\0").address();
        kernel.answers(-22).answers(0x7fcb3bed2000L);

        assertThat(shown(Call.MMAP, 0, 4096, 0, 0x22, -1, 1))
                .isEqualTo("mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0x1)"
                        + " = -1 EINVAL (Invalid argument)");
        assertThat(shown(Call.MMAP, 0, 4096, 3, 1, 14, 0))
                .isEqualTo("mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 14, 0) = 0x7fcb3bed2000");
        assertThat(shown(Call.MUNMAP, 0x7fcb3bed2000L, 4096)).isEqualTo("munmap(0x7fcb3bed2000, 4096) = 0");
        assertThat(shown(Call.PRCTL, 38, 1)).isEqualTo("prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) = 0");
        assertThat(shown(Call.SECCOMP, 1, 1, program))
                .isEqualTo("seccomp(SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, {len=1, filter=0x8d8}) = 0");
        assertThat(shown(Call.SECCOMP, 0, 0, 0)).isEqualTo("seccomp(SECCOMP_SET_MODE_STRICT, 0, NULL) = 0");
        assertThat(shown(Call.GETPID)).isEqualTo("getpid() = 4710");
    }

    @Test
    void errorThatNoHeaderNamesIsShownByItsNumber() {
        kernel.answers(-4000).answers(-4096);

        assertThat(shown(Call.CLOSE, 9)).isEqualTo("close(9) = -1 (errno 4000)");
        assertThat(shown(Call.CLOSE, 9)).isEqualTo("close(9) = -4096");
    }

    @Test
    void unknownNumberIsShownRaw() {
        gate.syscall(0x1b9, 3, 0, -1, 4, 5, 6);
        assertThat(lastLine()).isEqualTo("syscall_0x1b9(0x3, 0, 0xffffffffffffffff, 0x4, 0x5, 0x6) = 0");
        gate.syscall(-1, 1, 2, 3);
        assertThat(lastLine()).isEqualTo("syscall_0xffffffffffffffff(0x1, 0x2, 0x3) = 0");
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void everyCallTakesAnyArgumentsAndKeepsItsName(Call call) {
        int number = Arch.X86_64.number(call);
        for (long argument : new long[] {0, 1, 8, -1, Long.MIN_VALUE, 0x7fff_ffff_ffffL}) {
            gate.syscall(number, argument, argument, argument);
            assertThat(lastLine()).startsWith(call + "(");
            gate.syscall(number, argument, argument, argument, argument, argument, argument);
            assertThat(lastLine()).startsWith(call + "(");
        }
    }
}
