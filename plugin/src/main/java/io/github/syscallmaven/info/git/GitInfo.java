package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.Note;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Git's answers about a repository. Immutable.
 *
 * @param root the directory that the repository's {@code .git} lies in
 * @param values wanted keys, without the prefix {@code git.}. A key is missing when its value cannot be known: all of
 *     the commit's before the first commit, what depends on history that a shallow clone does not have
 * @param commitTime the committer's time; null when there is no commit, or no key that is read from it was wanted
 * @param detached is HEAD a commit and no branch? Only known when {@link GitKey#BRANCH} was wanted
 * @param shallow is the history incomplete?
 * @param notes which keys were left out, and why; which commands were run, and what came of them
 */
public record GitInfo(
        String root,
        SortedMap<String, String> values,
        @Nullable Instant commitTime,
        boolean detached,
        boolean shallow,
        List<Note> notes) {

    public GitInfo {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        notes = List.copyOf(notes);
    }
}
