package io.github.syscallmaven.info.collect;

import io.github.syscallmaven.info.BuildInfo;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The prefixes of written keys.
 *
 * @param build in place of {@code build}
 * @param git in place of {@code git}; empty for nothing, not even a dot
 */
public record KeyPrefixes(String build, String git) {
    /** Actuator and JSON know this one value that is an object, too: it is {@code full} in there. */
    private static final String VALUE_AND_OBJECT = BuildInfo.GIT + "commit.id";

    /** The key as it is written. */
    public String written(String key) {
        return key.startsWith(BuildInfo.GIT)
                ? prefixed(git, key.substring(BuildInfo.GIT.length()))
                : prefixed(build, key.substring(BuildInfo.BUILD.length()));
    }

    private static String prefixed(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    /** The same pairs under the keys that are written. */
    public SortedMap<String, String> written(SortedMap<String, String> pairs) {
        SortedMap<String, String> written = new TreeMap<>();
        pairs.forEach((key, value) -> written.put(written(key), value));
        return written;
    }

    /**
     * Requires that all these keys can stand side by side: none equal, and none the start of another, because a reader
     * that nests keys at their dots, as JSON and Actuator do, has no place for a value that is an object, too.
     *
     * @param own what the goal may write
     * @param added the names, without prefix, of what the user adds; they may replace {@code own}
     * @throws IllegalArgumentException if two of them are in each other's way
     */
    public void requireSeparate(Collection<String> own, Collection<String> added) {
        SortedMap<String, String> origins = new TreeMap<>();
        for (String key : own) {
            String before = origins.putIfAbsent(written(key), key);
            if (before != null && !isSame(before, key)) {
                throw clash("the keys '" + before + "' and '" + key + "' both become '" + written(key) + "'");
            }
        }
        for (String name : added) {
            String key = BuildInfo.BUILD + name;
            String before = origins.put(written(key), key);
            if (before != null && !before.equals(key)) {
                throw clash(name, "becomes '" + written(key) + "', as '" + before + "' does");
            }
        }
        origins.forEach((written, key) -> requireNoStart(written, key, origins, added));
    }

    private void requireNoStart(
            String written, String key, SortedMap<String, String> origins, Collection<String> added) {
        for (int dot = written.indexOf('.'); dot >= 0; dot = written.indexOf('.', dot + 1)) {
            String start = written.substring(0, dot);
            String other = origins.get(start);
            if (other == null || (other.equals(VALUE_AND_OBJECT) && key.startsWith(VALUE_AND_OBJECT))) {
                continue;
            }
            String why = "'" + start + "' is the start of '" + written
                    + "', so that one of the two would be lost where keys are nested at their dots";
            for (String name : added) {
                if (key.equals(BuildInfo.BUILD + name) || other.equals(BuildInfo.BUILD + name)) {
                    throw clash(name, "clashes: " + why);
                }
            }
            throw clash(why);
        }
    }

    /** Of these the git family has copies. */
    private static boolean isSame(String one, String other) {
        return InfoKeys.IN_BOTH_FAMILIES.stream().anyMatch(key -> one.equals(key) && other.equals(BuildInfo.GIT + key));
    }

    private IllegalArgumentException clash(String why) {
        return new IllegalArgumentException("The prefixes '" + build + "' of build keys and '" + git
                + "' of git keys do not go together: " + why + ". Choose other prefixes, or exclude one of the keys");
    }

    private static IllegalArgumentException clash(String name, String why) {
        return new IllegalArgumentException("The additional property '" + name + "' " + why + ". Give it another name");
    }
}
