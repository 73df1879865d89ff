package io.github.syscallmaven.mojo;

import java.io.File;
import org.apache.maven.plugin.MojoFailureException;

/** Refuses values that Maven has left a {@code ${...}} in: written on, it would end up in files or become a folder's name. */
final class Resolved {
    private Resolved() {}

    /** The file itself. */
    static File require(String parameter, File value) throws MojoFailureException {
        require(parameter, value.getPath());
        return value;
    }

    /** The value itself. */
    static String require(String parameter, String value) throws MojoFailureException {
        int start = value.indexOf("${");
        if (start >= 0 && value.indexOf('}', start) > 0) {
            throw new MojoFailureException("<" + parameter + "> is '" + value
                    + "': Maven knows no such property. Define it, or give another value.");
        }
        return value;
    }
}
