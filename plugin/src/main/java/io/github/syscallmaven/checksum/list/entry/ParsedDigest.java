package io.github.syscallmaven.checksum.list.entry;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import org.jspecify.annotations.Nullable;

/** The result of parsing the text of a digest, before its file is known: a digest or a problem. */
public sealed interface ParsedDigest permits ParsedDigest.Sum, ListProblem {
    /** The entry for the file of this name; a problem stays what it is. */
    ListItem named(BytePath name, EntryForm form, int line);

    /**
     * A digest.
     *
     * @param otherwise the digest if its digits are to be read in the other way that is possible; null when there is
     *     only one
     * @param guessed whether the algorithm follows from nothing but the number of digits
     */
    record Sum(Algorithm algorithm, Digest digest, @Nullable Digest otherwise, boolean guessed)
            implements ParsedDigest {
        public Sum(Algorithm algorithm, Digest digest) {
            this(algorithm, digest, null, false);
        }

        @Override
        public ListItem named(BytePath name, EntryForm form, int line) {
            return new ListEntry(algorithm, digest, otherwise, guessed, name, form, line);
        }
    }
}
