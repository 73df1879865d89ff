package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.Algorithm;
import io.github.syscallmaven.checksum.Algorithms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;

/** Parameters that name algorithms. */
final class AlgorithmNames {
    private AlgorithmNames() {}

    /** Those of {@code <algorithms>}, each once. */
    static List<Algorithm> all(Algorithms available, List<String> names) throws MojoFailureException {
        if (names.isEmpty()) {
            throw new MojoFailureException("<algorithms> (-Dsyscall.algorithms) is empty; name one at least.");
        }
        Set<Algorithm> chosen = new LinkedHashSet<>();
        for (String name : names) {
            chosen.add(one(available, "algorithms", name));
        }
        return List.copyOf(chosen);
    }

    static Algorithm one(Algorithms available, String parameter, String name) throws MojoFailureException {
        try {
            return available.named(name);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(
                    "<" + parameter + "> (-Dsyscall." + parameter + "): " + e.getMessage() + ".", e);
        }
    }
}
