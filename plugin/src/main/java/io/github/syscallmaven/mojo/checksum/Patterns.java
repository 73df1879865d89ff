package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.select.AntPatterns;
import io.github.syscallmaven.mojo.Setting;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Two parameters that are Ant patterns: includes and excludes. */
record Patterns(Setting includes, List<String> included, Setting excludes, List<String> excluded, AntPatterns filter) {
    /** A wrong pattern is reported with the parameter that has it. */
    static Patterns of(
            Setting includes, List<@Nullable String> included, Setting excludes, List<@Nullable String> excluded)
            throws MojoFailureException {
        List<String> taken = includes.words(included, AntPatterns::checked);
        List<String> left = excludes.words(excluded, AntPatterns::checked);
        return new Patterns(includes, taken, excludes, left, new AntPatterns(taken, left));
    }

    /** Notes, after a walk, which patterns have matched something. */
    void note(Matches matches) {
        Set<String> unused = Set.copyOf(filter.unused());
        matches.there(includes, filter.met());
        matches.there(excludes, filter.met());
        included.forEach(pattern -> matches.word(includes, pattern, !unused.contains(pattern)));
        excluded.forEach(pattern -> matches.word(excludes, pattern, !unused.contains(pattern)));
    }
}
