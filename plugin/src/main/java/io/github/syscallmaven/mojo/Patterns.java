package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.AntPatterns;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Parameters that are Ant patterns. */
final class Patterns {
    private Patterns() {}

    /** The filter of two parameters; a wrong pattern is reported with the one that has it. */
    static AntPatterns of(
            Setting includes, List<@Nullable String> included, Setting excludes, List<@Nullable String> excluded)
            throws MojoFailureException {
        return new AntPatterns(
                includes.words(included, AntPatterns::checked), excludes.words(excluded, AntPatterns::checked));
    }
}
