package io.github.syscallmaven.syscall.stub;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * A folder in which nobody but root can replace what we put there: it and every folder on the way to it belongs to this
 * user or to root, and others cannot write to it unless it is sticky, in which case they cannot rename or remove what
 * is ours.
 *
 * <p>In a user namespace that does not map root, root's files have the owner that all unmapped users share, and are
 * taken for root's there.
 */
final class TrustedFolder {
    static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final int ROOT = 0;
    private static final int STICKY = 01000;
    private static final int WRITABLE_BY_OTHERS = 022;

    /** Which belongs to root in every namespace. */
    private static final Path OF_ROOT = Path.of("/proc");

    private static final Path STATUS = Path.of("/proc/self/status");

    private TrustedFolder() {}

    /**
     * The folder without any symbolic link in its path. When it is missing it is made, for this user alone whatever the
     * umask; nothing is made in a folder that is not trusted.
     *
     * @throws IOException when it is not to be trusted or cannot be made
     */
    static Path of(Path folder) throws IOException {
        Path wanted = folder.toAbsolutePath();
        Path present = wanted;
        while (Files.notExists(present, LinkOption.NOFOLLOW_LINKS) && present.getParent() != null) {
            present = present.getParent();
        }
        Set<Integer> trusted = Set.copyOf(List.of(ROOT, number(OF_ROOT, "unix:uid"), ourselves()));
        requireTrusted(present.toRealPath(), trusted);
        Files.createDirectories(wanted, OURS_ALONE);
        Path real = wanted.toRealPath();
        requireTrusted(real, trusted);
        return real;
    }

    private static void requireTrusted(Path real, Set<Integer> trusted) throws IOException {
        for (Path at = real; at != null; at = at.getParent()) {
            int owner = number(at, "unix:uid");
            int mode = number(at, "unix:mode");
            if (!trusted.contains(owner)) {
                throw untrusted(at, "it belongs to user " + owner);
            }
            if ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
                throw untrusted(at, String.format("others may write to it (mode %04o)", mode & 07777));
            }
        }
    }

    private static IOException untrusted(Path folder, String why) {
        return new FileSystemException(
                folder.toString(), null, why + ", so that somebody could replace what is loaded from there");
    }

    private static int number(Path folder, String attribute) throws IOException {
        return (int) Files.getAttribute(folder, attribute, LinkOption.NOFOLLOW_LINKS);
    }

    /** The user that our files belong to: the last of four numbers, see proc(5). */
    static int ourselves() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("Uid:")) {
                return Integer.parseUnsignedInt(line.substring(line.lastIndexOf('\t') + 1));
            }
        }
        throw new FileSystemException(STATUS.toString(), null, "it does not name this process's user");
    }
}
