package io.github.syscallmaven.trust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The output of a forked Maven, or the end of it if it is long. */
final class ForkLog {
    private static final String ERROR = "[ERROR]";
    private static final String ADVICE = "To see the full stack trace of the errors";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final int limit;
    private final Deque<String> lines = new ArrayDeque<>();
    private int characters;
    private long forgotten;

    /** {@code limit} is in characters. */
    ForkLog(int limit) {
        this.limit = limit;
    }

    void add(String line) {
        String plain = COLOUR.matcher(line).replaceAll("");
        lines.add(plain);
        characters += plain.length() + 1;
        while (characters > limit && lines.size() > 1) {
            characters -= lines.remove().length() + 1;
            forgotten++;
        }
    }

    /**
     * The last lines that say what went wrong: Maven's errors, without the advice that ends them, or just the last
     * lines.
     */
    List<String> essence(int most) {
        List<String> errors = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(ERROR) && line.length() > ERROR.length() + 1) {
                errors.add(line.substring(ERROR.length()).strip());
            }
        }
        List<String> wanted = errors.isEmpty() ? notBlank() : beforeAdvice(errors);
        return List.copyOf(wanted.subList(Math.max(0, wanted.size() - most), wanted.size()));
    }

    private static List<String> beforeAdvice(List<String> errors) {
        List<String> before =
                errors.stream().takeWhile(line -> !line.startsWith(ADVICE)).toList();
        return before.isEmpty() ? errors : before;
    }

    private List<String> notBlank() {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    boolean contains(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** For a file. */
    String text() {
        StringBuilder text = new StringBuilder(characters + 100);
        if (forgotten > 0) {
            text.append("(").append(forgotten).append(" lines before these are left out)\n");
        }
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
