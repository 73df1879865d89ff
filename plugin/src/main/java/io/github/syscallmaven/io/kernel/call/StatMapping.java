package io.github.syscallmaven.io.kernel.call;

import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.syscall.Dirents;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.Stat;
import java.time.Instant;

/** Maps the kernel's structures to the types of the seam. */
public final class StatMapping {
    private StatMapping() {}

    public static FileFacts of(Stat stat) {
        return new FileFacts(
                typeOf(stat),
                stat.size(),
                Instant.ofEpochSecond(stat.mtimeSeconds(), stat.mtimeNanos()),
                stat.permissions(),
                stat.device(),
                stat.inode());
    }

    public static boolean isSymbolicLink(Stat stat) {
        return typeOf(stat) == FileType.SYMLINK;
    }

    public static FileType typeOf(Stat stat) {
        return switch (stat.type()) {
            case KernelConstants.S_IFREG -> FileType.REGULAR;
            case KernelConstants.S_IFDIR -> FileType.DIRECTORY;
            case KernelConstants.S_IFLNK -> FileType.SYMLINK;
            case KernelConstants.S_IFIFO -> FileType.FIFO;
            case KernelConstants.S_IFSOCK -> FileType.SOCKET;
            case KernelConstants.S_IFCHR -> FileType.CHARACTER_DEVICE;
            case KernelConstants.S_IFBLK -> FileType.BLOCK_DEVICE;
            default -> FileType.UNKNOWN;
        };
    }

    /** What a directory says of its entry; {@link FileType#UNKNOWN} where the file system leaves it to statx(2). */
    public static FileType typeOf(Dirents entry) {
        return switch (entry.type()) {
            case Dirents.DT_REG -> FileType.REGULAR;
            case Dirents.DT_DIR -> FileType.DIRECTORY;
            case Dirents.DT_LNK -> FileType.SYMLINK;
            case Dirents.DT_FIFO -> FileType.FIFO;
            case Dirents.DT_SOCK -> FileType.SOCKET;
            case Dirents.DT_CHR -> FileType.CHARACTER_DEVICE;
            case Dirents.DT_BLK -> FileType.BLOCK_DEVICE;
            default -> FileType.UNKNOWN;
        };
    }
}
