package io.github.syscallmaven.checksum.list.parse;

import io.github.syscallmaven.checksum.list.name.PromisedAlgorithm;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a list before it is read.
 *
 * @param chosen the algorithm of entries that do not say theirs, if the user has chosen one
 * @param promise what the name of the list says about algorithms; null when it says nothing
 * @param target the file that a digest without a name is of; null when there is none
 * @param sidecar whether the target is what every entry is of, whatever name it has
 * @param windows whether names have backslashes where others have slashes
 */
public record ListContext(
        Algorithms algorithms,
        @Nullable Algorithm chosen,
        @Nullable PromisedAlgorithm promise,
        @Nullable BytePath target,
        boolean sidecar,
        boolean windows) {
    /** What the algorithm of a digest is called that does not say it; null when nothing follows from so many digits. */
    @Nullable
    String spelling(int hexDigits) {
        if (chosen != null) {
            return chosen.name();
        }
        return promise != null ? promise.spelling(hexDigits) : Algorithms.likely(hexDigits);
    }

    /** Whether {@link #spelling} goes by nothing but the number of digits. */
    public boolean isGuessing() {
        return chosen == null && promise == null;
    }

    /** Whether the name of the list has nothing against this algorithm. */
    boolean allows(Algorithm algorithm) {
        return promise == null
                || promise.includes(algorithm)
                || (chosen != null && algorithm.equals(chosen))
                || algorithm.equals(Algorithms.SIZE);
    }

    public ListContext ofWindows() {
        return new ListContext(algorithms, chosen, promise, target, sidecar, true);
    }
}
