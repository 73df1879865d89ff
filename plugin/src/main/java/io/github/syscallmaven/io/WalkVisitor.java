package io.github.syscallmaven.io;

import java.io.IOException;

/** Receives what a walk finds. An exception from it ends the walk. */
public interface WalkVisitor {
    /** Something other than a directory. Symbolic links are told, never followed. */
    void visit(BytePath name, FileType type) throws IOException;

    /** A directory that could not be read, or was renamed or removed meanwhile; the walk goes on after it. */
    void failed(BytePath directory, IOException reason) throws IOException;
}
