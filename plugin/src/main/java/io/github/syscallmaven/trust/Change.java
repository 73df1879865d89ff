package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.Printable;
import java.util.List;

/**
 * The change of the lines of one artifact.
 *
 * @param artifact {@code group:artifact}
 * @param before the version that is gone; empty for what was added
 * @param after the version that is new; empty for what was removed
 * @param files which files of it, such as {@code jar}, {@code pom} or {@code sources.jar}
 * @param lostComments that stood above lines that are gone
 */
public record Change(
        Kind kind, String artifact, String before, String after, List<String> files, List<String> lostComments) {
    /** The kinds, in the order in which they are shown. */
    public enum Kind {
        UPDATED,
        ADDED,
        REMOVED
    }

    public Change {
        files = List.copyOf(files);
        lostComments = List.copyOf(lostComments);
    }

    /** One line, safe to show. */
    @Override
    public String toString() {
        String what = switch (kind) {
            case UPDATED -> "updated " + artifact + " " + before + " -> " + after;
            case ADDED -> "added   " + artifact + " " + after;
            case REMOVED -> "removed " + artifact + " " + before;
        };
        return Printable.of(what + " (" + String.join(", ", files) + ")");
    }
}
