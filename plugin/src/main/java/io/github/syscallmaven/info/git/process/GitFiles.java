package io.github.syscallmaven.info.git.process;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The file access that is needed to find a repository, and to see whether it is shallow and whether it has changed.
 * Paths are absolute and may have {@code ..} in them; symbolic links to directories are followed, as git does.
 */
public interface GitFiles {
    /** A file of git's that is a line or a page is no larger than this, in bytes. */
    int SMALL = 1024 * 1024;

    /** Is there anything of this name? */
    boolean exists(String path);

    /**
     * The whole file; empty when there is no regular file of this name, or it cannot be read, or is larger than that.
     */
    Optional<byte[]> read(String path, int limit);

    /** The first line of a small text file, without its end; empty when there is no regular file of this name. */
    default Optional<String> firstLine(String path) {
        return read(path, SMALL)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    /**
     * What the kernel knows of these names in this directory, in their order; nothing of what is missing or out of
     * sight.
     */
    void facts(String directory, List<BytePath> names, Consumer<Optional<FileFacts>> sink);

    /** The environment that a process was started with, as proc(5) shows it; empty when that is not shown. */
    Optional<byte[]> environmentOf(long pid);
}
