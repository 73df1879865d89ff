package io.github.syscallmaven.info;

import java.util.Optional;

/**
 * What it takes to see where a repository is and whether it is shallow. Paths are absolute and may have {@code ..} in
 * them; symlinks are followed, as git does.
 */
public interface GitFiles {
    /** Is there a file or directory of this name? */
    boolean exists(String path);

    /** The first line of a small text file, without its end; empty when there is no regular file of this name. */
    Optional<String> firstLine(String path);
}
