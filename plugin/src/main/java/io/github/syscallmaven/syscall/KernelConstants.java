package io.github.syscallmaven.syscall;

import io.github.syscallmaven.syscall.arch.OpenFlags;

/**
 * Flags that have one value on every CPU that Linux runs Java on, under their kernel names. Those that differ are in
 * {@link OpenFlags}.
 *
 * <p>Source: Linux, {@code include/uapi/asm-generic/fcntl.h}, {@code include/uapi/linux/fcntl.h}, {@code openat2.h},
 * {@code stat.h}, {@code fs.h}.
 */
public final class KernelConstants {
    public static final int AT_FDCWD = -100;

    public static final int O_RDONLY = 0;
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 0x40;
    public static final int O_EXCL = 0x80;
    public static final int O_NOCTTY = 0x100;
    public static final int O_TRUNC = 0x200;
    public static final int O_APPEND = 0x400;
    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;
    public static final int O_PATH = 0x200000;

    public static final int AT_SYMLINK_NOFOLLOW = 0x100;
    public static final int AT_REMOVEDIR = 0x200;
    public static final int AT_NO_AUTOMOUNT = 0x800;
    public static final int AT_EMPTY_PATH = 0x1000;

    public static final int RESOLVE_NO_MAGICLINKS = 2;
    public static final int RESOLVE_NO_SYMLINKS = 4;
    public static final int RESOLVE_BENEATH = 8;

    public static final int RENAME_NOREPLACE = 1;

    public static final int LOCK_SH = 1;
    public static final int LOCK_EX = 2;
    public static final int LOCK_NB = 4;

    public static final int POSIX_FADV_SEQUENTIAL = 2;

    public static final int GRND_NONBLOCK = 1;

    public static final int S_IFMT = 0xf000;
    public static final int S_IFIFO = 0x1000;
    public static final int S_IFCHR = 0x2000;
    public static final int S_IFDIR = 0x4000;
    public static final int S_IFBLK = 0x6000;
    public static final int S_IFREG = 0x8000;
    public static final int S_IFLNK = 0xa000;
    public static final int S_IFSOCK = 0xc000;

    private KernelConstants() {}
}
