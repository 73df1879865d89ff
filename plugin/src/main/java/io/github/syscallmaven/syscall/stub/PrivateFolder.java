package io.github.syscallmaven.syscall.stub;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A new folder that only this user can read, for libraries to load. Removed when it is closed.
 *
 * <p>A file in it is locked until then. A lock ends with its process, so folders of killed runs can be told from those
 * in use.
 */
final class PrivateFolder implements Closeable {
    private static final String PREFIX = "syscall-";
    private static final String LOCK = "lock";
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Against those who take it for a leftover in the instant before it is locked. */
    private static final int TRIES = 10;

    private final Path path;
    private final List<Closeable> open = new ArrayList<>();
    private Path pinned;

    private PrivateFolder(Path path) {
        this.path = path;
        this.pinned = path;
    }

    /** A new one in this folder, which is {@link TrustedFolder trusted}. */
    static PrivateFolder in(Path folder) throws IOException {
        for (int tries = 1; tries <= TRIES; tries++) {
            PrivateFolder made =
                    new PrivateFolder(Files.createTempDirectory(folder, ownPrefix(), TrustedFolder.OURS_ALONE));
            try {
                if (made.lock()) {
                    made.pin();
                    return made;
                }
            } catch (NoSuchFileException removed) {
                // As if it had not been locked.
            } catch (IOException | RuntimeException | Error e) {
                made.close();
                throw e;
            }
            made.close();
        }
        throw new FileSystemException(folder.toString(), null, "what is made in it is removed at once");
    }

    /** The process is named as its own lock would not stop it: closing any descriptor of a file ends all of them. */
    private static String ownPrefix() {
        return PREFIX + ProcessHandle.current().pid() + "-";
    }

    /** Whether nobody else has got hold of it. */
    private boolean lock() throws IOException {
        Path file = path.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OURS_ALONE);
        open.add(channel);
        try {
            return channel.tryLock() != null && Files.exists(file);
        } catch (IOException noLocksHere) {
            // Then nobody else gets one either, and removes anything.
            return true;
        }
    }

    /**
     * From here on the folder is known by a descriptor, which nobody can lead elsewhere; without /proc, by its name.
     */
    @SuppressWarnings("StreamResourceLeak") // it is open as long as the folder is
    private void pin() throws IOException {
        open.add(Files.newDirectoryStream(path));
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                if (isOfThisFolder(descriptor)) {
                    pinned = descriptor;
                    return;
                }
            }
        } catch (NoSuchFileException withoutProc) {
            // The name will do.
        }
    }

    private boolean isOfThisFolder(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).equals(path);
        } catch (NoSuchFileException closedByNow) {
            return false;
        }
    }

    /** Its name. */
    Path path() {
        return path;
    }

    /**
     * Makes a file of these bytes, reads it back and compares.
     *
     * @return its path, by the folder's descriptor
     */
    Path write(String name, byte[] bytes) throws IOException {
        Path file = pinned.resolve(name);
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, OURS_ALONE)) {
            ByteBuffer from = ByteBuffer.wrap(bytes);
            while (from.hasRemaining()) {
                channel.write(from);
            }
            ByteBuffer back = ByteBuffer.allocate(bytes.length + 1);
            while (channel.read(back, back.position()) > 0) {
                // More may follow.
            }
            if (!Arrays.equals(back.array(), 0, back.position(), bytes, 0, bytes.length)) {
                throw new FileSystemException(file.toString(), null, "it holds other bytes than were written");
            }
        }
        return file;
    }

    /** What cannot be removed is a leftover, which a later run will try to remove. */
    @Override
    public void close() {
        try {
            removeFiles(pinned);
            for (Closeable descriptor : open) {
                descriptor.close();
            }
            Files.deleteIfExists(path);
        } catch (IOException left) {
            // It is loaded, or is not, all the same.
        }
    }

    /** Removes those folders that killed runs have left in this one. */
    static void removeLeftovers(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, PREFIX + "*")) {
            int ourselves = TrustedFolder.ourselves();
            for (Path entry : entries) {
                if (!entry.getFileName().toString().startsWith(ownPrefix()) && isFolderOf(ourselves, entry)) {
                    removeIfLeft(entry);
                }
            }
        } catch (IOException left) {
            // A later run will try again.
        }
    }

    private static boolean isFolderOf(int user, Path entry) throws IOException {
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                && Files.getAttribute(entry, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                        .equals(user);
    }

    private static void removeIfLeft(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                removeFiles(folder);
                Files.deleteIfExists(folder);
            }
        } catch (NoSuchFileException neverLocked) {
            removeIfEmpty(folder);
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException notOurs) {
            // No run of this plugin begins without a lock.
        }
    }

    /** The lock as the last: without it nobody could tell that the others are left. */
    private static void removeFiles(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.equals(lock)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(lock);
    }
}
