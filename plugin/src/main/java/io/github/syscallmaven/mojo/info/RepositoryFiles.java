package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.mojo.BaseDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files outside the project: git's directories, and files that CI providers name. */
final class RepositoryFiles implements GitFiles {
    private final FileIo io;

    RepositoryFiles(FileIo io) {
        this.io = io;
    }

    @Override
    public boolean exists(String path) {
        BytePath file = BaseDirectory.pathOf(path);
        try (Root directory = io.open(file.folder())) {
            return directory.stat(file.fileName()).isPresent();
        } catch (IOException notToBeSeen) {
            // Git takes what it cannot look at for absent, too.
            return false;
        }
    }

    /** The whole file; empty when there is no such file, or it cannot be read. */
    Optional<byte[]> read(String path) {
        return read(path, SMALL);
    }

    @Override
    public Optional<byte[]> read(String path, int limit) {
        BytePath file = BaseDirectory.pathOf(path);
        try (Root directory = io.open(file.folder())) {
            return isFile(directory, file) ? Optional.of(directory.readAll(file.fileName(), limit)) : Optional.empty();
        } catch (IOException notToBeRead) {
            // git reads its own files itself and says what is wrong with them; those of CI providers are a courtesy.
            return Optional.empty();
        }
    }

    private static boolean isFile(Root directory, BytePath file) throws IOException {
        return directory
                .stat(file.fileName())
                .filter(facts -> facts.type() == FileType.REGULAR)
                .isPresent();
    }

    @Override
    public Optional<byte[]> environmentOf(long pid) {
        try (Root process = io.open(BytePath.of("/proc/" + pid))) {
            return Optional.of(process.readUnsized(BytePath.of("environ"), SMALL));
        } catch (IOException goneOrSomebodyElses) {
            return Optional.empty();
        }
    }

    @Override
    public void facts(String directory, List<BytePath> names, Consumer<Optional<FileFacts>> sink) {
        BytePath start = BaseDirectory.pathOf(directory);
        int next = 0;
        while (next < names.size()) {
            BytePath parent = names.get(next).parent();
            int end = next + 1;
            while (end < names.size() && names.get(end).parent().equals(parent)) {
                end++;
            }
            factsIn(parent.isEmpty() ? start : start.resolve(parent), names.subList(next, end), sink);
            next = end;
        }
    }

    private void factsIn(BytePath directory, List<BytePath> names, Consumer<Optional<FileFacts>> sink) {
        try (Root root = io.open(directory)) {
            names.forEach(name -> sink.accept(facts(root, name.fileName())));
        } catch (IOException notToBeSeen) {
            names.forEach(name -> sink.accept(Optional.empty()));
        }
    }

    private static Optional<FileFacts> facts(Root directory, BytePath name) {
        try {
            return directory.stat(name);
        } catch (IOException notToBeSeen) {
            return Optional.empty();
        }
    }
}
