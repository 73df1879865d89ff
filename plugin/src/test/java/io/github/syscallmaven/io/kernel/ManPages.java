package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.syscall.Errno.E2BIG;
import static io.github.syscallmaven.syscall.Errno.EACCES;
import static io.github.syscallmaven.syscall.Errno.EAGAIN;
import static io.github.syscallmaven.syscall.Errno.EBADF;
import static io.github.syscallmaven.syscall.Errno.EBUSY;
import static io.github.syscallmaven.syscall.Errno.EDESTADDRREQ;
import static io.github.syscallmaven.syscall.Errno.EDQUOT;
import static io.github.syscallmaven.syscall.Errno.EEXIST;
import static io.github.syscallmaven.syscall.Errno.EFAULT;
import static io.github.syscallmaven.syscall.Errno.EFBIG;
import static io.github.syscallmaven.syscall.Errno.EINTR;
import static io.github.syscallmaven.syscall.Errno.EINVAL;
import static io.github.syscallmaven.syscall.Errno.EIO;
import static io.github.syscallmaven.syscall.Errno.EISDIR;
import static io.github.syscallmaven.syscall.Errno.ELOOP;
import static io.github.syscallmaven.syscall.Errno.EMFILE;
import static io.github.syscallmaven.syscall.Errno.EMLINK;
import static io.github.syscallmaven.syscall.Errno.ENAMETOOLONG;
import static io.github.syscallmaven.syscall.Errno.ENFILE;
import static io.github.syscallmaven.syscall.Errno.ENODATA;
import static io.github.syscallmaven.syscall.Errno.ENODEV;
import static io.github.syscallmaven.syscall.Errno.ENOENT;
import static io.github.syscallmaven.syscall.Errno.ENOLCK;
import static io.github.syscallmaven.syscall.Errno.ENOMEM;
import static io.github.syscallmaven.syscall.Errno.ENOSPC;
import static io.github.syscallmaven.syscall.Errno.ENOSYS;
import static io.github.syscallmaven.syscall.Errno.ENOTDIR;
import static io.github.syscallmaven.syscall.Errno.ENOTEMPTY;
import static io.github.syscallmaven.syscall.Errno.ENXIO;
import static io.github.syscallmaven.syscall.Errno.EOPNOTSUPP;
import static io.github.syscallmaven.syscall.Errno.EOVERFLOW;
import static io.github.syscallmaven.syscall.Errno.EPERM;
import static io.github.syscallmaven.syscall.Errno.EPIPE;
import static io.github.syscallmaven.syscall.Errno.ERANGE;
import static io.github.syscallmaven.syscall.Errno.EROFS;
import static io.github.syscallmaven.syscall.Errno.ESPIPE;
import static io.github.syscallmaven.syscall.Errno.ESTALE;
import static io.github.syscallmaven.syscall.Errno.ETXTBSY;
import static io.github.syscallmaven.syscall.Errno.EXDEV;

import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.arch.Call;
import java.util.EnumSet;
import java.util.Set;

/**
 * What each call may fail with: the ERRORS section of its page in section 2 of Linux man-pages 6.03, and what no page
 * lists because every call may: EINTR, the EIO of a broken disk, the ESTALE of a network file system, and the ENOSYS
 * and EPERM of an old kernel and a sandbox.
 */
final class ManPages {
    private static final Set<Errno> EVERYWHERE = EnumSet.of(EINTR, EIO, ESTALE, ENOSYS, EPERM);

    private static final Set<Errno> OPEN = EnumSet.of(
            EACCES,
            EBADF,
            EBUSY,
            EDQUOT,
            EEXIST,
            EFAULT,
            EFBIG,
            EINTR,
            EINVAL,
            EISDIR,
            ELOOP,
            EMFILE,
            ENAMETOOLONG,
            ENFILE,
            ENODEV,
            ENOENT,
            ENOMEM,
            ENOSPC,
            ENOTDIR,
            ENXIO,
            EOPNOTSUPP,
            EOVERFLOW,
            EPERM,
            EROFS,
            ETXTBSY,
            EAGAIN);

    private static final Set<Errno> RENAME = EnumSet.of(
            EACCES,
            EBADF,
            EBUSY,
            EDQUOT,
            EEXIST,
            EFAULT,
            EINVAL,
            EISDIR,
            ELOOP,
            EMLINK,
            ENAMETOOLONG,
            ENOENT,
            ENOMEM,
            ENOSPC,
            ENOTDIR,
            ENOTEMPTY,
            EPERM,
            EROFS,
            EXDEV);

