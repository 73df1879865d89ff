package io.github.syscallmaven.syscall.trace.call;

import static io.github.syscallmaven.syscall.trace.call.FlagNames.flag;

import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.arch.OpenFlags;

/**
 * The names of the kernel's flags, those included that this plugin never passes.
 *
 * <p>Source: Linux, {@code include/uapi/asm-generic/fcntl.h}, {@code include/uapi/linux/fcntl.h}, {@code openat2.h},
 * {@code stat.h}, {@code fs.h}, {@code mman.h}, {@code random.h}, {@code seccomp.h}, {@code xattr.h}. The order is what
 * strace 6.1 prints.
 */
final class FlagTables {
    static final FlagNames AT = FlagNames.of(
            "AT_???",
            flag("AT_SYMLINK_NOFOLLOW", KernelConstants.AT_SYMLINK_NOFOLLOW),
            flag("AT_REMOVEDIR", KernelConstants.AT_REMOVEDIR),
            flag("AT_SYMLINK_FOLLOW", 0x400),
            flag("AT_NO_AUTOMOUNT", KernelConstants.AT_NO_AUTOMOUNT),
            flag("AT_EMPTY_PATH", KernelConstants.AT_EMPTY_PATH),
            flag("AT_RECURSIVE", 0x8000));

    static final FlagNames STATX_MASK = FlagNames.of(
            "STATX_???",
            flag("STATX_ALL", 0xfff),
            flag("STATX_BASIC_STATS", Stat.BASIC),
            flag("STATX_TYPE", 1),
            flag("STATX_MODE", 2),
            flag("STATX_NLINK", 4),
            flag("STATX_UID", 8),
            flag("STATX_GID", 0x10),
            flag("STATX_ATIME", 0x20),
            flag("STATX_MTIME", 0x40),
            flag("STATX_CTIME", 0x80),
            flag("STATX_INO", 0x100),
            flag("STATX_SIZE", 0x200),
            flag("STATX_BLOCKS", 0x400),
            flag("STATX_BTIME", 0x800),
            flag("STATX_MNT_ID", 0x1000),
            flag("STATX_DIOALIGN", 0x2000));

    static final FlagNames STATX_ATTRIBUTES = FlagNames.of(
            "STATX_ATTR_???",
            flag("STATX_ATTR_COMPRESSED", 4),
            flag("STATX_ATTR_IMMUTABLE", 0x10),
            flag("STATX_ATTR_APPEND", 0x20),
            flag("STATX_ATTR_NODUMP", 0x40),
            flag("STATX_ATTR_ENCRYPTED", 0x800),
            flag("STATX_ATTR_AUTOMOUNT", 0x1000),
            flag("STATX_ATTR_MOUNT_ROOT", 0x2000),
            flag("STATX_ATTR_VERITY", 0x100000),
            flag("STATX_ATTR_DAX", 0x200000));

    static final FlagNames RESOLVE = FlagNames.of(
            "RESOLVE_???",
            flag("RESOLVE_NO_XDEV", 1),
            flag("RESOLVE_NO_MAGICLINKS", KernelConstants.RESOLVE_NO_MAGICLINKS),
            flag("RESOLVE_NO_SYMLINKS", KernelConstants.RESOLVE_NO_SYMLINKS),
            flag("RESOLVE_BENEATH", KernelConstants.RESOLVE_BENEATH),
            flag("RESOLVE_IN_ROOT", 0x10),
            flag("RESOLVE_CACHED", 0x20));

    static final FlagNames RENAME = FlagNames.of(
            "RENAME_???",
            flag("RENAME_NOREPLACE", KernelConstants.RENAME_NOREPLACE),
            flag("RENAME_EXCHANGE", 2),
            flag("RENAME_WHITEOUT", 4));

    static final FlagNames XATTR = FlagNames.of("XATTR_???", flag("XATTR_CREATE", 1), flag("XATTR_REPLACE", 2));

    static final FlagNames LOCK = FlagNames.of(
            "LOCK_???",
            flag("LOCK_SH", KernelConstants.LOCK_SH),
            flag("LOCK_EX", KernelConstants.LOCK_EX),
            flag("LOCK_NB", KernelConstants.LOCK_NB),
            flag("LOCK_UN", 8));

