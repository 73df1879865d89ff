package io.github.syscallmaven.io.kernel.path;

import static io.github.syscallmaven.syscall.Errno.EAGAIN;
import static io.github.syscallmaven.syscall.Errno.ENOENT;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.TemporaryName;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.Scratch;
import io.github.syscallmaven.syscall.Dirents;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the temporary files that killed runs have left in a directory, and tells them from those in use.
 *
 * <p>A writer holds a shared flock(2) on the directory from before it makes its temporary file until it has renamed or
 * removed it. So whoever gets the exclusive lock knows that nobody is writing, and that every temporary file is a
 * leftover. Where locks are not to be had (some network file systems) nobody gets the exclusive one, and leftovers
 * stay.
 */
public final class Leftovers {
    /** Removing leftovers takes milliseconds. If another program holds the lock longer, we give up. */
    private static final int LOCK_TRIES = 5_000;

    private final Kernel kernel;
    private final Pause pause;

    /** Directories whose lock a stranger has kept from us. */
    private final Set<FileId> locked = ConcurrentHashMap.newKeySet();

    public Leftovers(Kernel kernel, Pause pause) {
        this.kernel = kernel;
        this.pause = pause;
    }

    private record FileId(long device, long inode) {}

    /** Removes them if nobody is writing in the directory. That some cannot be removed is told in the warnings. */
    public void remove(Fd directory, BytePath shown, List<String> warnings) {
        try {
            kernel.flock(directory.number(), KernelConstants.LOCK_EX | KernelConstants.LOCK_NB);
        } catch (SyscallException inUseOrNotLockable) {
            return;
        }
        NativeBuffer listing = Scratch.ofThread().take();
        try {
            removeLocked(directory, listing);
        } catch (IOException e) {
            warnings.add(
                    "Leftovers of an earlier run in '" + shown + "' could not be removed: " + e.getMessage() + ".");
        } finally {
            Scratch.ofThread().give(listing);
        }
    }

    /** One that cannot be removed, such as another user's in a sticky directory, is not in the way of the others. */
    private void removeLocked(Fd directory, NativeBuffer listing) throws IOException {
        SyscallException failure = null;
        for (int length = kernel.getdents(directory.number(), listing);
                length > 0;
                length = kernel.getdents(directory.number(), listing)) {
            Dirents records = new Dirents(listing, length);
            while (records.next()) {
                if (isTemporary(records)) {
                    try {
                        unlink(directory, BytePath.of(records.name()));
                    } catch (SyscallException e) {
                        failure = e;
                    }
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static boolean isTemporary(Dirents record) {
        boolean mayBeFile = record.type() == Dirents.DT_REG || record.type() == Dirents.DT_UNKNOWN;
        return mayBeFile && TemporaryName.is(BytePath.of(record.name()));
    }

    private void unlink(Fd directory, BytePath name) throws SyscallException {
        try {
            kernel.unlinkat(directory.number(), name);
        } catch (SyscallException e) {
            if (!e.is(ENOENT)) {
                throw e;
            }
        }
    }

    /**
     * From now until the descriptor is closed nobody takes our temporary for a leftover. A stranger who keeps the lock
     * to himself, as {@code flock target mvn} does, is waited for once, and a warning; as he is none of us, he removes
     * nothing.
     */
    public void announceWriting(Fd directory, BytePath shown, List<String> warnings) throws IOException {
        if (isLocked(directory)) {
            return;
        }
        FileId id = id(directory);
        if (locked.contains(id)) {
            return;
        }
        for (int tries = 1; tries < LOCK_TRIES; tries++) {
            pause.millis(1);
            if (isLocked(directory)) {
                return;
            }
        }
        if (locked.add(id)) {
            warnings.add("Waited " + LOCK_TRIES / 1_000 + " seconds in vain for the lock of directory '" + shown
                    + "', which another program holds, as flock(1) does; writing goes on without it.");
        }
    }

    /** Whether we have it now; or no locks are to be had here, so that nobody removes leftovers either. */
    private boolean isLocked(Fd directory) {
        try {
            kernel.flock(directory.number(), KernelConstants.LOCK_SH | KernelConstants.LOCK_NB);
            return true;
        } catch (SyscallException e) {
            return !e.is(EAGAIN);
        }
    }

    private FileId id(Fd directory) throws SyscallException {
        Stat stat = kernel.stat(directory.number());
        return new FileId(stat.device(), stat.inode());
    }
}
