package io.github.syscallmaven.testing.io;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import java.util.List;

/** A tree of {@link MemoryFileIo}. */
public final class MemoryTree implements TestTree {
    private static final String BASE = "/base";

    private final MemoryFileIo io = new MemoryFileIo().directory(BASE);

    @Override
    public FileIo io() {
        return io;
    }

    @Override
    public BytePath base() {
        return BytePath.of(BASE);
    }

    @Override
    public void file(String name, String text) {
        io.file(path(name), text);
    }

    @Override
    public void directory(String name) {
        io.directory(path(name));
    }

    @Override
    public void link(String name, String target) {
        io.link(path(name), target);
    }

    @Override
    public void special(String name, FileType type) {
        io.special(path(name), type);
    }

    @Override
    public void mountOn(String name) throws Exception {
        io.mountOn(path(name));
    }

    @Override
    public void permissions(String name, int permissions) throws Exception {
        io.permissions(path(name), permissions);
    }

    @Override
    public String text(String name) throws Exception {
        return io.text(path(name));
    }

    @Override
    public List<BytePath> list() throws Exception {
        return io.list(BASE);
    }

    private static String path(String name) {
        return BASE + "/" + name;
    }

    @Override
    public void close() {}
}