    private ManPages() {}

    static Set<Errno> errorsOf(Call call) {
        Set<Errno> all = EnumSet.copyOf(EVERYWHERE);
        all.addAll(listed(call));
        return all;
    }

    private static Set<Errno> listed(Call call) {
        return switch (call) {
            case WRITE ->
                EnumSet.of(
                        EAGAIN, EBADF, EDESTADDRREQ, EDQUOT, EFAULT, EFBIG, EINTR, EINVAL, EIO, ENOSPC, EPERM, EPIPE);
            case PREAD64 -> EnumSet.of(EAGAIN, EBADF, EFAULT, EINTR, EINVAL, EIO, EISDIR, ENXIO, EOVERFLOW, ESPIPE);
            case CLOSE -> EnumSet.of(EBADF, EINTR, EIO, ENOSPC, EDQUOT);
            case FSYNC -> EnumSet.of(EBADF, EINTR, EIO, ENOSPC, EROFS, EINVAL, EDQUOT, EOPNOTSUPP);
            case FCHMOD -> EnumSet.of(EBADF, EIO, EPERM, EROFS, EACCES, ENOENT, ENOMEM, ENOTDIR, EOPNOTSUPP);
            case FCHOWN -> EnumSet.of(EBADF, EIO, EPERM, EROFS, EACCES, ENOENT, ENOMEM, ENOTDIR);
            case FGETXATTR ->
                EnumSet.of(
                        E2BIG,
                        EACCES,
                        EBADF,
                        EFAULT,
                        ENAMETOOLONG,
                        ENODATA,
                        ENOENT,
                        ENOMEM,
                        ENOTDIR,
                        EOPNOTSUPP,
                        ERANGE);
            case FSETXATTR ->
                EnumSet.of(
                        E2BIG,
                        EACCES,
                        EBADF,
                        EDQUOT,
                        EEXIST,
                        EFAULT,
                        EINVAL,
                        ENAMETOOLONG,
                        ENODATA,
                        ENOENT,
                        ENOMEM,
                        ENOSPC,
                        ENOTDIR,
                        EOPNOTSUPP,
                        EPERM,
                        ERANGE,
                        EROFS);
            case FLOCK -> EnumSet.of(EBADF, EINTR, EINVAL, ENOLCK, EAGAIN);
            case GETDENTS64 -> EnumSet.of(EBADF, EFAULT, EINVAL, ENOENT, ENOTDIR);
            case FADVISE64 -> EnumSet.of(EBADF, EINVAL, ESPIPE);
            case OPENAT -> OPEN;
            case OPENAT2 -> openat2();
            case MKDIRAT ->
                EnumSet.of(
                        EACCES,
                        EBADF,
                        EDQUOT,
                        EEXIST,
                        EFAULT,
                        EINVAL,
                        ELOOP,
                        EMLINK,
                        ENAMETOOLONG,
                        ENOENT,
                        ENOMEM,
                        ENOSPC,
                        ENOTDIR,
                        EPERM,
                        EROFS);
            case UNLINKAT ->
                EnumSet.of(
                        EACCES,
                        EBADF,
                        EBUSY,
                        EEXIST,
                        EFAULT,
                        EINVAL,
                        EIO,
                        EISDIR,
                        ELOOP,
                        ENAMETOOLONG,
                        ENOENT,
                        ENOMEM,
                        ENOTDIR,
                        ENOTEMPTY,
                        EPERM,
                        EROFS);
            case RENAMEAT, RENAMEAT2 -> RENAME;
            case LINKAT ->
                EnumSet.of(
                        EACCES,
                        EBADF,
                        EDQUOT,
                        EEXIST,
                        EFAULT,
                        EINVAL,
                        EIO,
                        ELOOP,
                        EMLINK,
                        ENAMETOOLONG,
                        ENOENT,
                        ENOMEM,
                        ENOSPC,
                        ENOTDIR,
                        EPERM,
                        EROFS,
                        EXDEV);
            case STATX, NEWFSTATAT ->
                EnumSet.of(EACCES, EBADF, EFAULT, EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOMEM, ENOTDIR, EOVERFLOW);
            case GETRANDOM -> EnumSet.of(EAGAIN, EFAULT, EINTR, EINVAL, ENOSYS);
            default -> throw new IllegalArgumentException("what " + call + " fails with is not in the table");
        };
    }

    private static Set<Errno> openat2() {
        Set<Errno> all = EnumSet.of(E2BIG, EAGAIN, EINVAL, ELOOP, EXDEV);
        all.addAll(OPEN);
        return all;
    }
}
