package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import java.util.List;

/**
 * Includes and excludes as Ant and Maven have them: {@code ?} is any one character, {@code *} any number of them, both within
 * one part of a name; {@code **} as a part is any number of parts, none included; a final slash means {@code /**}. A backslash
 * separates parts as a slash does. Case matters. What an exclude matches is not wanted, whatever includes it.
 */
public final class AntPatterns implements PathFilter {
    private final List<AntPattern> includes;
    private final List<AntPattern> excludes;

    /**
     * A filter of these patterns.
     *
     * @param includes without any, everything is included
     * @throws IllegalArgumentException for a pattern that is empty, begins with a slash, or has more than 60 parts
     */
    public AntPatterns(List<String> includes, List<String> excludes) {
        this.includes = (includes.isEmpty() ? List.of("**") : includes)
                .stream().map(AntPattern::of).toList();
        this.excludes = excludes.stream().map(AntPattern::of).toList();
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
    public boolean accepts(BytePath file) {
        return any(includes, file) && !any(excludes, file);
    }

    private static boolean any(List<AntPattern> patterns, BytePath name) {
        for (AntPattern pattern : patterns) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean descends(BytePath directory) {
        for (AntPattern exclude : excludes) {
            if (exclude.matchesAllBelow(directory)) {
                return false;
            }
        }
        for (AntPattern include : includes) {
            if (include.canMatchBelow(directory)) {
                return true;
            }
        }
        return false;
    }
}
