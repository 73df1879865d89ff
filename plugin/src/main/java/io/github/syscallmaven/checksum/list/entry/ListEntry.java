package io.github.syscallmaven.checksum.list.entry;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.AlgorithmSpellings;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One well-formed entry of a list: this file should have this digest.
 *
 * @param otherwise the digest if its digits are read in the other way that is possible, because tools write CRC32 in
 *     decimal and in hexadecimal; null when there is only one
 * @param guessed whether the algorithm follows from nothing but the number of digits
 * @param name as the list has it, unescaped. It can be absolute or lead upwards: whoever opens it has to contain it
 * @param form the form that the entry took
 * @param line where it begins, from 1; of an entry beyond, {@link Integer#MAX_VALUE}
 */
public record ListEntry(
        Algorithm algorithm,
        Digest digest,
        @Nullable Digest otherwise,
        boolean guessed,
        BytePath name,
        EntryForm form,
        int line)
        implements ListItem {
    public ListEntry(Algorithm algorithm, Digest digest, BytePath name, EntryForm form, int line) {
        this(algorithm, digest, null, false, name, form, line);
    }

    /** Whether a file with this digest is the one that is meant. */
    public boolean accepts(Digest actual) {
        return actual.equals(digest) || (otherwise != null && actual.equals(otherwise));
    }

    /** What else the digest may be of: algorithms of the same length, where the list does not say which it is. */
    public List<String> otherAlgorithms() {
        return guessed ? AlgorithmSpellings.othersOfLength(algorithm.length()) : List.of();
    }

    public ListEntry withName(BytePath other) {
        return new ListEntry(algorithm, digest, otherwise, guessed, other, form, line);
    }
}
