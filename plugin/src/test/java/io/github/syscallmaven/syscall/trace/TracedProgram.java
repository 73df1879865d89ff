package io.github.syscallmaven.syscall.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.jna.Pointer;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.OpenHow;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestArch;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes calls of every kind in a folder, in two threads, with a trace: to be run under strace.
 *
 * <p>Arguments: the folder, the file of the trace.
 */
final class TracedProgram implements Runnable {
    private final Gate gate;
    private final long folder;
    private final String prefix;
    private final List<NativeBuffer> kept = new ArrayList<>();
    private final long result = keep(NativeBuffer.allocate(65536));
    private final long how = keep(NativeBuffer.allocate(OpenHow.SIZE));

    private TracedProgram(Gate gate, String folder, String prefix) {
        this.gate = gate;
        this.prefix = prefix;
        this.folder = call(Call.OPEN, path(folder), 0x90000);
    }

    public static void main(String[] arguments) throws Exception {
        try (Trace trace = TestKernel.traceTo(Path.of(arguments[1]))) {
            List<Thread> threads = List.of(
                    new Thread(new TracedProgram(trace.gate(), arguments[0], "one")),
                    new Thread(new TracedProgram(trace.gate(), arguments[0], "two")));
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Override
    public void run() {
        open();
        readAndWrite();
        stat();
        list();
        change();
        others();
        bad();
    }

    private long keep(NativeBuffer buffer) {
        kept.add(buffer);
        return buffer.address();
    }

    private long bytes(String bytes) {
        NativeBuffer buffer = NativeBuffer.allocate(bytes.length() + 1);
        return keep(buffer.putString(bytes.getBytes(ISO_8859_1)));
    }

    private long path(String path) {
        return bytes(path);
    }

    private long name(String suffix) {
        return bytes(prefix + suffix);
    }

    private long call(Call call, long... arguments) {
        return call(TestArch.THIS.number(call), arguments);
    }

    private long call(long number, long... arguments) {
        long[] six = Arrays.copyOf(arguments, 6);
        return arguments.length > 3
                ? gate.syscall(number, six[0], six[1], six[2], six[3], six[4], six[5])
                : gate.syscall(number, six[0], six[1], six[2]);
    }

    private void open() {
        call(Call.MKDIRAT, folder, name("-d"), 0755);
        call(Call.MKDIRAT, folder, name("-d"), 0);
        call(Call.CLOSE, call(Call.OPENAT, folder, name("-d"), 0x90000));
        call(
                Call.CLOSE,
                call(
                        Call.OPENAT,
                        folder,
                        name("-q\"\\\n\t\r\u000b\f\u00011\u0001z\u007f\u00c3\u00a4'\u00019"),
                        0xc1,
                        0600));
        call(Call.CLOSE, call(Call.OPENAT, folder, path("."), 0x410002, 0600));
        call(Call.OPENAT, folder, name("-nope"), 0xb0900);
        call(Call.OPENAT, folder, name("-nope"), 0x3000, 0);
        call(Call.OPENAT, folder, name("-nope"), 0x301000, 0);
        call(Call.OPENAT, -1, path(""), 3, 0);
        call(Call.OPENAT, KernelConstants.AT_FDCWD, name("a".repeat(300)), 0, 0);
        call(Call.OPENAT, folder, path("/".repeat(4095)), 0, 0);
        call(Call.OPENAT, folder, path("/".repeat(4096)), 0, 0);
        openat2("-nope", 0x80000, 0, 8);
        openat2("-new", 0x80041, 0640, 0xe);
        openat2("-nope", 0, 0600, 0);
        openat2("-nope", 0x410002, 0, 0x3f);
        openat2("-nope", 0x80000, 0, -1);
        call(Call.OPENAT2, folder, name("-nope"), how, 16);
        call(Call.OPENAT2, folder, name("-nope"), 8, 24);
    }

    private void openat2(String name, long flags, long mode, long resolve) {
        OpenHow.put(kept.get(1), flags, mode, resolve);
        call(Call.OPENAT2, folder, name(name), how, OpenHow.SIZE);
    }

    private void readAndWrite() {
        long file = call(Call.OPENAT, folder, name("-f"), 0x42, 0644);
        long text = bytes("hello world\n\0\u0001\u0002\u0003\u00ff zzzzzzzzzzzzzzzzzzzzz");
        long zeros = bytes("\0".repeat(31) + "\u00017");
        for (int count : new int[] {0, 12, 32, 33}) {
            call(Call.WRITE, file, text, count);
            call(Call.WRITE, file, zeros, count);
        }
        call(Call.WRITE, -1, text, 12);
        call(Call.PREAD64, file, result, 5, 0);
        call(Call.PREAD64, file, result, 65536, 12);
        call(Call.PREAD64, file, result, 32, 0);
        call(Call.PREAD64, file, result, 100, 1 << 30);
        call(Call.PREAD64, file, result, 100, -1);
        call(Call.READ, file, result, 65536);
        call(Call.READ, folder, result, 65536);
        call(Call.FADVISE64, file, 0, 0, 2);
        call(Call.FADVISE64, file, 1L << 40, -1, 9);
        call(Call.FSYNC, file);
        call(Call.FLOCK, file, 6);
        call(Call.FLOCK, file, 0x106);
        call(Call.FCHMOD, file, 04750);
        call(Call.FCHMOD, file, 0x1ffff);
        attributes(file);
        call(Call.FCHOWN, file, -1, -1);
        call(Call.FCHOWN, -1, 0xfffffffeL, 12);
        call(Call.CLOSE, file);
    }

    private void attributes(long file) {
        String[] values = {"", "hello", "hello\0", "\0", "x".repeat(32), "x".repeat(32) + "\0", "x".repeat(33)};
        for (String value : values) {
            call(Call.FSETXATTR, file, name(".a"), bytes(value), value.length(), 0);
            call(Call.FSETXATTR, file, path("user.a"), bytes(value), value.length(), 0);
            call(Call.FGETXATTR, file, path("user.a"), result, 65536);
        }
        call(Call.FGETXATTR, file, path("user.a"), result, 0);
        call(Call.FGETXATTR, file, path("user.a"), result, 1);
        call(Call.FGETXATTR, file, path("user.b"), result, 65536);
        call(Call.FGETXATTR, file, path("user.a"), 8, 65536);
        call(Call.FSETXATTR, file, path("user.a"), 8, 10, 1);
        call(Call.FSETXATTR, file, path("user.b"), result, 10, 2);
        call(Call.FSETXATTR, file, path("user.b"), result, 10, -1);
    }

    private void stat() {
        call(Call.STATX, folder, name("-f"), 0x100, 0x7ff, result);
        call(Call.STATX, folder, path(""), 0x5000, 1, result);
        call(Call.STATX, folder, name("-nope"), 0x900, 0xfff, result);
        call(Call.STATX, folder, name("-f"), 0xffffffffL, 0xffffL, result);
        call(Call.STATX, folder, name("-f"), 0, 0x4000, 0);
        call(Call.NEWFSTATAT, folder, name("-f"), result, 0x100);
        call(Call.NEWFSTATAT, folder, path(""), result, 0x1000);
        call(Call.NEWFSTATAT, folder, name("-nope"), result, 0x6800);
        call(Call.NEWFSTATAT, folder, path("/dev/null"), result, 0);
        call(Call.NEWFSTATAT, folder, path("/proc/self/exe"), result, 0x100);
        call(Call.NEWFSTATAT, folder, path("/tmp"), result, 0);
    }

    private void list() {
        long d = call(Call.OPENAT, folder, name("-d"), 0x90000);
        call(Call.GETDENTS64, d, result, 65536);
        call(Call.GETDENTS64, d, result, 65536);
        call(Call.GETDENTS64, -1, result, 65536);
        call(Call.CLOSE, d);
    }

    private void change() {
        call(Call.LINKAT, folder, name("-f"), folder, name("-g"), 0);
        call(Call.LINKAT, folder, name("-f"), KernelConstants.AT_FDCWD, path("/nope/x"), 0x400);
        call(Call.RENAMEAT, folder, name("-g"), folder, name("-h"));
        call(Call.RENAMEAT2, folder, name("-h"), folder, name("-f"), 1);
        call(Call.RENAMEAT2, folder, name("-h"), folder, name("-i"), 0);
        call(Call.RENAMEAT2, folder, name("-h"), folder, name("-i"), 0xffffffffL);
        call(Call.UNLINKAT, folder, name("-i"), 0);
        call(Call.UNLINKAT, folder, name("-d"), 0x200);
        call(Call.UNLINKAT, folder, name("-d"), 0xffffffffL);
    }

    private void others() {
        call(Call.GETRANDOM, result, 8, 1);
        call(Call.GETRANDOM, result, 64, 0);
        call(Call.GETRANDOM, result, 64, 0xff);
        call(Call.UNAME, result);
        call(Call.GETPID);
        call(Call.GETTID);
        call(Call.MMAP, 0, 4096, 0, 0x22, -1, 1);
        call(Call.MUNMAP, call(Call.MMAP, 0, 4096, 3, 0x22, -1, 0), 4096);
        call(Call.PRCTL, 39, 0, 0, 0, 0);
        call(Call.SECCOMP, 1, 0x4f, bytes("\u0001\0\0\0\0\0\0\0\u00d8\u0008\0\0\0\0\0\0"));
    }

    private void bad() {
        call(-1, 1, 2, 3, 4, 5, 6);
        call(600, 1, 2, 0, -1, 5, 6);
        call(Call.OPENAT, folder, 0, 0, 0);
        call(Call.OPENAT, folder, 8, 0, 0);
        call(Call.OPENAT2, folder, name("-nope"), 0, 24);
        call(Call.WRITE, -1, 8, 12);
        call(Call.WRITE, -1, 0, 12);
        call(Call.UNAME, 8);
        call(Call.GETRANDOM, 8, 64, 0);
        call(Call.GETDENTS64, folder, 8, 4096);
        // The second page stays mapped, so that no other thread of the JVM can put something readable there.
        long twoPages = call(Call.MMAP, 0, 8192, 0, 0x22, -1, 0);
        call(Call.MMAP, twoPages, 4096, 3, 0x32, -1, 0);
        call(Call.PREAD64, -1, twoPages, 4096, 0);
        long endOfMemory = twoPages + 4096 - 5;
        call(Call.OPENAT, folder, endOfMemory, 0, 0);
        new Pointer(endOfMemory).write(0, "abcde".getBytes(ISO_8859_1), 0, 5);
        call(Call.OPENAT, folder, endOfMemory, 0, 0);
        call(Call.WRITE, -1, endOfMemory, 5);
        call(Call.WRITE, -1, endOfMemory, 6);
        call(Call.WRITE, -1, twoPages, -1);
    }
}
