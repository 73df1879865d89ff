package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import org.jspecify.annotations.Nullable;

/** What the text of a digest yields, before it is clear which file it is of. */
sealed interface ParsedSum permits ParsedSum.Sum, SumsProblem {
    /** The entry for the file of this name; a problem stays what it is. */
    Finding named(BytePath name, SumsForm form, int line);

    /**
     * A digest.
     *
     * @param otherwise the digest if its digits are to be read in the other way that is possible; null when there is only one
     * @param guessed whether the algorithm follows from nothing but the number of digits
     */
    record Sum(Algorithm algorithm, Digest digest, @Nullable Digest otherwise, boolean guessed) implements ParsedSum {
        Sum(Algorithm algorithm, Digest digest) {
            this(algorithm, digest, null, false);
        }

        @Override
        public Finding named(BytePath name, SumsForm form, int line) {
            return new SumsEntry(algorithm, digest, otherwise, guessed, name, form, line);
        }
    }
}
