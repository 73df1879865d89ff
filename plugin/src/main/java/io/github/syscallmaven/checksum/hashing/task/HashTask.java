package io.github.syscallmaven.checksum.hashing.task;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.Root;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file to hash. A task without algorithms reads nothing; it only keeps its place in the order of results. */
public interface HashTask {
    /** Relative to the root that it is read from. */
    BytePath name();

    /** The root that it is read from; null for that of the other files. */
    default @Nullable Root root() {
        return null;
    }

    /** Each once. */
    List<Algorithm> algorithms();

    /** Where its name comes from. */
    NameOrigin origin();
}
