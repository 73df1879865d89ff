package io.github.syscallmaven.io;

import java.io.IOException;

/**
 * Access to the files that goals read and write. Not a general file system: it cannot list one directory, seek, map
 * memory, or write a part of a file.
 */
public interface FileIo {
    /** Opens a directory that the user trusts: the way to it may be absolute and lead over symbolic links. */
    Root open(BytePath directory) throws IOException;

    /** The same; directories that are missing are made. */
    Root openOrCreate(BytePath directory) throws IOException;

    /** Whether this is how {@link Root#write} calls a file that it has not finished. */
    static boolean isTemporary(BytePath name) {
        return TemporaryName.is(name);
    }
}
