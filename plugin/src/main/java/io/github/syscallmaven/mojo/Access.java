package io.github.syscallmaven.mojo;

import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.kernel.SyscallFileIo;
import io.github.syscallmaven.io.portable.PortableFileIo;
import io.github.syscallmaven.syscall.Syscalls;
import java.util.Optional;

/**
 * What a goal works with. It is the only access to files that a goal has.
 *
 * @param io for all files
 * @param kernel for what else there is to ask the kernel; empty when the work is done without the stub
 * @param why the stub is not used, as the end of a sentence; empty when it is
 */
public record Access(FileIo io, Optional<Syscalls> kernel, String why) {
    static Access by(Syscalls syscalls) {
        return new Access(new SyscallFileIo(syscalls), Optional.of(syscalls), "");
    }

    static Access portable(String why) {
        return new Access(new PortableFileIo(), Optional.empty(), why);
    }
}
