package io.github.syscallmaven.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A directory, and the files below it.
 *
 * <p>Names are relative to it and never lead out of it: {@code ..}, absolute and empty names, names with a NUL and
 * symbolic links at any place are a {@link RefusedException}, on every kernel alike; so is what is neither a file nor a
 * directory. {@code .} and doubled slashes in a name mean nothing. Other errors are what {@code java.nio.file} throws
 * for them, with call and errno in the reason. Safe for use by many threads, until it is closed.
 */
public interface Root extends Closeable {
    /** As the user gave it; for messages. */
    BytePath path();

    /** What the name stands for, a symbolic link itself included; empty when there is nothing. */
    Optional<FileFacts> stat(BytePath name) throws IOException;

    /**
     * Gives out the whole file. What was given out is one state of the file, or the result is a
     * {@link ChangedWhileReadingException}. A write through a memory mapping is not noticed before the kernel notices
     * it, and a write(2) only if it begins after the read: one that has gone on for longer than a clock tick by then,
     * as one of hundreds of megabytes may, was stamped when it began. A server that stamps by a clock of its own has to
     * agree with ours to a few milliseconds. Never opens anything but a regular file.
     */
    FileFacts read(BytePath name, NameOrigin origin, ByteSink sink) throws IOException;

    /** The same for a name that may come from anybody. */
    default FileFacts read(BytePath name, ByteSink sink) throws IOException {
        return read(name, NameOrigin.GIVEN, sink);
    }

    /**
     * Gives out those of these files that are small, for whoever reads many: each whole and in one state, as
     * {@link #read} would, in the order of the names. Left out are files that are not small, that have just been
     * changed, or that cannot be read: {@code read} gives them out, or says why not. Names side by side in one
     * directory cost less than others. Nothing is thrown but what the sink throws.
     */
    void readSmall(List<BytePath> names, NameOrigin origin, SmallFileSink sink) throws IOException;

    /**
     * The whole file as an array, or fails when it is larger than {@code limit} bytes.
     */
    byte[] readAll(BytePath name, int limit) throws IOException;

    /**
     * The first bytes, {@code limit} at most, of a file whose size the kernel only finds out while it is read, as of
     * those of {@code /proc}. They need not be one state of it.
     */
    byte[] readUnsized(BytePath name, int limit) throws IOException;

    /**
     * Makes the file hold these bytes. At every instant it holds the old ones or the new ones, whatever fails and
     * whoever kills the process; a failure leaves nothing behind. A file that holds them already is not touched.
     * Missing directories are made. An existing file keeps its permissions and its POSIX ACL, set-id bits apart, and if
     * possible its owner and group; rights that cannot be kept are narrowed, which is a warning, and never widened. Its
     * other extended attributes, such as {@code user.*}, speak of the old contents and go with them. An old file that
     * cannot be read, whatever its size, is one with other bytes. Other hard links to it keep the old contents. Names
     * of the form of our temporary files are refused.
     */
    WriteResult write(BytePath name, Content content, WriteOptions options) throws IOException;

    /**
     * Removes the regular file of this name, whatever it holds, and leaves its directory.
     *
     * @return whether there was one
     */
    boolean remove(BytePath name) throws IOException;

    /**
     * Reports all files below this directory, the empty name meaning the root, in the order of their names' bytes. A
     * few directories are open at a time, however deep the tree is; memory is that of the names in the directories
     * between the current one and the start, and time that of the names of files and of the components of directories.
     */
    void walk(BytePath directory, PathFilter filter, WalkVisitor visitor) throws IOException;

    @Override
    void close();
}
