package io.github.syscallmaven.checksum.select;

import io.github.syscallmaven.io.BytePath;
import java.util.Arrays;
import java.util.List;

/**
 * One pattern. Its parts are the states of an automaton: bit i says that the first i parts match the parts that were
 * seen of a name so far. So time is proportional to the length of the name, whatever the pattern.
 */
final class AntPattern {
    private static final String ANY_PARTS = "**";
    private static final int MAX_PARTS = 60;

    private final String text;
    private final List<Glob> parts;
    private final long anyParts;
    private final long matched;

    private AntPattern(String text, List<String> parts) {
        this.text = text;
        this.parts = parts.stream().map(Glob::of).toList();
        long any = 0;
        for (int i = 0; i < parts.size(); i++) {
            any |= parts.get(i).equals(ANY_PARTS) ? 1L << i : 0;
        }
        this.anyParts = any;
        this.matched = 1L << parts.size();
    }

    static AntPattern of(String pattern) {
        String slashes = pattern.strip().replace('\\', '/');
        if (slashes.isEmpty() || slashes.startsWith("/")) {
            throw new IllegalArgumentException("pattern '" + pattern + "' "
                    + (slashes.isEmpty() ? "is empty" : "begins with a slash; patterns are relative to the directory"));
        }
        String whole = slashes.endsWith("/") ? slashes + ANY_PARTS : slashes;
        List<String> parts =
                Arrays.stream(whole.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException("pattern '" + pattern + "' has more than " + MAX_PARTS + " parts");
        }
        return new AntPattern(pattern, parts);
    }

    /** As it was given. */
    @Override
    public String toString() {
        return text;
    }

    /** Before any part was seen. */
    long start() {
        return withNothing(1);
    }

    /** After one more part of the name. */
    long after(long states, BytePath part) {
        return withNothing(advance(states, part));
    }

    /** Whether it matches a name that consists of what was seen. */
    boolean matches(long states) {
        return (states & matched) != 0;
    }

    /** Whether it matches whatever is below the directory of that name. */
    boolean matchesAllBelow(long states) {
        long last = matched >>> 1;
        return (anyParts & last) != 0 && (states & last) != 0;
    }

    /** Whether it can match something below the directory of that name. */
    boolean canMatchBelow(long states) {
        return (states & (matched - 1)) != 0;
    }

    /** The states, and those that are reached from them because {@code **} may stand for nothing. */
    private long withNothing(long states) {
        long all = states;
        long more = (all & anyParts) << 1 | all;
        while (more != all) {
            all = more;
            more = (all & anyParts) << 1 | all;
        }
        return all;
    }

    private long advance(long states, BytePath part) {
        long next = states & anyParts;
        for (int i = 0; i < parts.size(); i++) {
            long bit = 1L << i;
            if ((states & bit) != 0 && (anyParts & bit) == 0 && parts.get(i).matches(part)) {
                next |= bit << 1;
            }
        }
        return next;
    }
}
