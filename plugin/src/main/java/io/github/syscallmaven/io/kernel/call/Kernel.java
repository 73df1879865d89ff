package io.github.syscallmaven.io.kernel.call;

import static io.github.syscallmaven.syscall.Errno.EINTR;
import static io.github.syscallmaven.syscall.Errno.ENODATA;
import static io.github.syscallmaven.syscall.Errno.ENOENT;
import static io.github.syscallmaven.syscall.Errno.ENOSYS;
import static io.github.syscallmaven.syscall.Errno.EOPNOTSUPP;
import static io.github.syscallmaven.syscall.Errno.EPERM;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.syscall.CallSequence;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.OpenHow;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * System calls for files. Repeats a call that a signal has interrupted, and uses an older call where a kernel or a
 * sandbox lacks the newer one. Names go through this thread's {@link Scratch}.
 */
public final class Kernel {
    /** A signal storm that goes on longer than this is not a storm but a fault. */
    private static final int INTERRUPTIONS = 1_000;

    private static final int READ_ONLY = KernelConstants.O_RDONLY | KernelConstants.O_CLOEXEC;

    private final Syscalls syscalls;
    private volatile boolean withoutStatx;
    private volatile boolean withoutRenameat2;

    public Kernel(Syscalls syscalls) {
        this.syscalls = syscalls;
    }

    private interface IntCall {
        int run() throws SyscallException;
    }

    private interface VoidCall {
        void run() throws SyscallException;
    }

    private static int retry(IntCall call) throws SyscallException {
        for (int tries = 1; ; tries++) {
            try {
                return call.run();
            } catch (SyscallException e) {
                if (!e.is(EINTR) || tries == INTERRUPTIONS) {
                    throw e;
                }
            }
        }
    }

    private static void retry(VoidCall call) throws SyscallException {
        int unused = retry(() -> {
            call.run();
            return 0;
        });
    }

    /** Calls to be made at once, so many at most; empty. */
    public CallSequence newSequence(int most) {
        return syscalls.newSequence(most);
    }

    /** Whether statx(2) is not known to be missing or forbidden. */
    public boolean hasStatx() {
        return !withoutStatx;
    }

    /** O_NOFOLLOW of this CPU. */
    public int noFollowFlag() {
        return syscalls.openFlags().noFollow();
    }

    /** Flags of an open that neither waits for anybody nor follows a last symbolic link. */
    public int readFlags() {
        return READ_ONLY
                | KernelConstants.O_NONBLOCK
                | KernelConstants.O_NOCTTY
                | syscalls.openFlags().noFollow();
    }

    /** Flags of an open that makes a file and fails when there is one. */
    public int createFlags() {
        return KernelConstants.O_WRONLY
                | KernelConstants.O_CREAT
                | KernelConstants.O_EXCL
                | KernelConstants.O_NOCTTY
                | KernelConstants.O_CLOEXEC
                | syscalls.openFlags().noFollow();
    }

    /** Flags of an open of a directory that is not a symbolic link. */
    public int directoryFlags() {
        return READ_ONLY
                | syscalls.openFlags().directory()
                | syscalls.openFlags().noFollow();
    }

    /** Flags of an open that only names what is there, a directory. */
    public int directoryPathFlags() {
        return directoryFlags() | KernelConstants.O_PATH;
    }

    /** Flags of an open that only names what is there, without touching it. */
    public int pathFlags() {
        return KernelConstants.O_PATH | KernelConstants.O_CLOEXEC | noFollowFlag();
    }

    /** Opens a directory by a path that is trusted, symbolic links included. */
    public int openTrusted(BytePath directory) throws SyscallException {
        return openat(
                KernelConstants.AT_FDCWD,
                directory,
                READ_ONLY | syscalls.openFlags().directory(),
                0);
    }

    public int openat(int directory, BytePath name, int flags, int mode) throws SyscallException {
        NativeBuffer path = Scratch.ofThread().path(name);
        return retry(() -> syscalls.openat(directory, path, flags, mode));
    }

