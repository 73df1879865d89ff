package io.github.syscallmaven.testing.io;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileType;
import java.io.IOException;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file in memory, of whatever type; its name is its directory's to know. */
final class MemoryNode {
    final FileType type;
    final long inode;
    final TreeMap<BytePath, MemoryNode> children = new TreeMap<>();
    int permissions;
    byte[] bytes = {};
    Instant modified;
    BytePath target = BytePath.EMPTY;
    boolean mountPoint;

    @Nullable
    IOException failure;

    MemoryNode(FileType type, long inode, int permissions, Instant modified) {
        this.type = type;
        this.inode = inode;
        this.permissions = permissions;
        this.modified = modified;
    }

    boolean is(FileType other) {
        return type == other;
    }

    FileFacts facts() {
        return new FileFacts(type, bytes.length, modified, permissions, 1, inode);
    }
}
