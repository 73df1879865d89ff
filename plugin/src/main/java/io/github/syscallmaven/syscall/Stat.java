package io.github.syscallmaven.syscall;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.StatLayout;
import java.nio.ByteBuffer;

/**
 * What statx(2), or newfstatat(2) where there is no statx, returns about a file.
 *
 * @param mode type and permissions, as st_mode
 * @param device device number, made of major and minor
 * @param size in bytes
 * @param mtimeSeconds time of the last change of the contents, seconds since 1970
 * @param ctimeSeconds time of the last change of contents or inode, seconds since 1970
 */
public record Stat(
        int mode,
        int uid,
        int gid,
        long device,
        long inode,
        long size,
        long mtimeSeconds,
        int mtimeNanos,
        long ctimeSeconds,
        int ctimeNanos) {
    /** Size of struct statx, in bytes; larger than any CPU's struct stat. */
    public static final int STATX_SIZE = 256;

    /** STATX_BASIC_STATS: all that stat(2) gives. */
    public static final int BASIC = 0x7ff;

    private static final int PERMISSIONS = 07777;

    /** Reads struct statx, which is the same on every CPU. */
    public static Stat ofStatx(NativeBuffer result) {
        ByteBuffer bytes = result.bytes();
        return new Stat(
                Short.toUnsignedInt(bytes.getShort(28)),
                bytes.getInt(20),
                bytes.getInt(24),
                ((long) bytes.getInt(136) << 32) | Integer.toUnsignedLong(bytes.getInt(140)),
                bytes.getLong(32),
                bytes.getLong(40),
                bytes.getLong(112),
                bytes.getInt(120),
                bytes.getLong(96),
                bytes.getInt(104));
    }

    /** Reads this CPU's struct stat. */
    public static Stat ofStat(Arch arch, NativeBuffer result) {
        ByteBuffer bytes = result.bytes();
        StatLayout layout = arch.stat();
        return new Stat(
                bytes.getInt(layout.mode()),
                bytes.getInt(layout.uid()),
                bytes.getInt(layout.uid() + Integer.BYTES),
                bytes.getLong(StatLayout.DEV),
                bytes.getLong(StatLayout.INO),
                bytes.getLong(StatLayout.LENGTH),
                bytes.getLong(StatLayout.MTIME),
                (int) bytes.getLong(StatLayout.MTIME + Long.BYTES),
                bytes.getLong(StatLayout.CTIME),
                (int) bytes.getLong(StatLayout.CTIME + Long.BYTES));
    }

    /** One of the S_IF constants of {@link KernelConstants}. */
    public int type() {
        return mode & KernelConstants.S_IFMT;
    }

    public boolean isRegular() {
        return type() == KernelConstants.S_IFREG;
    }

    public boolean isDirectory() {
        return type() == KernelConstants.S_IFDIR;
    }

    /** Permissions with the set-id and sticky bits. */
    public int permissions() {
        return mode & PERMISSIONS;
    }

    public boolean isSameFile(Stat other) {
        return device == other.device && inode == other.inode;
    }

    /** Whether nothing tells that the file was written, or replaced, between the two. */
    public boolean isUnchanged(Stat other) {
        return isSameFile(other)
                && size == other.size
                && mtimeSeconds == other.mtimeSeconds
                && mtimeNanos == other.mtimeNanos
                && ctimeSeconds == other.ctimeSeconds
                && ctimeNanos == other.ctimeNanos;
    }
}
