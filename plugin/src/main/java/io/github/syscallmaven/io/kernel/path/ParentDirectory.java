package io.github.syscallmaven.io.kernel.path;

import static io.github.syscallmaven.syscall.Errno.EEXIST;
import static io.github.syscallmaven.syscall.Errno.ENOENT;
import static io.github.syscallmaven.syscall.Errno.ENOTDIR;
import static io.github.syscallmaven.syscall.Errno.ENOTEMPTY;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.Sync;
import io.github.syscallmaven.io.kernel.call.Target;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The open directory that a file is written into, and which directories on the way to it were created for that. Needs
 * two descriptors, whatever the depth.
 */
public final class ParentDirectory implements AutoCloseable {
    private final Kernel kernel;
    private final Beneath beneath;
    private final Fd root;
    private final BytePath rootPath;
    private final BytePath name;
    private final BytePath shown;
    private final Sync sync;
    /** The deepest first. */
    private final Deque<Made> made = new ArrayDeque<>();

    private final Fd directory;

    /**
     * A directory that was made.
     *
     * @param start where in the name its own begins
     * @param end and where it ends
     * @param in the directory that it is in
     */
    private record Made(int start, int end, @Nullable Stat in) {}

    /**
     * Opens the directory of this name, and makes it when it is missing. A failure leaves none behind.
     *
     * @param target the directory, from the root; it is shown as the file that is to be in it
     */
    public ParentDirectory(Kernel kernel, Beneath beneath, BytePath rootPath, Target target, Sync sync)
            throws IOException {
        this.rootPath = rootPath;
        this.kernel = kernel;
        this.beneath = beneath;
        this.root = target.directory();
        this.name = target.name();
        this.shown = target.shown();
        this.sync = sync;
        this.directory = open();
    }

    private Fd open() throws IOException {
        try {
            return beneath.openDirectory(root.number(), name, kernel.directoryFlags(), shown);
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
        Fd at = beneath.openDirectory(root.number(), BytePath.EMPTY, kernel.directoryFlags(), shown);
        int start = 0;
        while (start < name.length()) {
            int end = name.indexOf((byte) '/', start);
            try (Fd in = at) {
                BytePath component = name.slice(start, end);
                makeOne(in, component, start, end);
                at = beneath.openDirectory(in.number(), component, kernel.directoryFlags(), shown);
            }
            start = end + 1;
        }
        return at;
    }

    private void makeOne(Fd in, BytePath component, int start, int end) throws SyscallException {
        try {
            kernel.mkdirat(in.number(), component);
        } catch (SyscallException e) {
            if (e.is(EEXIST)) {
                return;
            }
            throw e;
        }
        made.push(new Made(start, end, Ascent.identity(kernel, in)));
        sync.directory(in);
    }

    public Fd directory() {
        return directory;
    }

    /** Removes the new directories again, after a failure. One that somebody uses by now stays. */
    public void remove(Throwable failure) {
        Fd in = null;
        for (Made one : made) {
            try {
                Fd below = in;
                in = null;
                in = above(below, one);
                kernel.rmdir(in.number(), name.slice(one.start, one.end));
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
        if (in != null) {
            in.close();
        }
    }

    /** The directory that one was made in, from the one below where that is the way; that one is closed. */
    private Fd above(@Nullable Fd below, Made one) throws IOException {
        try (below) {
            Fd above = below == null ? null : Ascent.from(kernel, below, one.in);
            if (above != null) {
                return above;
            }
            BytePath path = name.slice(0, Math.max(0, one.start - 1));
            return beneath.openDirectory(root.number(), path, kernel.directoryPathFlags(), shown);
        }
    }

    private IOException remains(Made one, @Nullable String reason, IOException e) {
        return new IOException("the new directory '" + name.slice(0, one.end) + "' could not be removed: " + reason, e);
    }

    @Override
    public void close() {
        directory.close();
    }
}
