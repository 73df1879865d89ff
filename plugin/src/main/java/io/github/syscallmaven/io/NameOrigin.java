package io.github.syscallmaven.io;

/** Where the name of a file to be read comes from. */
public enum NameOrigin {
    /** Anybody: what it stands for is looked at before it is opened, as to open a device would do something already. */
    GIVEN,
    /**
     * A walk that has just told it to be a regular file: it is opened without another look. A FIFO that has taken its
     * place is refused after being opened, without waiting.
     */
    WALKED
}
