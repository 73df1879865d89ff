package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a list before it is read.
 *
 * @param untagged the algorithm of entries that do not say theirs; null to go by the length of the digest
 * @param target the file that a digest without a name is of; null when there is none
 * @param sidecar whether the target is what every entry is of, whatever name it has
 */
record SumsContext(
        Algorithms algorithms,
        @Nullable Algorithm untagged,
        @Nullable BytePath target,
        boolean sidecar) {
    Optional<Algorithm> untagged(int hexDigits) {
        return untagged != null ? Optional.of(untagged) : algorithms.ofHexDigits(hexDigits);
    }
}
