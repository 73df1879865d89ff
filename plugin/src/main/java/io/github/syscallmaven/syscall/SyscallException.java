package io.github.syscallmaven.syscall;

import io.github.syscallmaven.syscall.arch.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A system call failed. Has the path or descriptor that it was about, and the kernel's reason. */
public final class SyscallException extends IOException {
    private static final long serialVersionUID = 1;

    private final Call call;
    private final int number;

    SyscallException(Call call, @Nullable Object subject, long result) {
        super(message(call, subject, (int) -result));
        this.call = call;
        this.number = (int) -result;
    }

    private SyscallException(SyscallException cause, Errno errno) {
        super(cause.getMessage(), cause);
        this.call = cause.call;
        this.number = errno.number();
    }

    /** The same failure without the argument, from where it was found. */
    private SyscallException(SyscallException same) {
        super(same.reason(), same.getCause());
        this.call = same.call;
        this.number = same.number;
        setStackTrace(same.getStackTrace());
        for (Throwable suppressed : same.getSuppressed()) {
            addSuppressed(suppressed);
        }
    }

    /** The same failure under a name that says better what it means. */
    public SyscallException withErrno(Errno errno) {
        return new SyscallException(this, errno);
    }

    private static String message(Call call, @Nullable Object subject, int number) {
        return call + (subject == null ? "" : " '" + text(subject) + "'") + ": " + describe(number);
    }

    private static String text(Object subject) {
        return subject instanceof NativeBuffer path
                ? new String(path.string(), StandardCharsets.UTF_8)
                : "fd " + subject;
    }

    private static String describe(int number) {
        Errno errno = Errno.of(number);
        return errno == null ? "errno " + number : errno + " (" + errno.meaning() + ")";
    }

    public Call call() {
        return call;
    }

    /** The error's number, 1 to 4095. */
    public int number() {
        return number;
    }

    /** The error, or null when the kernel gave a number that no header names. */
    public @Nullable Errno errno() {
        return Errno.of(number);
    }

    /** Whether the kernel's reason is one of these. */
    public boolean is(Errno first, Errno... others) {
        boolean found = number == first.number();
        for (Errno other : others) {
            found |= number == other.number();
        }
        return found;
    }

    /** The call and the kernel's reason without the argument, for messages that name the file themselves. */
    public String reason() {
        return call + ": " + describe(number);
    }

    /** The exception that Java's own file methods throw for this error on this file, with this one as its cause. */
    public FileSystemException about(String file) {
        return about(file, reason());
    }

    /**
     * The same, with another text as the reason. The cause's message is a part of it, if that text has
     * {@link #reason()} in it, since Maven appends what a cause has to say that has not been said.
     */
    public FileSystemException about(String file, String reason) {
        Errno errno = errno();
        FileSystemException mapped = switch (errno == null ? Errno.EIO : errno) {
            case ENOENT -> new NoSuchFileException(file, null, reason);
            case EEXIST -> new FileAlreadyExistsException(file, null, reason);
            case EACCES, EPERM -> new AccessDeniedException(file, null, reason);
            default -> new FileSystemException(file, null, reason);
        };
        mapped.initCause(new SyscallException(this));
        return mapped;
    }
}
