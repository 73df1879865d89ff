package io.github.syscallmaven.io;

import static io.github.syscallmaven.syscall.Errno.EEXIST;

import io.github.syscallmaven.syscall.Fcntl;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.Syscalls;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Files by system calls. */
public final class SyscallFileIo implements FileIo {
    private final Kernel kernel;
    private final Beneath beneath;
    private final StableRead reader;
    private final SmallRead smallRead;

    public SyscallFileIo(Syscalls syscalls) {
        this(syscalls, InstantSource.system());
    }

    /** {@code clock} tells how long ago a file was changed. */
    public SyscallFileIo(Syscalls syscalls, InstantSource clock) {
        this.kernel = new Kernel(syscalls);
        this.beneath = new Beneath(kernel);
        this.reader = new StableRead(kernel, clock);
        this.smallRead = new SmallRead(kernel, beneath, clock);
    }

    @Override
    public Root open(BytePath directory) throws IOException {
        return open(directory, List.of());
    }

    private Root open(BytePath directory, List<BytePath> made) throws IOException {
        requireName(directory);
        try {
            return new SyscallRoot(
                    kernel, beneath, reader, smallRead, directory, new Fd(kernel, kernel.openTrusted(directory)), made);
        } catch (SyscallException e) {
            throw e.about(directory.toString());
        }
    }

    @Override
    public Root openOrCreate(BytePath directory) throws IOException {
        try {
            return open(directory);
        } catch (NoSuchFileException missing) {
            List<BytePath> made = new ArrayList<>();
            create(directory, made);
            return open(directory, made);
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
        } catch (NoSuchFileException e) {
            if (directory.parent().isEmpty()) {
                throw e;
            }
            create(directory.parent(), made);
            mkdir(directory, made);
        }
    }

    /** Notes the directory in which the new name is. */
    private void mkdir(BytePath directory, List<BytePath> made) throws IOException {
        try {
            kernel.mkdirat(Fcntl.AT_FDCWD, directory);
            BytePath above = directory.parent();
            made.add(above.isEmpty() ? BytePath.of(directory.isAbsolute() ? "/" : ".") : above);
        } catch (SyscallException e) {
            if (!e.is(EEXIST)) {
                throw e.about(directory.toString());
            }
        }
    }
}
