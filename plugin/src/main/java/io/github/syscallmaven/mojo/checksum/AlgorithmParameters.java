package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.mojo.Setting;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Reads parameters that name algorithms. */
final class AlgorithmParameters {
    private AlgorithmParameters() {}

    /** Those of {@code <algorithms>}, each once. */
    static List<Algorithm> all(Algorithms available, List<@Nullable String> names) throws MojoFailureException {
        if (names.isEmpty()) {
            throw new MojoFailureException("<algorithms> (-Dsyscall.algorithms) is empty; name at least one.");
        }
        Setting setting = Setting.named("algorithms");
        return setting.words(names, available::named).stream().distinct().toList();
    }

    /** That of {@code <algorithm>}; null for null. */
    static @Nullable Algorithm one(Algorithms available, @Nullable String name) throws MojoFailureException {
        return name == null ? null : Setting.named("algorithm").meant(name, available::named);
    }
}
