package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.AntPatterns;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** Parameters that are Ant patterns. */
final class Patterns {
    private Patterns() {}

    /** The patterns; a message about a wrong one says that it is in these parameters. */
    static AntPatterns of(String parameters, List<String> includes, List<String> excludes) throws MojoFailureException {
        try {
            return new AntPatterns(includes, excludes);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(parameters + ": " + e.getMessage() + ".", e);
        }
    }
}
