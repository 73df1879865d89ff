package io.github.syscallmaven.io.portable.disk;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a file. If two of the same path are equal, the file was not written, replaced or given other
 * permissions in between, as far as the host shows.
 *
 * @param changed when anything of it changed last; that of the contents where the host has no other
 * @param key the file's identity; null where the host has none
 * @param owner of Unix; null elsewhere
 */
public record Attributes(
        FileType type,
        long size,
        FileTime modified,
        FileTime changed,
        @Nullable Object key,
        @Nullable Owner owner) {
    /** Of Unix: who owns the file, and what its permission bits are. */
    public record Owner(int uid, int gid, int permissions, long device, long inode) {}

    private static final String UNIX =
            "unix:isRegularFile,isDirectory,isSymbolicLink,size,lastModifiedTime,ctime,fileKey,"
                    + "mode,uid,gid,dev,ino";

    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 07777;

    /** Of a file, or of a directory, on a host that does not have permissions. */
    private static final int USUAL = 0644;

    private static final int USUAL_OF_DIRECTORY = 0755;

    static Attributes of(Path path, boolean unix) throws IOException {
        if (unix) {
            return ofUnix(Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS));
        }
        BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Attributes(
                typeOf(basic), basic.size(), basic.lastModifiedTime(), basic.lastModifiedTime(), basic.fileKey(), null);
    }

    private static Attributes ofUnix(Map<String, Object> values) {
        int mode = (int) number(values, "mode");
        return new Attributes(
                typeOf(values, mode),
                number(values, "size"),
                time(values, "lastModifiedTime"),
                time(values, "ctime"),
                values.get("fileKey"),
                new Owner(
                        (int) number(values, "uid"),
                        (int) number(values, "gid"),
                        mode & PERMISSIONS,
                        number(values, "dev"),
                        number(values, "ino")));
    }

    private static long number(Map<String, Object> values, String name) {
        return ((Number) Objects.requireNonNull(values.get(name), name)).longValue();
    }

    private static FileTime time(Map<String, Object> values, String name) {
        return (FileTime) Objects.requireNonNull(values.get(name), name);
    }

    private static FileType typeOf(Map<String, Object> values, int mode) {
        if (Boolean.TRUE.equals(values.get("isSymbolicLink"))) {
            return FileType.SYMLINK;
        } else if (Boolean.TRUE.equals(values.get("isRegularFile"))) {
            return FileType.REGULAR;
        } else if (Boolean.TRUE.equals(values.get("isDirectory"))) {
            return FileType.DIRECTORY;
        }
        return switch (mode & TYPE) {
            case 0010000 -> FileType.FIFO;
            case 0020000 -> FileType.CHARACTER_DEVICE;
            case 0060000 -> FileType.BLOCK_DEVICE;
            case 0140000 -> FileType.SOCKET;
            default -> FileType.UNKNOWN;
        };
    }

    /** A junction of Windows is a directory and something else at the same time. */
    private static FileType typeOf(BasicFileAttributes basic) {
        if (basic.isSymbolicLink()) {
            return FileType.SYMLINK;
        } else if (basic.isOther()) {
            return FileType.UNKNOWN;
        }
        return basic.isDirectory() ? FileType.DIRECTORY : FileType.REGULAR;
    }

    /**
     * For the user of the seam.
     *
     * @param real the path without links, which stands for the file where the host has no identity
     */
    public FileFacts facts(Path real) {
        if (owner != null) {
            return facts(owner.permissions, owner.device, owner.inode);
        }
        Object identity = key == null ? real.toString() : key;
        int permissions = type == FileType.DIRECTORY ? USUAL_OF_DIRECTORY : USUAL;
        return facts(
                permissions, 0, identity instanceof Number number ? number.longValue() : hash(identity.toString()));
    }

    private FileFacts facts(int permissions, long device, long inode) {
        return new FileFacts(type, size, modified.toInstant(), permissions, device, inode);
    }

    /** A 64-bit FNV-1a hash: two files of one tree do not collide by accident, but a collision can be constructed. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    public void requireRegular(BytePath shown) throws RefusedException {
        if (type != FileType.REGULAR) {
            throw new RefusedException(shown.toString(), "it is " + type.description() + ", not a regular file");
        }
    }
}
