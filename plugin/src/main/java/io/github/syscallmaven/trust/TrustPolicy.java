package io.github.syscallmaven.trust;

import java.util.Comparator;
import java.util.List;

/**
 * What Maven should enforce.
 *
 * @param folder of the files, relative to the project's root, such as {@code .mvn/checksums}
 * @param algorithms at least one; one file each
 * @param failIfMissing whether an artifact without a line fails the build
 */
public record TrustPolicy(String folder, List<TrustedAlgorithm> algorithms, boolean failIfMissing) {
    /** Where the files are unless the user wants them elsewhere. */
    public static final String DEFAULT_FOLDER = ".mvn/checksums";

    public TrustPolicy {
        algorithms =
                algorithms.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }
}
