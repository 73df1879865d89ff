package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import org.jspecify.annotations.Nullable;

/** A file or directory to hash. Names are without {@code .} and doubled slashes. */
public sealed interface Input {
    /**
     * The regular files below a directory, which is relative to the base directory, and that itself if the name is
     * empty.
     *
     * @param filter sees names relative to that directory
     */
    record Tree(BytePath directory, PathFilter filter) implements Input {}

    /**
     * One file.
     *
     * @param folder that it is read from, absolute; null for the base directory
     * @param name relative to that
     * @param listed what lists and sidecars call it
     */
    record Named(@Nullable BytePath folder, BytePath name, BytePath listed) implements Input {
        /** A file below the base directory, under its own name. */
        public Named(BytePath name) {
            this(null, name, name);
        }
    }
}
