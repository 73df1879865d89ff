package io.github.syscallmaven.info;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a build is, as keys and values.
 *
 * @param keys all that is known and wanted; each key starts with {@code build.} or {@code git.}
 * @param time the build's time, if it is wanted
 * @param notes what the user should know beside the values
 */
public record BuildInfo(
        SortedMap<String, String> keys, @Nullable BuildTime time, List<Note> notes) {
    public static final String BUILD = "build.";
    public static final String GIT = "git.";

    /** The keys that start with this, {@link #BUILD} or {@link #GIT}. */
    public SortedMap<String, String> keys(String family) {
        SortedMap<String, String> found = new TreeMap<>(keys);
        found.keySet().removeIf(key -> !key.startsWith(family));
        return found;
    }
}
