package io.github.syscallmaven.io.kernel.write;

import static io.github.syscallmaven.syscall.Errno.EEXIST;
import static io.github.syscallmaven.syscall.Errno.ENOENT;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.TemporaryName;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.Scratch;
import io.github.syscallmaven.io.kernel.call.Sync;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file with a random name beside its target, to be renamed to the target.
 *
 * <p>It has a name, unlike with O_TMPFILE, which cannot replace a file, and whose fsync does nothing on btrfs.
 */
final class Temporary {
    private static final int NAMES_TO_TRY = 100;
    private static final int ALL_MAY_READ_AND_WRITE = 0666;
    private static final int ONLY_WE_MAY = 0600;

    private final Kernel kernel;
    private final Fd directory;
    private final BytePath name;
    private final int fd;

    private Temporary(Kernel kernel, Fd directory, BytePath name, int fd) {
        this.kernel = kernel;
        this.directory = directory;
        this.name = name;
        this.fd = fd;
    }

    /** Makes an empty one. Nobody else can read one that is to replace a file, until it has that file's permissions. */
    static Temporary create(Kernel kernel, Fd directory, boolean replaces) throws SyscallException {
        int mode = replaces ? ONLY_WE_MAY : ALL_MAY_READ_AND_WRITE;
        for (int tries = 1; ; tries++) {
            BytePath name = TemporaryName.of(kernel.random());
            try {
                int fd = kernel.openat(directory.number(), name, kernel.createFlags(), mode);
                return new Temporary(kernel, directory, name, fd);
            } catch (SyscallException e) {
                if (!e.is(EEXIST) || tries == NAMES_TO_TRY) {
                    throw e;
                }
            }
        }
    }

    BytePath name() {
        return name;
    }

    /**
     * Fills it, gives it the rights of the old file if there is one, syncs and closes it; removes it when that fails.
     * Returns its attributes after all bytes are written, before owner and permissions are changed.
     */
    Stat complete(Content content, @Nullable OldFile old, Sync sync, BytePath shown, List<String> warnings)
            throws IOException {
        boolean open = true;
        try {
            fill(content);
            Stat stat = kernel.stat(fd);
            if (old != null) {
                new Rights(kernel, fd, shown, warnings).takeOver(old, stat);
            }
            sync.file(fd);
            open = false;
            kernel.closeWritten(fd);
            return stat;
        } catch (IOException | RuntimeException | Error e) {
            if (open) {
                kernel.closeReadOnly(fd);
            }
            remove(e);
            throw e;
        }
    }

    /** Gives out what it was filled with, once it is complete. */
    void copyTo(OutputStream out) throws IOException {
        NativeBuffer buffer = Scratch.ofThread().take();
        try (Fd file = new Fd(kernel, kernel.openat(directory.number(), name, kernel.readFlags(), 0))) {
            byte[] piece = new byte[buffer.size()];
            long position = 0;
            for (int read = kernel.pread(file.number(), buffer, position);
                    read > 0;
                    read = kernel.pread(file.number(), buffer, position)) {
                buffer.bytes().get(0, piece, 0, read);
                out.write(piece, 0, read);
                position += read;
            }
        } finally {
            Scratch.ofThread().give(buffer);
        }
    }

    private void fill(Content content) throws IOException {
        NativeBuffer buffer = Scratch.ofThread().take();
        try {
            FileOutput.write(kernel, fd, buffer, content);
        } finally {
            Scratch.ofThread().give(buffer);
        }
    }

    /** After a failure. */
    void remove(Throwable failure) {
        try {
            remove();
        } catch (SyscallException e) {
            failure.addSuppressed(
                    new IOException("the temporary '" + name + "' beside it could not be removed: " + e.reason(), e));
        }
    }

    void remove() throws SyscallException {
        try {
            kernel.unlinkat(directory.number(), name);
        } catch (SyscallException e) {
            if (!e.is(ENOENT)) {
                throw e;
            }
        }
    }
}