    public int openat2(int directory, BytePath name, int flags, long resolve) throws SyscallException {
        Scratch scratch = Scratch.ofThread();
        NativeBuffer path = scratch.path(name);
        NativeBuffer how = OpenHow.put(scratch.how, flags, 0, resolve);
        return retry(() -> syscalls.openat2(directory, path, how));
    }

    /** Closes a descriptor that was not written through: what close(2) says of it loses nothing. */
    public void closeReadOnly(int fd) {
        try {
            syscalls.close(fd);
        } catch (SyscallException ofNoConsequence) {
            // Linux has released the descriptor whatever it says; a second close might hit another thread's.
        }
    }

    /**
     * Closes a descriptor that was written through. EINTR is no error here: the descriptor is gone, the bytes are not.
     */
    public void closeWritten(int fd) throws SyscallException {
        try {
            syscalls.close(fd);
        } catch (SyscallException e) {
            if (!e.is(EINTR)) {
                throw e;
            }
        }
    }

    public Stat stat(int fd) throws SyscallException {
        return stat(fd, Scratch.ofThread().emptyPath, KernelConstants.AT_EMPTY_PATH);
    }

    /** What the name itself stands for; empty when there is nothing. */
    public Optional<Stat> stat(int directory, BytePath name) throws SyscallException {
        try {
            NativeBuffer path = Scratch.ofThread().path(name);
            return Optional.of(
                    stat(directory, path, KernelConstants.AT_SYMLINK_NOFOLLOW | KernelConstants.AT_NO_AUTOMOUNT));
        } catch (SyscallException e) {
            return ifMissing(e);
        }
    }

    private static <T> Optional<T> ifMissing(SyscallException e) throws SyscallException {
        if (e.is(ENOENT)) {
            return Optional.empty();
        }
        throw e;
    }

    private Stat stat(int directory, NativeBuffer path, int flags) throws SyscallException {
        NativeBuffer result = Scratch.ofThread().stat;
        if (!withoutStatx) {
            try {
                retry(() -> syscalls.statx(directory, path, flags, Stat.BASIC, result));
                return Stat.ofStatx(result);
            } catch (SyscallException e) {
                // Sandboxes that are older than the call answer EPERM, which statx itself never does.
                if (!e.is(ENOSYS, EPERM)) {
                    throw e;
                }
                withoutStatx = true;
            }
        }
        retry(() -> syscalls.newfstatat(directory, path, result, flags));
        return Stat.ofStat(syscalls.arch(), result);
    }

    /** Up to the buffer's size; 0 at the end of the file. */
    public int pread(int fd, NativeBuffer buffer, long position) throws SyscallException {
        return retry(() -> syscalls.pread64(fd, buffer, buffer.size(), position));
    }

    /** Tells the kernel to read ahead; it need not listen. */
    public void readSequentially(int fd) {
        try {
            syscalls.fadvise64(fd, 0, 0, KernelConstants.POSIX_FADV_SEQUENTIAL);
        } catch (SyscallException onlyAdvice) {
            // It would only have been faster.
        }
    }

    /** Writes all of these bytes, however many calls it takes. */
    public void write(int fd, NativeBuffer buffer, int count) throws SyscallException, ShortWriteException {
        int idle = 0;
        for (int done = 0; done < count; ) {
            int from = done;
            int written = retry(() -> syscalls.write(fd, buffer, from, count - from));
            if (written == 0 && ++idle == 2) {
                throw new ShortWriteException();
            }
            done += written;
        }
    }

    public int getdents(int fd, NativeBuffer buffer) throws SyscallException {
        return retry(() -> syscalls.getdents64(fd, buffer));
    }

    public void fchmod(int fd, int mode) throws SyscallException {
        retry(() -> syscalls.fchmod(fd, mode));
    }

    public void fchown(int fd, int uid, int gid) throws SyscallException {
        retry(() -> syscalls.fchown(fd, uid, gid));
    }

