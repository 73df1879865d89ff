package io.github.syscallmaven.io.kernel.write;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.kernel.call.ShortWriteException;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.syscall.arch.Call;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The message of a failed write: the file, the call and the kernel's reason, what that means here, and what was left
 * behind.
 */
public final class WriteFailure {
    private static final Set<Call> RENAMES = EnumSet.of(Call.RENAMEAT, Call.RENAMEAT2, Call.LINKAT);

    private WriteFailure() {}

    public static IOException about(BytePath shown, SyscallException e) {
        return e.about(shown.toString(), e.reason() + meaning(e) + leftBehind(e));
    }

    public static IOException about(BytePath shown, ShortWriteException e) {
        return (IOException)
                new FileSystemException(shown.toString(), null, e.getMessage() + leftBehind(e)).initCause(e);
    }

    private static String meaning(SyscallException e) {
        if (RENAMES.contains(e.call()) && e.is(Errno.EBUSY, Errno.EXDEV)) {
            return "; it is a mount point, such as a bind mount of a container, and cannot be replaced whole: mount its"
                    + " directory instead, or write to another file";
        } else if (RENAMES.contains(e.call()) && e.is(Errno.EPERM)) {
            return "; it belongs to another user in a sticky directory, or the file or its directory is append-only"
                    + " or immutable (see lsattr)";
        } else if (e.call() == Call.MKDIRAT) {
            return "; its directory is missing, and cannot be made";
        }
        return "";
    }

    /** What failed after the failure. */
    private static String leftBehind(Throwable failure) {
        return Stream.of(failure.getSuppressed())
                .map(Throwable::getMessage)
                .map("; "::concat)
                .collect(Collectors.joining());
    }
}
