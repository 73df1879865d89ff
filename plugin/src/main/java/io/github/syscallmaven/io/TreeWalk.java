package io.github.syscallmaven.io;

import io.github.syscallmaven.syscall.Dirents;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Lists a tree in the order of its names' bytes, with one directory open at a time. */
final class TreeWalk {
    private static final BytePath SLASH = BytePath.of("/");

    private final Kernel kernel;
    private final Beneath beneath;
    private final int root;
    private final BytePath rootPath;
    private final PathFilter filter;
    private final WalkVisitor visitor;
    private final Deque<Level> levels = new ArrayDeque<>();

    TreeWalk(Kernel kernel, Beneath beneath, int root, BytePath rootPath, PathFilter filter, WalkVisitor visitor) {
        this.kernel = kernel;
        this.beneath = beneath;
        this.root = root;
        this.rootPath = rootPath;
        this.filter = filter;
        this.visitor = visitor;
    }

    /** A directory whose entries are being told. */
    private record Level(BytePath name, Iterator<Entry> entries) {}

    /** A directory is sorted as if its name ended in a slash, so that whole names come out in order. */
    private record Entry(BytePath name, FileType type, BytePath key) implements Comparable<Entry> {
        static Entry of(BytePath name, FileType type) {
            return new Entry(name, type, type == FileType.DIRECTORY ? name.concat(SLASH) : name);
        }

        @Override
        public int compareTo(Entry other) {
            return key.compareTo(other.key);
        }
    }

    /** {@code start} is empty, or a name that {@link RelativeName} has passed; the filter sees names relative to it. */
    void walk(BytePath start) throws IOException {
        levels.push(new Level(start, list(start)));
        while (!levels.isEmpty()) {
            Level level = levels.element();
            if (level.entries.hasNext()) {
                tell(start, level, level.entries.next());
            } else {
                levels.pop();
            }
        }
    }

    private void tell(BytePath start, Level level, Entry entry) throws IOException {
        BytePath name = level.name.resolve(entry.name);
        BytePath relative = start.isEmpty() ? name : name.slice(start.length() + 1, name.length());
        if (entry.type != FileType.DIRECTORY) {
            if (filter.accepts(relative)) {
                visitor.visit(name, entry.type);
            }
        } else if (filter.descends(relative)) {
            descend(name);
        }
    }

    private void descend(BytePath name) throws IOException {
        Iterator<Entry> entries;
        try {
            entries = list(name);
        } catch (IOException e) {
            visitor.failed(name, e);
            return;
        }
        levels.push(new Level(name, entries));
    }

    private Iterator<Entry> list(BytePath name) throws IOException {
        BytePath shown = rootPath.resolve(name);
        NativeBuffer listing = Scratch.ofThread().take();
        List<Entry> entries;
        try (Fd directory = beneath.openDirectory(root, name, kernel.directory(), shown)) {
            entries = list(directory, listing);
        } catch (SyscallException e) {
            throw e.about(shown.toString());
        } finally {
            Scratch.ofThread().give(listing);
        }
        Collections.sort(entries);
        return entries.iterator();
    }

    private List<Entry> list(Fd directory, NativeBuffer listing) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int length = kernel.getdents(directory.number(), listing);
                length > 0;
                length = kernel.getdents(directory.number(), listing)) {
            Dirents records = new Dirents(listing, length);
            while (records.next()) {
                if (!records.isDot()) {
                    add(directory, records, entries);
                }
            }
        }
        return entries;
    }

    private void add(Fd directory, Dirents records, List<Entry> entries) throws SyscallException {
        BytePath name = BytePath.of(records.name());
        FileType type = Facts.typeOf(records);
        if (type == FileType.UNKNOWN) {
            type = kernel.stat(directory.number(), name).map(Facts::typeOf).orElse(FileType.UNKNOWN);
        }
        entries.add(Entry.of(name, type));
    }
}
