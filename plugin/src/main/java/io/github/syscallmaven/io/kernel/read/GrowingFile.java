package io.github.syscallmaven.io.kernel.read;

import static io.github.syscallmaven.syscall.Errno.EEXIST;
import static io.github.syscallmaven.syscall.Errno.ENOENT;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.StatMapping;
import io.github.syscallmaven.io.kernel.call.Target;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.util.Optional;

/**
 * A file that is appended to while others read it. An old file is not truncated but replaced, so that its other hard
 * links, and whoever has it open, keep its bytes.
 */
public final class GrowingFile {
    private static final int MODE = 0666;

    /** Against those who make a file of this name whenever it is gone. */
    private static final int TRIES = 10;

    private final Kernel kernel;
    private final Fd directory;
    private final BytePath name;
    private final BytePath shown;

    /** The target's name is a single component. */
    public GrowingFile(Kernel kernel, Target target) {
        this.kernel = kernel;
        this.directory = target.directory();
        this.name = target.name();
        this.shown = target.shown();
    }

    /** The descriptor of a new file, or of what is there. */
    public int open(boolean anew) throws IOException {
        return anew ? create() : goOn();
    }

    private int create() throws IOException {
        for (int tries = 1; ; tries++) {
            remove();
            try {
                return kernel.openat(directory.number(), name, kernel.createFlags() | KernelConstants.O_APPEND, MODE);
            } catch (SyscallException e) {
                if (!e.is(EEXIST) || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void remove() throws IOException {
        Optional<Stat> old = kernel.stat(directory.number(), name);
        if (old.isPresent()) {
            StableRead.requireRegular(StatMapping.typeOf(old.get()), shown);
            try {
                kernel.unlinkat(directory.number(), name);
            } catch (SyscallException e) {
                if (!e.is(ENOENT)) {
                    throw e;
                }
            }
        }
    }

    /** A FIFO without a reader is refused by O_NONBLOCK and not waited for, one that has a reader once it is open. */
    private int goOn() throws IOException {
        int fd = kernel.openat(directory.number(), name, appending(), MODE);
        try {
            StableRead.requireRegular(StatMapping.typeOf(kernel.stat(fd)), shown);
            return fd;
        } catch (IOException e) {
            kernel.closeReadOnly(fd);
            throw e;
        }
    }

    private int appending() {
        return KernelConstants.O_WRONLY
                | KernelConstants.O_APPEND
                | KernelConstants.O_CREAT
                | KernelConstants.O_NONBLOCK
                | KernelConstants.O_NOCTTY
                | KernelConstants.O_CLOEXEC
                | kernel.noFollowFlag();
    }
}
