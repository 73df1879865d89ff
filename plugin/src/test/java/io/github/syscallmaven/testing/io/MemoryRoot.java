package io.github.syscallmaven.testing.io;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.RelativeName;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.SmallFileSink;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.io.kernel.read.SmallRead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A root of {@link MemoryFileIo}. */
final class MemoryRoot implements Root {
    private final MemoryFileIo io;
    private final BytePath path;
    private final MemoryNode directory;
    private volatile boolean closed;

    MemoryRoot(MemoryFileIo io, BytePath path, MemoryNode directory) {
        this.io = io;
        this.path = path;
        this.directory = directory;
    }

    @Override
    public BytePath path() {
        return path;
    }

    @Override
    public Optional<FileFacts> stat(BytePath name) throws IOException {
        BytePath plain = check(name);
        synchronized (io) {
            try {
                MemoryNode parent = resolve(plain.parent(), plain);
                return Optional.of(MemoryFileIo.child(parent, plain.fileName(), path.resolve(plain))
                        .facts());
            } catch (NoSuchFileException nothing) {
                return Optional.empty();
            }
        }
    }

    @Override
    public FileFacts read(BytePath name, NameOrigin origin, ByteSink sink) throws IOException {
        BytePath plain = check(name);
        FileFacts facts;
        byte[] bytes;
        IOException failure;
        synchronized (io) {
            MemoryNode file = resolve(plain, plain);
            if (!file.is(FileType.REGULAR)) {
                throw refused(plain, "it is " + file.type.description() + ", not a regular file");
            }
            facts = file.facts();
            failure = file.failure;
            bytes = failure == null ? file.bytes : Arrays.copyOf(file.bytes, file.bytes.length / 2);
        }
        if (bytes.length > 0) {
            sink.accept(ByteBuffer.wrap(bytes.clone()));
        }
        if (failure != null) {
            throw failure;
        }
        return facts;
    }

