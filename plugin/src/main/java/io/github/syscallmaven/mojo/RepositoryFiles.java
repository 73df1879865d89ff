package io.github.syscallmaven.mojo;

import io.github.syscallmaven.info.GitFiles;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** What lies outside the project and is only looked at: git's directories, and files that CI providers name. */
final class RepositoryFiles implements GitFiles {
    /** In bytes; all of these files are a line or a page. */
    private static final int LIMIT = 1024 * 1024;

    private final FileIo io;

    RepositoryFiles(FileIo io) {
        this.io = io;
    }

    @Override
    public boolean exists(String path) {
        BytePath file = BytePath.of(path);
        try (Root directory = io.open(parent(file))) {
            return directory.stat(file.fileName()).isPresent();
        } catch (FileSystemException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> firstLine(String path) {
        return read(path)
                .flatMap(bytes ->
                        new String(bytes, StandardCharsets.UTF_8).lines().findFirst());
    }

    /** The whole file; empty when there is no such file, or it cannot be read. */
    Optional<byte[]> read(String path) {
        BytePath file = BytePath.of(path);
        try (Root directory = io.open(parent(file))) {
            boolean isFile = directory
                    .stat(file.fileName())
                    .filter(facts -> facts.type() == FileType.REGULAR)
                    .isPresent();
            return isFile ? Optional.of(directory.readAll(file.fileName(), LIMIT)) : Optional.empty();
        } catch (IOException notToBeRead) {
            // git reads its own files itself and tells what is wrong with them; those of CI providers are a courtesy.
            return Optional.empty();
        }
    }

    private static BytePath parent(BytePath file) {
        return file.parent().isEmpty() ? BytePath.of("/") : file.parent();
    }
}
