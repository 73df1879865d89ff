package io.github.syscallmaven.io;

/**
 * How to write.
 *
 * @param replace whether an existing file may be replaced; if not, it is an error that there is one
 * @param once whether the content is asked for once only
 */
public record WriteOptions(Durability durability, boolean replace, boolean once) {
    /** Replaces, without fsync. */
    public static final WriteOptions DEFAULT = new WriteOptions(Durability.NONE, true, false);

    public WriteOptions with(Durability other) {
        return new WriteOptions(other, replace, once);
    }

    /**
     * The same, but the content is asked for once, because it is dear to make. It is written in any case, and removed
     * again when the old file turns out to hold it already.
     */
    public WriteOptions askingOnce() {
        return new WriteOptions(durability, replace, true);
    }

    /** The same, but an existing file is left alone and reported as FileAlreadyExistsException. */
    public WriteOptions withoutReplacing() {
        return new WriteOptions(durability, false, once);
    }
}
