package io.github.syscallmaven.io.kernel.call;

import static io.github.syscallmaven.syscall.Errno.EBADF;
import static io.github.syscallmaven.syscall.Errno.EINVAL;
import static io.github.syscallmaven.syscall.Errno.ENOSYS;
import static io.github.syscallmaven.syscall.Errno.EOPNOTSUPP;
import static io.github.syscallmaven.syscall.Errno.EROFS;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.syscall.SyscallException;
import java.util.List;

/**
 * fsync(2), if the write asks for it. A file system that cannot sync causes a warning. A failed sync is an error and is
 * never repeated, since the kernel reports lost pages only once.
 */
public final class Sync {
    private final Kernel kernel;
    private final boolean wanted;
    private final BytePath shown;
    private final List<String> warnings;

    public Sync(Kernel kernel, Durability durability, BytePath shown, List<String> warnings) {
        this.kernel = kernel;
        this.wanted = durability == Durability.FULL;
        this.shown = shown;
        this.warnings = warnings;
    }

    public boolean isWanted() {
        return wanted;
    }

    public void file(int fd) throws SyscallException {
        if (wanted) {
            try {
                kernel.fsync(fd);
            } catch (SyscallException e) {
                warnIf(e.is(EINVAL, EROFS, ENOSYS, EOPNOTSUPP), e);
            }
        }
    }

    /**
     * Makes the names in a directory durable. Some network and FUSE file systems take no descriptor that is read-only.
     */
    public void directory(Fd directory) throws SyscallException {
        if (wanted) {
            try {
                kernel.fsync(directory.number());
            } catch (SyscallException e) {
                warnIf(e.is(EINVAL, EROFS, ENOSYS, EOPNOTSUPP, EBADF), e);
            }
        }
    }

    private void warnIf(boolean unable, SyscallException e) throws SyscallException {
        if (!unable) {
            throw e;
        }
        String warning =
                "'" + shown + "' may not survive a power failure: its file system cannot sync (" + e.reason() + ").";
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }
}
