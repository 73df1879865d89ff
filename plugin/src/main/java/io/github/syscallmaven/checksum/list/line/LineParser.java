package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.parse.Line;

/** Parses one form of line. {@code TextReader} asks its parsers one after the other. */
public interface LineParser {
    /** Takes this line if it is of its form, and passes on what the line yields. */
    boolean take(Line line);

    /** A line has come that another parser takes, or none. */
    default void interrupt() {}

    /** There are no more lines. */
    default void end() {
        interrupt();
    }
}
