package io.github.syscallmaven.io.kernel.write;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.kernel.call.Acl;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.Sync;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file that a write is to replace, open if it can be read. */
final class OldFile implements AutoCloseable {
    private final Kernel kernel;
    private final Stat stat;
    private final @Nullable Fd file;
    private final @Nullable SyscallException unreadable;

    private OldFile(Kernel kernel, Stat stat, @Nullable Fd file, @Nullable SyscallException unreadable) {
        this.kernel = kernel;
        this.stat = stat;
        this.file = file;
        this.unreadable = unreadable;
    }

    /**
     * Opens the file of this name, of which {@code seen} is known. Whether one that cannot be opened may be replaced is
     * the directory's to say, and rename will tell.
     */
    static OldFile open(Kernel kernel, Fd directory, BytePath name, Stat seen) {
        Fd file;
        try {
            file = new Fd(kernel, kernel.openat(directory.number(), name, kernel.readFlags(), 0));
        } catch (SyscallException e) {
            return new OldFile(kernel, seen, null, e);
        }
        try {
            return new OldFile(kernel, kernel.stat(file.number()), file, null);
        } catch (SyscallException e) {
            file.close();
            return new OldFile(kernel, seen, null, e);
        }
    }

    /** Of the open file, which may be another by now than the one seen first. */
    Stat stat() {
        return stat;
    }

    /** Whether it holds this content and nothing else. One that cannot be read holds something else. */
    boolean holds(Content content) throws IOException {
        return file != null && ComparingOutput.isEqual(kernel, file, stat.size(), content);
    }

    /** Makes what it holds durable. */
    void sync(Sync sync) throws SyscallException {
        if (file != null) {
            sync.file(file.number());
        }
    }

    /** Who may do what with it, or why that is not known. */
    Acl acl() throws IOException {
        if (file == null) {
            throw Objects.requireNonNull(unreadable);
        }
        return kernel.accessAcl(file.number()).orElseGet(() -> Acl.of(stat.permissions()));
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
