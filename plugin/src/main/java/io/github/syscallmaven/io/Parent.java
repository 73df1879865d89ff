package io.github.syscallmaven.io;

import static io.github.syscallmaven.syscall.Errno.EEXIST;
import static io.github.syscallmaven.syscall.Errno.ENOENT;
import static io.github.syscallmaven.syscall.Errno.ENOTDIR;
import static io.github.syscallmaven.syscall.Errno.ENOTEMPTY;

import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a file is written into, open, and which of the directories on the way to it were made for that. However
 * many those are, two descriptors are enough.
 */
final class Parent implements AutoCloseable {
    private final Kernel kernel;
    private final Beneath beneath;
    private final Fd root;
    private final BytePath rootPath;
    private final BytePath name;
    private final BytePath shown;
    private final Sync sync;
    /** Where in the name those that were made end, the deepest first. */
    private final Deque<Integer> made = new ArrayDeque<>();

    private final Fd directory;

    /**
     * Opens the directory of this name, and makes it when it is missing. A failure leaves none behind.
     *
     * @param name empty for the root itself
     * @param shown the file that is to be in it
     */
    Parent(Kernel kernel, Beneath beneath, Fd root, BytePath rootPath, BytePath name, BytePath shown, Sync sync)
            throws IOException {
        this.rootPath = rootPath;
        this.kernel = kernel;
        this.beneath = beneath;
        this.root = root;
        this.name = name;
        this.shown = shown;
        this.sync = sync;
        this.directory = open();
    }

    private Fd open() throws IOException {
        try {
            return beneath.openDirectory(root.number(), name, kernel.directory(), shown);
        } catch (NoSuchFileException missing) {
            try {
                return make();
            } catch (IOException | RuntimeException | Error e) {
                remove(e);
                throw e;
            }
        } catch (FileSystemException e) {
            throw e.getCause() instanceof SyscallException reason && reason.is(ENOTDIR)
                    ? reason.about(shown.toString(), reason.reason() + Obstacle.below(kernel, root, rootPath, name))
                    : e;
        }
    }

    /** Goes down from the root one name at a time, which nothing but a directory of that name can lead astray. */
    private Fd make() throws IOException {
        Fd at = beneath.openDirectory(root.number(), BytePath.EMPTY, kernel.directory(), shown);
        int start = 0;
        while (start < name.length()) {
            int end = name.indexOf((byte) '/', start);
            try (Fd in = at) {
                BytePath component = name.slice(start, end);
                makeOne(in, component, end);
                at = beneath.openDirectory(in.number(), component, kernel.directory(), shown);
            }
            start = end + 1;
        }
        return at;
    }

    private void makeOne(Fd in, BytePath component, int end) throws SyscallException {
        try {
            kernel.mkdirat(in.number(), component);
        } catch (SyscallException e) {
            if (e.is(EEXIST)) {
                return;
            }
            throw e;
        }
        made.push(end);
        sync.directory(in);
    }

    Fd directory() {
        return directory;
    }

    int number() {
        return directory.number();
    }

    /** Removes the new directories again, after a failure. One that somebody uses by now stays. */
    void remove(Throwable failure) {
        for (int end : made) {
            BytePath one = name.slice(0, end);
            try (Fd in = beneath.openDirectory(root.number(), one.parent(), kernel.directoryPath(), shown)) {
                kernel.rmdir(in.number(), one.fileName());
            } catch (NoSuchFileException gone) {
                // Then so is what was in it.
            } catch (SyscallException e) {
                if (!e.is(ENOENT, ENOTEMPTY, EEXIST)) {
                    failure.addSuppressed(remains(one, e.reason(), e));
                }
            } catch (IOException e) {
                failure.addSuppressed(remains(one, e.getMessage(), e));
            }
        }
    }

    private static IOException remains(BytePath made, @Nullable String reason, IOException e) {
        return new IOException("the new directory '" + made + "' could not be removed: " + reason, e);
    }

    @Override
    public void close() {
        directory.close();
    }
}
