package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.hashing.task.HashTask;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file to hash. Ordered by the bytes of its name in lists.
 *
 * @param root that the file is read from; null for the base directory
 * @param listed what lists call it
 */
public record InputFile(
        @Nullable Root root, BytePath name, BytePath listed, List<Algorithm> algorithms, NameOrigin origin)
        implements HashTask, Comparable<InputFile> {
    /** A file below the base directory, under its own name. */
    public InputFile(BytePath name, List<Algorithm> algorithms, NameOrigin origin) {
        this(null, name, name, algorithms, origin);
    }

    @Override
    public int compareTo(InputFile other) {
        return listed.compareTo(other.listed);
    }

    /** Where it is, as an absolute path. */
    BytePath path(BytePath base) {
        return (root == null ? base : root.path()).resolve(name);
    }
}
