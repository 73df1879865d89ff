package io.github.syscallmaven.testing.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree that Java's own classes arrange and look at. */
public abstract class PathTree implements TestTree {
    protected final Path base;

    protected PathTree(Path base) {
        this.base = base;
    }

    public Path path(String name) {
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
    public String text(String name) throws IOException {
        return Files.readString(path(name));
    }
}
