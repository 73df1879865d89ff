package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Printable;
import java.util.List;

/** The build that records has failed. The message is whole, and safe to show. */
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1;

    private static final int LONGEST_LINE = 500;

    RecordingException(String what, List<String> lines, String explanation, BytePath log) {
        super(message(what, lines, explanation, log));
    }

    private static String message(String what, List<String> lines, String explanation, BytePath log) {
        StringBuilder message = new StringBuilder(what).append(lines.isEmpty() ? "." : ":");
        lines.forEach(line -> message.append("\n  ").append(Printable.of(line, LONGEST_LINE)));
        if (!explanation.isEmpty()) {
            message.append("\n").append(explanation);
        }
        return message.append("\nNothing was changed. All that it printed is in '")
                .append(log)
                .append("'.")
                .toString();
    }
}
