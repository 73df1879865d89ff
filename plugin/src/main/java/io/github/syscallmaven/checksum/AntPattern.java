package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.util.Arrays;
import java.util.List;

/**
 * One pattern. Its parts are the states of an automaton: bit i says that the first i parts match what was seen of the name so
 * far. So time is proportional to the length of the name, whatever the pattern.
 */
final class AntPattern {
    private static final String ANY_PARTS = "**";
    private static final int MAX_PARTS = 60;

    private final List<Glob> parts;
    private final long anyParts;
    private final long matched;

    private AntPattern(List<String> parts) {
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
        return new AntPattern(parts);
    }

    boolean matches(BytePath name) {
        return (after(name) & matched) != 0;
    }

    /** Whether it matches whatever is below this directory. */
    boolean matchesAllBelow(BytePath directory) {
        long last = matched >>> 1;
        return (anyParts & last) != 0 && (after(directory) & last) != 0;
    }

    /** Whether it can match something below this directory. */
    boolean canMatchBelow(BytePath directory) {
        return (after(directory) & (matched - 1)) != 0;
    }

    private long after(BytePath name) {
        long states = withNothing(1);
        int start = 0;
        while (start <= name.length() && states != 0) {
            int end = name.indexOf((byte) '/', start);
            states = withNothing(advance(states, name, start, end));
            start = end + 1;
        }
        return states;
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

    private long advance(long states, BytePath name, int start, int end) {
        long next = states & anyParts;
        for (int i = 0; i < parts.size(); i++) {
            long bit = 1L << i;
            if ((states & bit) != 0 && (anyParts & bit) == 0 && parts.get(i).matches(name, start, end)) {
                next |= bit << 1;
            }
        }
        return next;
    }
}
