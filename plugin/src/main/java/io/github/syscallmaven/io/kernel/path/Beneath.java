package io.github.syscallmaven.io.kernel.path;

import static io.github.syscallmaven.syscall.Errno.EAGAIN;
import static io.github.syscallmaven.syscall.Errno.ELOOP;
import static io.github.syscallmaven.syscall.Errno.ENOSYS;
import static io.github.syscallmaven.syscall.Errno.ENOTDIR;
import static io.github.syscallmaven.syscall.Errno.ENXIO;
import static io.github.syscallmaven.syscall.Errno.EPERM;
import static io.github.syscallmaven.syscall.Errno.EXDEV;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.RelativeName;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.StatMapping;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/**
 * Opens names below a directory and refuses all others: by openat2(2), or component by component where a kernel before
 * 5.6 or a sandbox lacks it. Both accept and refuse the same names.
 */
public final class Beneath {
    private static final long RESOLVE = KernelConstants.RESOLVE_BENEATH
            | KernelConstants.RESOLVE_NO_MAGICLINKS
            | KernelConstants.RESOLVE_NO_SYMLINKS;

    /** In a storm of renames 32 tries fail in 3 % of the cases, 128 in 0.1 %. */
    private static final int TRIES = 128;

    private static final BytePath HERE = BytePath.of(".");

    private final Kernel kernel;
    private volatile boolean withoutOpenat2;

    public Beneath(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Without O_NOFOLLOW, a link at the end of the name gives ELOOP as one in its middle does. */
    private int openat2Flags(int flags) {
        return flags & ~kernel.noFollowFlag();
    }

    /**
     * Opens a name that {@link RelativeName} has passed.
     *
     * @param shown the name in messages
     */
    public Fd open(int root, BytePath name, int flags, BytePath shown) throws IOException {
        try {
            return open(root, name, flags);
        } catch (SyscallException e) {
            throw explain(e, shown);
        }
    }

    /** The same; what its failure means is {@link #explain explained} by whoever knows the name to show. */
    public Fd open(int root, BytePath name, int flags) throws SyscallException {
        return new Fd(kernel, openInPieces(root, name, flags));
    }

    /** Opens a directory; the empty name stands for {@code root} itself. */
    public Fd openDirectory(int root, BytePath name, int flags, BytePath shown) throws IOException {
        return open(root, name.isEmpty() ? HERE : name, flags, shown);
    }

    /** What the kernel's refusal means for a name of ours. */
    public static IOException explain(SyscallException e, BytePath shown) {
        String file = shown.toString();
        if (e.is(ELOOP)) {
            return (IOException)
                    new RefusedException(file, "it is, or lies behind, a symbolic link; these are not followed")
                            .initCause(e);
        }
        if (e.is(ENXIO)) {
            return (IOException) new RefusedException(file, "it is a socket or a device").initCause(e);
        }
        if (e.is(EAGAIN, EXDEV)) {
            return (IOException) new FileSystemException(
                            file,
                            null,
                            e.reason() + "; directories on the way are being renamed, or another program has a"
                                    + " lease on the file")
                    .initCause(e);
        }
        return e.about(file);
    }

    /** A name may be longer than one call takes: the directories at its head are opened first, as many as fit. */
    private int openInPieces(int root, BytePath name, int flags) throws SyscallException {
        int at = root;
        int start = 0;
        try {
            while (name.length() - start > BytePath.MAX_LENGTH) {
                int end = lastSlash(name, start);
                int next = openPiece(at, name.slice(start, end), kernel.directoryPathFlags());
                closeUnless(root, at);
                at = next;
                start = end + 1;
            }
            return openPiece(at, start == 0 ? name : name.slice(start, name.length()), flags);
        } finally {
            closeUnless(root, at);
        }
    }

    private void closeUnless(int root, int fd) {
        if (fd != root) {
            kernel.closeReadOnly(fd);
        }
    }

    private static int lastSlash(BytePath name, int start) {
        int end = start + BytePath.MAX_LENGTH;
        while (name.at(end) != '/') {
            end--;
        }
        return end;
    }

    private int openPiece(int directory, BytePath piece, int flags) throws SyscallException {
        if (!withoutOpenat2) {
            try {
                return openat2(directory, piece, flags);
            } catch (SyscallException e) {
                if (!e.is(ENOSYS) && !(e.is(EPERM) && isForbidden(directory))) {
                    throw e;
                }
                withoutOpenat2 = true;
            }
        }
        return openComponents(directory, piece, flags);
    }

    private int openat2(int directory, BytePath piece, int flags) throws SyscallException {
        int following = openat2Flags(flags);
        for (int tries = 1; ; tries++) {
            try {
                return kernel.openat2(directory, piece, following, RESOLVE);
            } catch (SyscallException e) {
                if (!e.is(EAGAIN, EXDEV) || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** A sandbox refuses openat2 even for a directory that is open already; a real EPERM is about one file. */
    private boolean isForbidden(int directory) {
        try {
            kernel.closeReadOnly(kernel.openat2(directory, HERE, kernel.directoryPathFlags(), 0));
            return false;
        } catch (SyscallException e) {
            return e.is(EPERM, ENOSYS);
        }
    }

    private int openComponents(int directory, BytePath piece, int flags) throws SyscallException {
        int at = directory;
        int start = 0;
        try {
            for (int end = piece.indexOf((byte) '/', 0); end < piece.length(); end = piece.indexOf((byte) '/', start)) {
                int next = openComponent(at, piece.slice(start, end), kernel.directoryPathFlags());
                closeUnless(directory, at);
                at = next;
                start = end + 1;
            }
            return openComponent(at, piece.slice(start, piece.length()), flags | kernel.noFollowFlag());
        } finally {
            closeUnless(directory, at);
        }
    }

    private int openComponent(int directory, BytePath component, int flags) throws SyscallException {
        for (int tries = 1; ; tries++) {
            try {
                return kernel.openat(directory, component, flags, 0);
            } catch (SyscallException e) {
                if (!e.is(ENOTDIR) || tries == TRIES) {
                    throw e;
                }
                requireNoOther(directory, component, e);
            }
        }
    }

    /**
     * A symbolic link where a directory is wanted gives ENOTDIR: opened as a file it gives the ELOOP that it is. What
     * is a directory by now was exchanged for something else a moment ago.
     */
    private void requireNoOther(int directory, BytePath component, SyscallException e) throws SyscallException {
        Optional<Stat> there = kernel.stat(directory, component);
        if (there.filter(StatMapping::isSymbolicLink).isPresent()) {
            throw e.withErrno(ELOOP);
        } else if (there.filter(stat -> !stat.isDirectory()).isPresent()) {
            throw e;
        }
    }
}
