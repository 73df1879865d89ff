package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;

/** What is to be hashed, relative to the base directory, without {@code .} and doubled slashes. */
public sealed interface Input {
    /**
     * The regular files below a directory, the base directory if the name is empty.
     *
     * @param filter sees names relative to that directory
     */
    record Tree(BytePath directory, PathFilter filter) implements Input {}

    /** One file. */
    record Named(BytePath name) implements Input {}
}
