package io.github.syscallmaven.io;

/** Which failures a finished write survives. */
public enum Durability {
    /**
     * The end of this process, however it ends. No fsync: after a power failure the file may be empty. For build
     * output.
     */
    NONE,
    /** A power failure too: file and directory are synced. Costs some milliseconds on a disk. */
    FULL
}
