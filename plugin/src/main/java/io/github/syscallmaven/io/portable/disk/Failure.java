package io.github.syscallmaven.io.portable.disk;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Printable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Maps Java's exceptions to exceptions of the same kinds, with our name of the file and always with a reason. */
public final class Failure {
    public static final String MISSING = "there is no such file or directory";
    public static final String NOT_A_DIRECTORY = "it is not a directory";

    private Failure() {}

    /** One that is about this file already stays as it is. */
    public static IOException about(BytePath shown, IOException e) {
        String file = shown.toString();
        if (e instanceof FileSystemException told && file.equals(told.getFile()) && told.getReason() != null) {
            return e;
        }
        FileSystemException ours;
        if (e instanceof NoSuchFileException) {
            ours = new NoSuchFileException(file, null, MISSING);
        } else if (e instanceof FileAlreadyExistsException) {
            ours = new FileAlreadyExistsException(file, null, reason(e));
        } else if (e instanceof AccessDeniedException) {
            ours = new AccessDeniedException(file, null, reason(e));
        } else {
            ours = new FileSystemException(file, null, reason(e));
        }
        ours.initCause(e);
        for (Throwable suppressed : e.getSuppressed()) {
            ours.addSuppressed(suppressed);
        }
        return ours;
    }

    /** In words. */
    public static String reason(IOException e) {
        if (e instanceof FileSystemException told && told.getReason() != null) {
            return Printable.of(told.getReason());
        } else if (e instanceof NoSuchFileException) {
            return MISSING;
        } else if (e instanceof FileAlreadyExistsException) {
            return "it exists";
        } else if (e instanceof AccessDeniedException) {
            return "access is denied";
        } else if (e instanceof NotDirectoryException) {
            return NOT_A_DIRECTORY;
        } else if (e instanceof DirectoryNotEmptyException) {
            return "it is a directory that is not empty";
        } else if (e instanceof FileSystemLoopException) {
            return "symbolic links form a loop";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : Printable.of(e.getMessage());
    }
}
