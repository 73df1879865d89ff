package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.portable.disk.Attributes;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file and notices if it changes while it is read, unless that happens within one tick of the file system's
 * clock.
 */
record WholeRead(Disk disk, Path file, BytePath shown) {
    private static final int PIECE = 128 * 1024;

    /** Gives out all of it; {@code before} is what it was like just now. */
    void read(Attributes before, ByteSink sink) throws IOException {
        long read = 0;
        try (InputStream in = open()) {
            byte[] piece = new byte[(int) Math.max(1, Math.min(before.size(), PIECE))];
            // A file without a size may still have contents, as those of /proc do: look once.
            do {
                int more = read(in, piece);
                if (more < 0) {
                    break;
                }
                read += more;
                if (read > before.size()) {
                    throw new ChangedWhileReadingException(
                            shown.toString(), "it has more than the " + before.size() + " bytes that it had at first");
                }
                sink.accept(ByteBuffer.wrap(piece, 0, more));
            } while (read < before.size());
        }
        requireUnchanged(before, attributes(), read);
    }

    private Optional<Attributes> attributes() throws IOException {
        try {
            return disk.attributes(file);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    private InputStream open() throws IOException {
        try {
            return disk.open(file, shown);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    private int read(InputStream in, byte[] piece) throws IOException {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    private void requireUnchanged(Attributes before, Optional<Attributes> after, long read)
            throws ChangedWhileReadingException {
        if (read != before.size()) {
            throw new ChangedWhileReadingException(
                    shown.toString(), "it ended after " + read + " of " + before.size() + " bytes");
        }
        if (after.isEmpty() || !after.get().equals(before)) {
            throw new ChangedWhileReadingException(
                    shown.toString(),
                    after.isPresent() && after.get().size() != before.size()
                            ? "its size changed"
                            : "it was written to, renamed, replaced or given other permissions");
        }
    }

    /** So many of its first bytes at most, whatever its size is said to be. */
    byte[] readUnsized(int limit) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream in = open()) {
            byte[] piece = new byte[PIECE];
            for (int more = read(in, piece); more > 0 && all.size() < limit; more = read(in, piece)) {
                all.write(piece, 0, Math.min(more, limit - all.size()));
            }
        }
        return all.toByteArray();
    }
}
