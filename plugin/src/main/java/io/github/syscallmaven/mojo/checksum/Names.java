package io.github.syscallmaven.mojo.checksum;

/** What lists and sidecars call artifacts. */
enum Names {
    /** As they lie here, relative to the base directory. */
    FILE,
    /** As they are called in a repository. */
    REPOSITORY
}
