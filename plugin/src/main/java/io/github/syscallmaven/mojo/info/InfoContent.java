package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.mojo.Output;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** A file to write, and its contents. */
final class InfoContent {
    /** A file larger than this, in bytes, is not one of ours. */
    private static final int LIMIT = 16 * 1024 * 1024;

    private final InfoFile file;
    private final byte[] bytes;

    InfoContent(InfoFile file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    InfoFile file() {
        return file;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What the file holds; empty when there is none that could be one of ours. */
    static Optional<byte[]> read(FileIo io, Output output) throws IOException {
        try (Root root = io.open(output.root())) {
            return Optional.of(root.readAll(output.name(), LIMIT));
        } catch (FileSystemException noneThatCouldBeOurs) {
            // Another build may be replacing it at this moment: the last one has written all of it.
            return Optional.empty();
        }
    }
}
