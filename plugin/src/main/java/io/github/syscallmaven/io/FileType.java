package io.github.syscallmaven.io;

/** The type of a directory entry. */
public enum FileType {
    REGULAR("a regular file"),
    DIRECTORY("a directory"),
    SYMLINK("a symbolic link"),
    FIFO("a FIFO"),
    SOCKET("a socket"),
    CHARACTER_DEVICE("a character device"),
    BLOCK_DEVICE("a block device"),
    UNKNOWN("a file of an unknown type");

    private final String description;

    FileType(String description) {
        this.description = description;
    }

    /** With its article, for messages. */
    public String description() {
        return description;
    }
}
