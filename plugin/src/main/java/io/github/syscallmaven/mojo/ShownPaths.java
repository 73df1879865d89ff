package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.list.name.Below;
import io.github.syscallmaven.io.BytePath;
import java.io.File;
import org.apache.maven.execution.MavenSession;

/**
 * How logs and reports show paths: from the directory that Maven builds, which is the root of the reactor; what is not
 * below it is shown as it is.
 */
public record ShownPaths(BytePath root) {
    public static ShownPaths of(MavenSession session) {
        return new ShownPaths(BaseDirectory.pathOf(new File(session.getExecutionRootDirectory())));
    }

    /** An absolute path. */
    public BytePath of(BytePath path) {
        BytePath name = Below.name(root, path);
        return name == null ? path : name;
    }
}
