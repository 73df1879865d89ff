package io.github.syscallmaven.io.kernel.path;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.RelativeName;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.Scratch;
import io.github.syscallmaven.io.kernel.call.StatMapping;
import io.github.syscallmaven.syscall.Dirents;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.Stat;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists a tree in the order of its names' bytes. Each directory is opened in the one above it, so that going down and
 * up costs the same at any depth. Whole names are made only for the visitor.
 */
public final class TreeWalk {
    private static final BytePath SLASH = BytePath.of("/");

    /**
     * How many of the directories on the way down stay open. More would cost descriptors, fewer the opening once more.
     */
    private static final int OPEN = 6;

    private final Kernel kernel;
    private final Beneath beneath;
    private final int root;
    private final BytePath rootPath;
    private final WalkVisitor visitor;
    private final DirectoryName name = new DirectoryName();
    private final List<Level> levels = new ArrayList<>();

    /** The uppermost level whose directory is open; those below it are open as well. */
    private int uppermost;

    public TreeWalk(Kernel kernel, Beneath beneath, int root, BytePath rootPath, WalkVisitor visitor) {
        this.kernel = kernel;
        this.beneath = beneath;
        this.root = root;
        this.rootPath = rootPath;
        this.visitor = visitor;
    }

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

    /** A directory whose entries are being told. */
    private static final class Level {
        final int nameLength;
        final PathFilter filter;
        Iterator<Entry> entries;

        @Nullable
        Fd directory;

        /** By which it is known again, once it was closed. */
        @Nullable
        Stat identity;

        Level(Fd directory, int nameLength, PathFilter filter, Iterator<Entry> entries) {
            this.directory = directory;
            this.nameLength = nameLength;
            this.filter = filter;
            this.entries = entries;
        }

        /** Closes it for a time. */
        void leave(Kernel kernel) {
            if (directory != null) {
                identity = Ascent.identity(kernel, directory);
                directory.close();
                directory = null;
            }
        }

        void close() {
            if (directory != null) {
                directory.close();
            }
        }
    }

    /** {@code start} is empty, or a name that {@link RelativeName} has passed; the filter sees names relative to it. */
    public void walk(BytePath start, PathFilter filter) throws IOException {
        BytePath shown = rootPath.resolve(start);
        Fd directory = beneath.openDirectory(root, start, kernel.directoryFlags(), shown);
        name.append(start);
        try {
            push(directory, filter);
        } catch (SyscallException e) {
            throw e.about(shown.toString());
        }
        try {
            while (!levels.isEmpty()) {
                Level level = levels.get(levels.size() - 1);
                if (level.entries.hasNext()) {
                    tell(level, level.entries.next());
                } else {
                    pop();
                }
            }
        } finally {
            levels.forEach(Level::close);
        }
    }

    private void tell(Level level, Entry entry) throws IOException {
        if (entry.type == FileType.DIRECTORY) {
            Optional<PathFilter> filter = level.filter.below(entry.name);
            if (filter.isPresent()) {
                descend(level, entry.name, filter.get());
            }
        } else if (level.filter.accepts(entry.name)) {
            visitor.visit(name.of(entry.name), entry.type);
        }
    }

    private void descend(Level level, BytePath component, PathFilter filter) throws IOException {
        try {
            int above = Objects.requireNonNull(level.directory).number();
            Fd directory = beneath.open(above, component, kernel.directoryFlags());
            name.append(component);
            push(directory, filter);
        } catch (IOException e) {
            name.cut(level.nameLength);
            BytePath whole = name.of(component);
            visitor.failed(
                    whole, e instanceof SyscallException call ? Beneath.explain(call, rootPath.resolve(whole)) : e);
        }
    }

    private void push(Fd directory, PathFilter filter) throws IOException {
        try {
            levels.add(new Level(directory, name.length(), filter, list(directory)));
        } catch (IOException | RuntimeException | Error e) {
            directory.close();
            throw e;
        }
        if (levels.size() - uppermost > OPEN) {
            levels.get(uppermost).leave(kernel);
            uppermost++;
        }
    }

    private void pop() throws IOException {
        Level done = levels.remove(levels.size() - 1);
        try {
            if (!levels.isEmpty()) {
                name.cut(levels.get(levels.size() - 1).nameLength);
                if (levels.size() == uppermost) {
                    uppermost--;
                    reopen(levels.get(uppermost), done);
                }
            }
        } finally {
            done.close();
        }
    }

    /** Goes up from a level to the one above it. If that one has gone meanwhile, what else was in it is not told. */
    private void reopen(Level level, Level below) throws IOException {
        level.directory = below.directory == null ? null : Ascent.from(kernel, below.directory, level.identity);
        if (level.directory == null) {
            BytePath whole = name.toPath();
            try {
                level.directory =
                        beneath.openDirectory(root, whole, kernel.directoryPathFlags(), rootPath.resolve(whole));
            } catch (IOException e) {
                level.entries = Collections.emptyIterator();
                visitor.failed(whole, e);
            }
        }
    }

    private Iterator<Entry> list(Fd directory) throws IOException {
        NativeBuffer listing = Scratch.ofThread().take();
        List<Entry> entries;
        try {
            entries = list(directory, listing);
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
        BytePath entry = BytePath.of(records.name());
        FileType type = StatMapping.typeOf(records);
        if (type == FileType.UNKNOWN) {
            type = kernel.stat(directory.number(), entry)
                    .map(StatMapping::typeOf)
                    .orElse(FileType.UNKNOWN);
        }
        entries.add(Entry.of(entry, type));
    }
}
