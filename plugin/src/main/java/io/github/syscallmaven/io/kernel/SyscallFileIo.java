package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.syscall.Errno.EEXIST;
import static io.github.syscallmaven.syscall.Errno.ENOENT;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.path.Beneath;
import io.github.syscallmaven.io.kernel.path.Leftovers;
import io.github.syscallmaven.io.kernel.path.Obstacle;
import io.github.syscallmaven.io.kernel.read.SmallRead;
import io.github.syscallmaven.io.kernel.read.StableRead;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Files by system calls. */
public final class SyscallFileIo implements FileIo {
    private final Kernel kernel;
    private final KernelAccess access;

    public SyscallFileIo(Syscalls syscalls) {
        this(syscalls, InstantSource.system(), Pause.SLEEP);
    }

    /** {@code clock} tells how long ago a file was changed. */
    SyscallFileIo(Syscalls syscalls, InstantSource clock, Pause pause) {
        this.kernel = new Kernel(syscalls);
        Beneath beneath = new Beneath(kernel);
        this.access = new KernelAccess(
                kernel,
                beneath,
                new StableRead(kernel, clock, pause),
                new SmallRead(kernel, beneath, clock),
                new Leftovers(kernel, pause));
    }

    @Override
    public SyscallRoot open(BytePath directory) throws IOException {
        requireName(directory);
        try {
            return root(directory, List.of());
        } catch (SyscallException e) {
            throw notOpened(directory, e);
        }
    }

    @Override
    public SyscallRoot openOrCreate(BytePath directory) throws IOException {
        requireName(directory);
        try {
            return root(directory, List.of());
        } catch (SyscallException e) {
            if (!e.is(ENOENT)) {
                throw notOpened(directory, e);
            }
        }
        List<BytePath> made = new ArrayList<>();
        create(directory, made);
        try {
            return root(directory, made);
        } catch (SyscallException e) {
            throw notOpened(directory, e);
        }
    }

    private SyscallRoot root(BytePath directory, List<BytePath> made) throws SyscallException {
        Fd opened = new Fd(kernel, kernel.openTrusted(directory));
        return new SyscallRoot(access, directory, opened, made);
    }

    private IOException notOpened(BytePath directory, SyscallException e) {
        return e.about(directory.toString(), e.reason() + Obstacle.onTheWayTo(kernel, directory));
    }

    /**
     * Opens a file to append to while others look at it, under the rules that {@link Root#write} has for names: below
     * the directory, over no link, and nothing but a regular file. What is missing is made.
     *
     * @param anew whether a file of this name gives way to an empty one
     * @return the descriptor, which is the caller's to close
     */
    public int openToAppend(BytePath directory, BytePath name, boolean anew) throws IOException {
        try (SyscallRoot root = openOrCreate(directory)) {
            return root.openToAppend(name, anew);
        }
    }

    private static void requireName(BytePath directory) throws RefusedException {
        if (directory.isEmpty() || directory.indexOf((byte) 0, 0) < directory.length()) {
            throw new RefusedException(directory.toString(), "it is empty or holds a NUL byte");
        }
        if (directory.length() > BytePath.MAX_LENGTH) {
            throw new RefusedException(directory.toString(), "it is longer than " + BytePath.MAX_LENGTH + " bytes");
        }
    }

    /** Makes the directory; when its parent is missing, that one first. */
    private void create(BytePath directory, List<BytePath> made) throws IOException {
        try {
            mkdir(directory, made);
            return;
        } catch (SyscallException e) {
            if (!e.is(ENOENT) || directory.parent().isEmpty()) {
                throw notMade(directory, e);
            }
        }
        create(directory.parent(), made);
        try {
            mkdir(directory, made);
        } catch (SyscallException e) {
            throw notMade(directory, e);
        }
    }

    /** Notes the directory in which the new name is. */
    private void mkdir(BytePath directory, List<BytePath> made) throws SyscallException {
        try {
            kernel.mkdirat(KernelConstants.AT_FDCWD, directory);
            BytePath above = directory.parent();
            made.add(above.isEmpty() ? BytePath.of(directory.isAbsolute() ? "/" : ".") : above);
        } catch (SyscallException e) {
            if (!e.is(EEXIST)) {
                throw e;
            }
        }
    }

    private IOException notMade(BytePath directory, SyscallException e) {
        String obstacle = Obstacle.onTheWayTo(kernel, directory);
        String meaning = obstacle.isEmpty() ? "; the directory is missing, and cannot be made" : obstacle;
        return e.about(directory.toString(), e.reason() + meaning);
    }
}
