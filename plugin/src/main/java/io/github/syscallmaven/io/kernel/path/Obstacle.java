package io.github.syscallmaven.io.kernel.path;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.StatMapping;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.util.Optional;

/** Finds what is in the place of a needed directory, for the message of a failure. */
public final class Obstacle {
    private static final BytePath TOP = BytePath.of("/");

    private final Kernel kernel;
    private final int flags;
    private int at;

    private Obstacle(Kernel kernel, int flags, int at) {
        this.kernel = kernel;
        this.flags = flags;
        this.at = at;
    }

    /**
     * On the way to this trusted directory, which may lead over symbolic links. Empty when nothing of the kind is
     * found.
     */
    public static String onTheWayTo(Kernel kernel, BytePath directory) {
        int following = kernel.directoryPathFlags() & ~kernel.noFollowFlag();
        return new Obstacle(kernel, following, KernelConstants.AT_FDCWD).find(directory, BytePath.EMPTY);
    }

    /**
     * On the way from this root down to a directory, which may lead over none. Empty when nothing of the kind is found.
     */
    static String below(Kernel kernel, Fd root, BytePath rootPath, BytePath directory) {
        return new Obstacle(kernel, kernel.directoryPathFlags(), root.number()).find(directory, rootPath);
    }

    private String find(BytePath way, BytePath before) {
        int start = at;
        try {
            if (way.isAbsolute()) {
                descend(TOP, start);
            }
            int end;
            for (int from = 0; from < way.length(); from = end + 1) {
                end = way.indexOf((byte) '/', from);
                Optional<Stat> there = end == from ? Optional.empty() : descend(way.slice(from, end), start);
                if (there.isPresent()) {
                    return description(StatMapping.typeOf(there.get()), before.resolve(way.slice(0, end)));
                }
            }
            return "";
        } catch (SyscallException notToBeSeen) {
            return "";
        } finally {
            leave(start);
        }
    }

    /** What this name is when it is no directory. */
    private Optional<Stat> descend(BytePath component, int start) throws SyscallException {
        try {
            int next = kernel.openat(at, component, flags, 0);
            leave(start);
            at = next;
            return Optional.empty();
        } catch (SyscallException e) {
            Optional<Stat> there = kernel.stat(at, component).filter(stat -> !stat.isDirectory());
            if (there.isEmpty()) {
                throw e;
            }
            return there;
        }
    }

    private void leave(int start) {
        if (at != start) {
            kernel.closeReadOnly(at);
        }
    }

    private static String description(FileType type, BytePath path) {
        String what = type == FileType.SYMLINK ? "a symbolic link that leads to no directory" : type.description();
        return "; '" + path + "' is " + what + ", but a directory is needed there: remove it, or choose another place";
    }
}