    static final FlagNames RANDOM = FlagNames.of(
            "GRND_???",
            flag("GRND_NONBLOCK", KernelConstants.GRND_NONBLOCK),
            flag("GRND_RANDOM", 2),
            flag("GRND_INSECURE", 4));

    static final FlagNames PROTECTION = FlagNames.of(
            "PROT_???", flag("PROT_NONE", 0), flag("PROT_READ", 1), flag("PROT_WRITE", 2), flag("PROT_EXEC", 4));

    static final FlagNames MAP = FlagNames.of(
            "MAP_???",
            flag("MAP_SHARED", 1),
            flag("MAP_PRIVATE", 2),
            flag("MAP_FIXED", 0x10),
            flag("MAP_ANONYMOUS", 0x20));

    static final FlagNames SECCOMP_FILTER = FlagNames.of(
            "SECCOMP_FILTER_FLAG_???",
            flag("SECCOMP_FILTER_FLAG_TSYNC", 1),
            flag("SECCOMP_FILTER_FLAG_LOG", 2),
            flag("SECCOMP_FILTER_FLAG_SPEC_ALLOW", 4),
            flag("SECCOMP_FILTER_FLAG_NEW_LISTENER", 8),
            flag("SECCOMP_FILTER_FLAG_TSYNC_ESRCH", 0x10),
            flag("SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV", 0x20));

    private static final String[] ACCESS_MODES = {"O_RDONLY", "O_WRONLY", "O_RDWR", "O_ACCMODE"};
    private static final int ACCESS_MODE = 3;
    private static final int TMPFILE = 0x400000;

    private static final String[] SYNC_KINDS = {
        "AT_STATX_SYNC_AS_STAT", "AT_STATX_FORCE_SYNC", "AT_STATX_DONT_SYNC", "AT_STATX_FORCE_SYNC|AT_STATX_DONT_SYNC"
    };
    private static final int SYNC_SHIFT = 13;
    private static final long SYNC_KIND = 3L << SYNC_SHIFT;

    private FlagTables() {}

    /**
     * The open flags except for the access mode; O_DIRECT and O_LARGEFILE, which are others on each CPU, have no name
     * here.
     */
    static FlagNames open(OpenFlags arch) {
        return FlagNames.of(
                "O_???",
                flag("O_CREAT", KernelConstants.O_CREAT),
                flag("O_EXCL", KernelConstants.O_EXCL),
                flag("O_NOCTTY", KernelConstants.O_NOCTTY),
                flag("O_TRUNC", KernelConstants.O_TRUNC),
                flag("O_APPEND", KernelConstants.O_APPEND),
                flag("O_NONBLOCK", KernelConstants.O_NONBLOCK),
                flag("O_SYNC", 0x101000),
                flag("__O_SYNC", 0x100000),
                flag("O_DSYNC", 0x1000),
                flag("O_NOFOLLOW", arch.noFollow()),
                flag("O_NOATIME", 0x40000),
                flag("O_CLOEXEC", KernelConstants.O_CLOEXEC),
                flag("O_PATH", KernelConstants.O_PATH),
                flag("O_TMPFILE", TMPFILE | arch.directory()),
                flag("__O_TMPFILE", TMPFILE),
                flag("O_DIRECTORY", arch.directory()),
                flag("FASYNC", 0x2000));
    }

    static void appendOpen(StringBuilder line, FlagNames names, long flags) {
        names.append(line, ACCESS_MODES[(int) flags & ACCESS_MODE], flags & ~ACCESS_MODE);
    }

    /** Whether open with these flags reads its mode argument. */
    static boolean isModeUsed(long flags) {
        return (flags & (KernelConstants.O_CREAT | TMPFILE)) != 0;
    }

    static void appendStatx(StringBuilder line, long flags) {
        AT.append(line, SYNC_KINDS[(int) (flags >> SYNC_SHIFT) & 3], flags & ~SYNC_KIND);
    }
}
