package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.RelativeName;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.SmallFileSink;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.io.portable.Beneath.Found;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** A root by {@code java.nio.file}. */
final class PortableRoot implements Root {
    /** In bytes. */
    private static final int SMALL = 32 * 1024;

    /** Against those who remove directories, each of which can make one try fail. */
    private static final int WRITE_TRIES = 10;

    private final Disk disk;
    private final BytePath path;
    private final Beneath beneath;
    /** Directories above this one that have got a new name in them, which is not yet durable. */
    private final Queue<Path> above;

    private final Set<Path> tidied = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    PortableRoot(Disk disk, BytePath path, Path real, List<Path> above) {
        this.disk = disk;
        this.path = path;
        this.beneath = new Beneath(disk, real, path);
        this.above = new ConcurrentLinkedQueue<>(above);
    }

    @Override
    public BytePath path() {
        return path;
    }

    private BytePath check(BytePath name) throws RefusedException {
        requireOpen();
        BytePath plain = RelativeName.check(path, name);
        disk.names().check(plain, path.resolve(plain));
        return plain;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("'" + path + "' is closed");
        }
    }

    @Override
    public Optional<FileFacts> stat(BytePath name) throws IOException {
        BytePath plain = check(name);
        Optional<Found> found = beneath.find(plain, path.resolve(plain));
        return found.map(there -> there.attributes().facts(there.path()));
    }

    @Override
    public FileFacts read(BytePath name, NameOrigin origin, ByteSink sink) throws IOException {
        BytePath plain = check(name);
        BytePath shown = path.resolve(plain);
        Found found = file(plain, shown, origin);
        new WholeRead(disk, found.path(), shown).read(found.attributes(), sink);
        return found.attributes().facts(found.path());
    }

    private Found file(BytePath plain, BytePath shown, NameOrigin origin) throws IOException {
        try {
            return beneath.file(plain, shown, origin);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    @Override
    public void readSmall(List<BytePath> names, NameOrigin origin, SmallFileSink sink) throws IOException {
        requireOpen();
        for (int i = 0; i < names.size(); i++) {
            Optional<byte[]> bytes = small(names.get(i), origin);
            if (bytes.isPresent()) {
                sink.accept(i, ByteBuffer.wrap(bytes.get()));
            }
        }
    }

    private Optional<byte[]> small(BytePath name, NameOrigin origin) {
        try {
            return Optional.of(whole(check(name), SMALL, origin));
        } catch (IOException toldByWhoeverReadsItAlone) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] readAll(BytePath name, int limit) throws IOException {
        return whole(check(name), limit, NameOrigin.GIVEN);
    }

    private byte[] whole(BytePath plain, int limit, NameOrigin origin) throws IOException {
        BytePath shown = path.resolve(plain);
        Found found = file(plain, shown, origin);
        if (found.attributes().size() > limit) {
            throw new FileSystemException(shown.toString(), null, "it has more than " + limit + " bytes");
        }
        ByteArrayOutputStream all =
                new ByteArrayOutputStream((int) found.attributes().size());
        new WholeRead(disk, found.path(), shown).read(found.attributes(), piece -> {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            all.writeBytes(bytes);
        });
        return all.toByteArray();
    }

    @Override
    public byte[] readUnsized(BytePath name, int limit) throws IOException {
        BytePath plain = check(name);
        BytePath shown = path.resolve(plain);
        return new WholeRead(disk, file(plain, shown, NameOrigin.GIVEN).path(), shown).readUnsized(limit);
    }

    @Override
    public WriteResult write(BytePath name, Content content, WriteOptions options) throws IOException {
        BytePath plain = check(name);
        BytePath shown = path.resolve(plain);
        if (FileIo.isTemporary(plain)) {
            throw new RefusedException(
                    shown.toString(), "it has the name of a temporary file, which the next write would remove");
        }
        AtomicBoolean asked = new AtomicBoolean();
        Content noting = out -> {
            asked.set(true);
            content.writeTo(out);
        };
        for (int tries = 1; ; tries++) {
            try {
                return write(plain, shown, noting, options);
            } catch (NoSuchFileException e) {
                // Somebody has removed a directory between our finding or making it and our writing into it; it may be
                // another writer who has failed and takes back what it had made.
                boolean mayAsk = !(options.once() && asked.get());
                if (tries == WRITE_TRIES || !mayAsk || !shown.toString().equals(e.getFile())) {
                    throw e;
                }
            }
        }
    }

    private WriteResult write(BytePath plain, BytePath shown, Content content, WriteOptions options)
            throws IOException {
        List<String> warnings = new ArrayList<>();
        Deque<Path> made = new ArrayDeque<>();
        try {
            Path parent = parent(plain, shown, made);
            if (options.durability() == Durability.FULL) {
                syncMade(made, shown, warnings);
            }
            Temporaries temporaries = new Temporaries(disk, parent, shown.parent());
            if (tidied.add(parent)) {
                temporaries.removeLeftovers(warnings);
            }
            Optional<Found> old = beneath.find(plain, shown);
            Path file = disk.names().child(parent, plain.fileName(), shown);
            WholeWrite write = new WholeWrite(disk, file, shown, options, warnings);
            return new WriteResult(write.write(content, temporaries, old.orElse(null)), warnings);
        } catch (IOException | RuntimeException | Error e) {
            Directories.remove(made, e);
            throw e;
        }
    }

    private Path parent(BytePath plain, BytePath shown, Deque<Path> made) throws IOException {
        try {
            return beneath.parentMade(plain, shown, made);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    private void syncMade(Deque<Path> made, BytePath shown, List<String> warnings) throws IOException {
        for (Path directory : made) {
            Directories.sync(disk, directory.resolveSibling(""), shown, warnings);
        }
        for (Path directory = above.poll(); directory != null; directory = above.poll()) {
            Directories.sync(disk, directory, shown, warnings);
        }
    }

    @Override
    public boolean remove(BytePath name) throws IOException {
        BytePath plain = check(name);
        BytePath shown = path.resolve(plain);
        try {
            Optional<Found> found = beneath.find(plain, shown);
            if (found.isEmpty()) {
                return false;
            }
            found.get().attributes().requireRegular(shown);
            return disk.delete(found.get().path(), shown);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    @Override
    public void walk(BytePath start, PathFilter filter, WalkVisitor visitor) throws IOException {
        requireOpen();
        BytePath plain = start.isEmpty() ? start : RelativeName.checkDirectory(path, start);
        BytePath shown = path.resolve(plain);
        disk.names().check(plain, shown);
        Path directory;
        try {
            directory = beneath.directory(plain, shown);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
        new TreeWalk(disk, path, visitor).walk(directory, plain, filter);
    }

    @Override
    public void close() {
        closed = true;
    }
}
