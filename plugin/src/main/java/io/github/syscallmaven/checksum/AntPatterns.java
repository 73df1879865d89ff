package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Includes and excludes as Ant and Maven have them: {@code ?} is any one character, {@code *} any number of them, both within
 * one part of a name; {@code **} as a part is any number of parts, none included; a final slash means {@code /**}. A backslash
 * separates parts as a slash does. Case matters. What an exclude matches is not wanted, whatever includes it.
 */
public final class AntPatterns implements PathFilter {
    private final int includeCount;
    /** The includes, and then the excludes. */
    private final List<AntPattern> patterns;

    private final PathFilter start;

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
            boolean included = false;
            for (int i = 0; i < includeCount && !included; i++) {
                included = matches(i, name);
            }
            for (int i = includeCount; i < states.length && included; i++) {
                included = !matches(i, name);
            }
            return included;
        }

        private boolean matches(int i, BytePath name) {
            return patterns.get(i).matches(patterns.get(i).after(states[i], name));
        }

        @Override
        public Optional<PathFilter> below(BytePath directory) {
            long[] after = new long[states.length];
            boolean wanted = false;
            for (int i = 0; i < states.length; i++) {
                after[i] = patterns.get(i).after(states[i], directory);
                wanted |= i < includeCount && patterns.get(i).canMatchBelow(after[i]);
                if (i >= includeCount && patterns.get(i).matchesAllBelow(after[i])) {
                    return Optional.empty();
                }
            }
            return wanted ? Optional.of(new Seen(after)) : Optional.empty();
        }
    }
}
