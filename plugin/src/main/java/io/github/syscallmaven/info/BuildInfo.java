package io.github.syscallmaven.info;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Build info: keys and values.
 *
 * @param keys all that is known and wanted; each key starts with {@code build.} or {@code git.}
 * @param time the build's time, if it is among the keys
 * @param commitTime the git commit's, if it is known
 * @param notes what the user should know beside the values
 */
public record BuildInfo(
        SortedMap<String, String> keys,
        @Nullable BuildTime time,
        @Nullable Instant commitTime,
        List<Note> notes) {
    public static final String BUILD = "build.";
    public static final String GIT = "git.";

    /** The keys that start with this, {@link #BUILD} or {@link #GIT}. */
    public SortedMap<String, String> keys(String family) {
        SortedMap<String, String> found = new TreeMap<>(keys);
        found.keySet().removeIf(key -> !key.startsWith(family));
        return found;
    }

    /** The same build at another time. What the user has put in the time's place stays. */
    public BuildInfo at(BuildTime other) {
        SortedMap<String, String> changed = new TreeMap<>(keys);
        if (time != null) {
            KeySelection.BUILD_TIME.forEach(key -> changed.replace(key, time.text(), other.text()));
        }
        return new BuildInfo(changed, other, commitTime, notes);
    }
}
