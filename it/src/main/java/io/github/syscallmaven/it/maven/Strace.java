package io.github.syscallmaven.it.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The output of {@code strace -f -o}, in which calls that others have interrupted are whole again. */
public final class Strace {

    /**
     * One system call.
     *
     * @param thread the number of the thread that made it
     * @param text the call as strace writes it, from its name to its result
     */
    public record Call(int thread, String text) {

        public String name() {
            return text.substring(0, text.indexOf('('));
        }

        /** What the kernel gave back; -1 for every error. */
        public long result() {
            Matcher matcher = RESULT.matcher(text);
            return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
        }
    }

    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern RESULT = Pattern.compile(" = (-?\\d+)[^=]*$");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final String UNFINISHED = " <unfinished ...>";

    private Strace() {}

    /** The calls in the order in which they began or, if they were interrupted, ended. */
    public static List<Call> calls(Path output) {
        List<Call> calls = new ArrayList<>();
        Map<Integer, String> unfinished = new HashMap<>();
        for (String line : lines(output)) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + line + "' is no line of strace -f -o");
            }
            int thread = Integer.parseInt(matcher.group(1));
            String text = matcher.group(2);
            Matcher resumed = RESUMED.matcher(text);
            if (text.endsWith(UNFINISHED)) {
                unfinished.put(thread, text.substring(0, text.length() - UNFINISHED.length()));
            } else if (resumed.matches()) {
                calls.add(call(thread, unfinished.remove(thread) + resumed.group(1)));
            } else if (text.indexOf('(') > 0) {
                calls.add(call(thread, text));
            }
        }
        return calls;
    }

    /** Without the spaces that put all results into one column. */
    private static Call call(int thread, String text) {
        return new Call(thread, text.replaceFirst(" += (-?\\d+|\\?)", " = $1"));
    }

    private static List<String> lines(Path output) {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
