package io.github.syscallmaven.io.portable;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.testing.io.PathTree;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A tree in a file system of memory that has the rules of some operating system. */
public final class PortableTree extends PathTree {
    private final FileSystem files;

    public PortableTree(Configuration rules) throws IOException {
        this(Jimfs.newFileSystem(rules));
    }

    private PortableTree(FileSystem files) throws IOException {
        super(Files.createDirectory(files.getRootDirectories().iterator().next().resolve("base")));
        this.files = files;
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