    /** The access ACL of a file; empty when it has none but its permissions, or its file system has no ACLs. */
    public Optional<Acl> accessAcl(int fd) throws IOException {
        Scratch scratch = Scratch.ofThread();
        try {
            int length = retry(() -> syscalls.fgetxattr(fd, scratch.aclName, scratch.acl));
            return Optional.of(Acl.parse(scratch.acl.bytes().clear().limit(length)));
        } catch (SyscallException e) {
            if (e.is(ENODATA, EOPNOTSUPP)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Sets the access ACL of a file, and with it its permissions. */
    public void setAccessAcl(int fd, Acl acl) throws SyscallException {
        Scratch scratch = Scratch.ofThread();
        acl.putInto(scratch.acl.bytes());
        int length = scratch.acl.bytes().limit();
        retry(() -> syscalls.fsetxattr(fd, scratch.aclName, scratch.acl, length, 0));
    }

    void fsync(int fd) throws SyscallException {
        retry(() -> syscalls.fsync(fd));
    }

    public void flock(int fd, int operation) throws SyscallException {
        retry(() -> syscalls.flock(fd, operation));
    }

    public void mkdirat(int directory, BytePath name) throws SyscallException {
        NativeBuffer path = Scratch.ofThread().path(name);
        retry(() -> syscalls.mkdirat(directory, path, 0777));
    }

    public void unlinkat(int directory, BytePath name) throws SyscallException {
        NativeBuffer path = Scratch.ofThread().path(name);
        retry(() -> syscalls.unlinkat(directory, path, 0));
    }

    public void rmdir(int directory, BytePath name) throws SyscallException {
        NativeBuffer path = Scratch.ofThread().path(name);
        retry(() -> syscalls.unlinkat(directory, path, KernelConstants.AT_REMOVEDIR));
    }

    /** Renames within a directory, replacing what is there. */
    public void rename(int directory, BytePath from, BytePath to) throws SyscallException {
        Scratch scratch = Scratch.ofThread();
        NativeBuffer old = scratch.otherPath(from);
        NativeBuffer target = scratch.path(to);
        if (!withoutRenameat2) {
            try {
                retry(() -> syscalls.renameat2(directory, old, directory, target, 0));
                return;
            } catch (SyscallException e) {
                // EPERM may be a sandbox's answer or the directory's: the elder call will tell.
                if (!e.is(ENOSYS, EPERM)) {
                    throw e;
                }
                withoutRenameat2 = e.is(ENOSYS);
            }
        }
        retry(() -> syscalls.renameat(directory, old, directory, target));
    }

    /** Renames within a directory unless the new name exists (EEXIST). EINVAL where the file system cannot. */
    public void renameWithoutReplacing(int directory, BytePath from, BytePath to) throws SyscallException {
        Scratch scratch = Scratch.ofThread();
        NativeBuffer old = scratch.otherPath(from);
        NativeBuffer target = scratch.path(to);
        retry(() -> syscalls.renameat2(directory, old, directory, target, KernelConstants.RENAME_NOREPLACE));
    }

    /** Gives a file of a directory a further name in it, unless that exists (EEXIST). */
    public void linkat(int directory, BytePath from, BytePath to) throws SyscallException {
        Scratch scratch = Scratch.ofThread();
        NativeBuffer old = scratch.otherPath(from);
        NativeBuffer target = scratch.path(to);
        retry(() -> syscalls.linkat(directory, old, directory, target, 0));
    }

    /** 64 bits that nobody else draws: from the kernel, or from Java where it has none ready. */
    public long random() {
        NativeBuffer bits = Scratch.ofThread().stat;
        try {
            if (syscalls.getrandom(bits, Long.BYTES, KernelConstants.GRND_NONBLOCK) == Long.BYTES) {
                return bits.bytes().getLong(0);
            }
        } catch (SyscallException notReady) {
            // The names need only differ; O_EXCL sees to the rest.
        }
        return ThreadLocalRandom.current().nextLong();
    }
}
