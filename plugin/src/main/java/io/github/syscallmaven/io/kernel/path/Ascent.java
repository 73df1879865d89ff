package io.github.syscallmaven.io.kernel.path;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import org.jspecify.annotations.Nullable;

/** Goes from a directory up to its parent of the walk, at the same cost at any depth. */
public final class Ascent {
    private static final BytePath UP = BytePath.of("..");

    private Ascent() {}

    /** By which a directory is known again, once it was closed; null when the kernel does not tell. */
    public static @Nullable Stat identity(Kernel kernel, Fd directory) {
        try {
            return kernel.stat(directory.number());
        } catch (SyscallException unknown) {
            return null;
        }
    }

    /** The directory above this one; null unless it is the wanted one, which {@code ..} alone does not promise. */
    public static @Nullable Fd from(Kernel kernel, Fd below, @Nullable Stat wanted) {
        if (wanted == null) {
            return null;
        }
        Fd directory = null;
        try {
            directory = new Fd(kernel, kernel.openat(below.number(), UP, kernel.directoryPathFlags(), 0));
            if (kernel.stat(directory.number()).isSameFile(wanted)) {
                return directory;
            }
        } catch (SyscallException notToBeOpened) {
            // Then by its name.
        }
        if (directory != null) {
            directory.close();
        }
        return null;
    }
}
