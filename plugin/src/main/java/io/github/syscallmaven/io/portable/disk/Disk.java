package io.github.syscallmaven.io.portable.disk;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file system as this package uses it: no link is followed, and what another process holds open is tried again. */
public record Disk(FileSystem files, Names names, Attempts attempts) {
    public boolean has(String view) {
        return files.supportedFileAttributeViews().contains(view);
    }

    /** What the path itself stands for; empty when there is nothing. */
    public Optional<Attributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Attributes.of(path, has("unix")));
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        }
    }

    /** A stream that does not end when its thread is interrupted. */
    public InputStream open(Path file, BytePath shown) throws IOException {
        return attempts.run(
                shown, () -> Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /** Deletes a file, and returns whether there was one. */
    public boolean delete(Path file, BytePath shown) throws IOException {
        return attempts.run(shown, () -> Files.deleteIfExists(file));
    }

    public List<Path> list(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    /** Makes the bytes of a file durable. */
    public void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Makes the names in a directory durable.
     *
     * @return whether this host can do so at all
     */
    public boolean syncDirectory(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException | UnsupportedOperationException notOpenedHere) {
            return false;
        }
        try (channel) {
            channel.force(true);
            return true;
        }
    }
}
