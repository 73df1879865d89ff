package io.github.syscallmaven.io.portable;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.testing.io.TestTree;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A tree in a file system of memory that has the rules of some operating system. */
public final class PortableTree implements TestTree {
    private final FileSystem files;
    private final Path base;

    public PortableTree(Configuration rules) throws IOException {
        this.files = Jimfs.newFileSystem(rules);
        this.base = Files.createDirectory(
                files.getRootDirectories().iterator().next().resolve("base"));
    }

    @Override
    public FileIo io() {
        return new PortableFileIo(files);
    }

    @Override
    public BytePath base() {
        return BytePath.of(slashes(base));
    }

    private String slashes(Path path) {
        return path.toString().replace(files.getSeparator(), "/");
    }

    private Path path(String name) {
        return base.resolve(name);
    }

    @Override
    public void file(String name, String text) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.writeString(path(name), text);
    }

    @Override
    public void directory(String name) throws IOException {
        Files.createDirectories(path(name));
    }

    @Override
    public void link(String name, String target) throws IOException {
        Files.createSymbolicLink(
                path(name),
                target.startsWith("/") ? base.getRoot().resolve(target.substring(1)) : files.getPath(target));
    }

    @Override
    public void special(String name, FileType type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void mountOn(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void permissions(String name, int permissions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String text(String name) throws IOException {
        return Files.readString(path(name));
    }

    @Override
    public List<BytePath> list() throws IOException {
        try (Stream<Path> all = Files.walk(base)) {
            return all.filter(path -> !path.equals(base))
                    .map(path -> BytePath.of(slashes(base.relativize(path))))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
