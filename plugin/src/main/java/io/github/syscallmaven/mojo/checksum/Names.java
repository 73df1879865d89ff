package io.github.syscallmaven.mojo.checksum;

/** The names of artifacts in lists and sidecars. */
enum Names {
    /** As they lie here, relative to the base directory. */
    FILE,
    /** As they are called in a repository. */
    REPOSITORY
}
