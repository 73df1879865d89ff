package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.portable.disk.Attributes;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists a tree in the order of its names' bytes. */
record TreeWalk(Disk disk, BytePath shownBase, WalkVisitor visitor) {
    private static final BytePath NOTHING = BytePath.of("");

    /** @param order the name; that of a directory with a slash, since what is below it sorts by one */
    private record Entry(BytePath order, BytePath name, Path path, FileType type) {
        static Entry of(BytePath name, Path path, FileType type) {
            return new Entry(type == FileType.DIRECTORY ? name.resolve(NOTHING) : name, name, path, type);
        }
    }

    void walk(Path directory, BytePath name, PathFilter filter) throws IOException {
        List<Entry> entries;
        try {
            entries = list(directory, name);
        } catch (IOException e) {
            throw Failure.about(shownBase.resolve(name), e);
        }
        report(entries, name, filter);
    }

    private void report(List<Entry> entries, BytePath directory, PathFilter filter) throws IOException {
        for (Entry entry : entries) {
            BytePath whole = directory.resolve(entry.name);
            Optional<PathFilter> below = entry.type == FileType.DIRECTORY ? filter.below(entry.name) : Optional.empty();
            if (below.isPresent()) {
                descend(entry, whole, below.get());
            } else if (entry.type != FileType.DIRECTORY && filter.accepts(entry.name)) {
                visitor.visit(whole, entry.type);
            }
        }
    }

    private void descend(Entry entry, BytePath name, PathFilter filter) throws IOException {
        List<Entry> entries;
        try {
            entries = list(entry.path, name);
        } catch (IOException e) {
            visitor.failed(name, Failure.about(shownBase.resolve(name), e));
            return;
        }
        report(entries, name, filter);
    }

    private List<Entry> list(Path directory, BytePath name) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path path : disk.list(directory)) {
            BytePath entry;
            try {
                entry = disk.names().of(path);
            } catch (RefusedException e) {
                throw new RefusedException(e.getFile() + " in '" + shownBase.resolve(name) + "'", e.getReason());
            }
            Optional<Attributes> attributes = disk.attributes(path);
            if (attributes.isPresent()) {
                entries.add(Entry.of(entry, path, attributes.get().type()));
            }
        }
        entries.sort(Comparator.comparing(Entry::order));
        return entries;
    }
}
