package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.util.List;

/** A file to be hashed. One without algorithms is not read: it only keeps its place in the order of results. */
interface HashTask {
    /** Relative to the root that files are read from. */
    BytePath name();

    /** Each once. */
    List<Algorithm> algorithms();

    /** Whether a walk has just told the file to be a regular one. */
    boolean walked();
}
