package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.AntPatterns;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** Parameters that are Ant patterns. */
final class Patterns {
    private Patterns() {}

    static AntPatterns of(List<String> includes, List<String> excludes) throws MojoFailureException {
        try {
            return new AntPatterns(includes, excludes);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("<includes> or <excludes>: " + e.getMessage() + ".", e);
        }
    }
}
