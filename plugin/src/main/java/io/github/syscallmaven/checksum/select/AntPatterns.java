package io.github.syscallmaven.checksum.select;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Includes and excludes as Ant and Maven have them: {@code ?} is any one character, {@code *} any number of them, both
 * within one part of a name; {@code **} as a part is any number of parts, none included; a final slash means {@code
 * /**}. A backslash separates parts as a slash does. Case matters. What an exclude matches is not wanted, whatever
 * includes it.
 */
public final class AntPatterns implements PathFilter {
    private static final int SHOWN = 5;

    private final int includeCount;
    /** The includes, and then the excludes. */
    private final List<AntPattern> patterns;

    private final PathFilter start;
    /** By the thread that walks: which patterns have matched something, and some names of files. */
    private final boolean[] used;

    private final Set<String> met = new TreeSet<>();

    /**
     * A filter of these patterns.
     *
     * @param includes without any, everything is included
     * @throws IllegalArgumentException for a pattern that is empty, begins with a slash, or has more than 60 parts
     */
    public AntPatterns(List<String> includes, List<String> excludes) {
        List<String> all = new ArrayList<>(includes.isEmpty() ? List.of("**") : includes);
        this.includeCount = all.size();
        all.addAll(excludes);
        this.patterns = all.stream().map(AntPattern::of).toList();
        this.used = new boolean[patterns.size()];
        this.start = new Seen(patterns.stream().mapToLong(AntPattern::start).toArray());
    }

    /**
     * The pattern itself.
     *
     * @throws IllegalArgumentException as the constructor does
     */
    public static String checked(String pattern) {
        AntPattern.of(pattern);
        return pattern;
    }

    /**
     * After a walk: the patterns, as they were given, that have matched nothing; excludes match what is included only.
     */
    public List<String> unused() {
        return IntStream.range(0, used.length)
                .filter(i -> !used[i])
                .mapToObj(i -> patterns.get(i).toString())
                .toList();
    }

    /** After a walk: the names of some files that it has met, accepted or not. */
    public Set<String> met() {
        return Set.copyOf(met);
    }

    @Override
    public boolean accepts(BytePath name) {
        return start.accepts(name);
    }

    @Override
    public Optional<PathFilter> below(BytePath directory) {
        return start.below(directory);
    }

    /** What the patterns have seen on the way to a directory, in the order of the patterns. */
    private final class Seen implements PathFilter {
        private final long[] states;

        Seen(long[] states) {
            this.states = states;
        }

        @Override
        public boolean accepts(BytePath name) {
            if (met.size() < SHOWN) {
                met.add(name.toString());
            }
            boolean included = false;
            for (int i = 0; i < includeCount; i++) {
                // Also those behind the first match, until it is known that they match something.
                if (!included || !used[i]) {
                    included |= matches(i, name);
                }
            }
            for (int i = includeCount; i < states.length && included; i++) {
                included = !matches(i, name);
            }
            return included;
        }

        private boolean matches(int i, BytePath name) {
            boolean matches = patterns.get(i).matches(patterns.get(i).after(states[i], name));
            used[i] |= matches;
            return matches;
        }

        @Override
        public Optional<PathFilter> below(BytePath directory) {
            long[] after = new long[states.length];
            boolean wanted = false;
            for (int i = 0; i < states.length; i++) {
                after[i] = patterns.get(i).after(states[i], directory);
                wanted |= i < includeCount && patterns.get(i).canMatchBelow(after[i]);
                if (i >= includeCount && patterns.get(i).matchesAllBelow(after[i])) {
                    used[i] = true;
                    return Optional.empty();
                }
            }
            return wanted ? Optional.of(new Seen(after)) : Optional.empty();
        }
    }
}
