package io.github.syscallmaven.io.kernel;

import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.RefusedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the user was told: warnings, and the failure if there was one. */
record Told(List<String> warnings, @Nullable Throwable failure) {
    private static final Pattern CALL_AND_ERROR = Pattern.compile("\\b[a-z]+[0-9]*( '[^']*')?: E[A-Z0-9]+ \\(");

    /** Warnings, causes, suppressed failures. */
    private String all() {
        StringWriter all = new StringWriter();
        warnings.forEach(all::append);
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(all, true));
        }
        return all.toString();
    }

    /** Whether call and error are named anywhere in it. */
    boolean names(Fault fault) {
        return all().matches("(?s).*\\b" + fault.call() + "( '[^']*')?: " + fault.errno() + " \\(.*");
    }

    /** Whether call and error are named by what went wrong after the failure. */
    boolean namesInAddition(Fault fault) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            for (Throwable suppressed : at.getSuppressed()) {
                if (new Told(List.of(), suppressed).names(fault)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether the failure's message names a file on the way to this one, the call and the error. Of a link or a device
     * it says what it is, and its cause tells the rest.
     */
    boolean explains(Fault fault, String file) {
        if (!(failure instanceof FileSystemException exception)) {
            return false;
        }
        String path = String.valueOf(exception.getFile());
        String message = String.valueOf(exception.getMessage());
        Told spoken = new Told(List.of(exception instanceof RefusedException ? all() : message), null);
        boolean namesError =
                fault.lasting() ? CALL_AND_ERROR.matcher(spoken.all()).find() : spoken.names(fault);
        boolean counts = message.contains("write: the kernel") || exception instanceof ChangedWhileReadingException;
        return file.startsWith(path) && path.startsWith("/") && (fault.isError() ? namesError : counts);
    }
}
