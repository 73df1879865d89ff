package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Keeps directories open until it is closed. Safe for many threads, except for closing. */
final class Roots implements AutoCloseable {
    private final FileIo io;
    private final Map<BytePath, Root> open = new HashMap<>();

    Roots(FileIo io) {
        this.io = io;
    }

    synchronized Root open(BytePath directory) throws IOException {
        Root root = open.get(directory);
        if (root == null) {
            root = io.open(directory);
            open.put(directory, root);
        }
        return root;
    }

    synchronized Root openOrCreate(BytePath directory) throws IOException {
        Root root = open.get(directory);
        if (root == null) {
            root = io.openOrCreate(directory);
            open.put(directory, root);
        }
        return root;
    }

    @Override
    public void close() {
        open.values().forEach(Root::close);
    }
}