    @Override
    public void readSmall(List<BytePath> names, NameOrigin origin, SmallFileSink sink) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            byte[] bytes = small(names.get(i));
            if (bytes != null) {
                sink.accept(i, ByteBuffer.wrap(bytes));
            }
        }
    }

    private byte @Nullable [] small(BytePath name) {
        try {
            return readAll(name, SmallRead.SMALL);
        } catch (IOException leftOut) {
            return null;
        }
    }

    @Override
    public byte[] readUnsized(BytePath name, int limit) throws IOException {
        byte[] all = readAll(name, Integer.MAX_VALUE);
        return Arrays.copyOf(all, Math.min(limit, all.length));
    }

    @Override
    public byte[] readAll(BytePath name, int limit) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        FileFacts facts = read(name, piece -> {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            all.writeBytes(bytes);
        });
        if (facts.size() > limit) {
            throw MemoryFileIo.failed(path.resolve(name), "it has more than " + limit + " bytes");
        }
        return all.toByteArray();
    }

    @Override
    public WriteResult write(BytePath name, Content content, WriteOptions options) throws IOException {
        BytePath plain = check(name);
        synchronized (io) {
            requireReplaceable(plain, options);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        synchronized (io) {
            return new WriteResult(put(plain, bytes.toByteArray(), options), List.of());
        }
    }

    private Outcome put(BytePath plain, byte[] bytes, WriteOptions options) throws IOException {
        MemoryNode old = requireReplaceable(plain, options).orElse(null);
        if (old != null && Arrays.equals(old.bytes, bytes)) {
            return Outcome.UNCHANGED;
        }
        if (old != null && old.mountPoint) {
            throw MemoryFileIo.failed(path.resolve(plain), "EBUSY; it is a mount point and cannot be replaced whole");
        }
        MemoryNode made = io.node(FileType.REGULAR);
        made.bytes = bytes;
        made.permissions = old == null ? made.permissions : old.permissions & 0777;
        makeDirectories(plain.parent()).children.put(plain.fileName(), made);
        return old == null ? Outcome.CREATED : Outcome.REPLACED;
    }

    @Override
    public boolean remove(BytePath name) throws IOException {
        BytePath plain = check(name);
        synchronized (io) {
            try {
                MemoryNode parent = resolve(plain.parent(), plain);
                MemoryNode file = MemoryFileIo.child(parent, plain.fileName(), path.resolve(plain));
                if (!file.is(FileType.REGULAR)) {
                    throw refused(plain, "it is " + file.type.description() + ", not a regular file");
                }
                parent.children.remove(plain.fileName());
                return true;
            } catch (NoSuchFileException nothing) {
                return false;
            }
        }
    }

    private Optional<MemoryNode> requireReplaceable(BytePath plain, WriteOptions options) throws IOException {
        BytePath shown = path.resolve(plain);
        for (BytePath component : MemoryFileIo.components(plain)) {
            if (component.length() > MemoryFileIo.NAME_MAX) {
                throw MemoryFileIo.failed(shown, "ENAMETOOLONG");
            }
        }
        MemoryNode old;
        try {
            old = MemoryFileIo.child(resolve(plain.parent(), plain), plain.fileName(), shown);
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        }
        if (!old.is(FileType.REGULAR)) {
            throw refused(plain, "it is " + old.type.description() + "; only a regular file is replaced");
        }
        if (!options.replace()) {
            throw new FileAlreadyExistsException(shown.toString(), null, "it exists, and is not to be replaced");
        }
        return Optional.of(old);
    }

    private MemoryNode makeDirectories(BytePath name) {
        MemoryNode at = directory;
        for (BytePath component : MemoryFileIo.components(name)) {
            at = at.children.computeIfAbsent(component, missing -> io.node(FileType.DIRECTORY));
        }
        return at;
    }

    /** What the name stands for, when no link is on the way and it is none. */
    private MemoryNode resolve(BytePath name, BytePath plain) throws IOException {
        MemoryNode at = directory;
        for (BytePath component : MemoryFileIo.components(name)) {
            at = MemoryFileIo.child(at, component, path.resolve(plain));
            if (at.is(FileType.SYMLINK)) {
                throw refused(plain, "it is, or lies behind, a symbolic link; these are not followed");
            }
        }
        return at;
    }

    private record Found(BytePath name, FileType type) {}

    @Override
    public void walk(BytePath start, PathFilter filter, WalkVisitor visitor) throws IOException {
        BytePath plain = start.isEmpty() ? start : RelativeName.checkDirectory(path, start);
        List<Found> found = new ArrayList<>();
        requireOpen();
        synchronized (io) {
            MemoryNode top = resolve(plain, plain);
            if (!top.is(FileType.DIRECTORY)) {
                throw MemoryFileIo.failed(path.resolve(plain), "ENOTDIR");
            }
            collect(top, BytePath.EMPTY, filter, found);
        }
        found.sort(Comparator.comparing(Found::name));
        for (Found one : found) {
            visitor.visit(plain.resolve(one.name), one.type);
        }
    }

    private void collect(MemoryNode node, BytePath name, PathFilter filter, List<Found> found) {
        for (Map.Entry<BytePath, MemoryNode> child : node.children.entrySet()) {
            BytePath whole = name.resolve(child.getKey());
            FileType type = child.getValue().type;
            if (type != FileType.DIRECTORY) {
                if (filter.accepts(child.getKey())) {
                    found.add(new Found(whole, type));
                }
            } else {
                filter.below(child.getKey()).ifPresent(below -> collect(child.getValue(), whole, below, found));
            }
        }
    }

    private BytePath check(BytePath name) throws RefusedException {
        requireOpen();
        return RelativeName.check(path, name);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("'" + path + "' is closed");
        }
    }

    private RefusedException refused(BytePath plain, String why) {
        return new RefusedException(path.resolve(plain).toString(), why);
    }

    @Override
    public void close() {
        closed = true;
    }
}
