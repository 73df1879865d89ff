package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.syscall.Errno.ENOENT;

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
import io.github.syscallmaven.io.kernel.call.Fd;
import io.github.syscallmaven.io.kernel.call.Kernel;
import io.github.syscallmaven.io.kernel.call.ShortWriteException;
import io.github.syscallmaven.io.kernel.call.StatMapping;
import io.github.syscallmaven.io.kernel.call.Sync;
import io.github.syscallmaven.io.kernel.call.Target;
import io.github.syscallmaven.io.kernel.path.Beneath;
import io.github.syscallmaven.io.kernel.path.Leftovers;
import io.github.syscallmaven.io.kernel.path.ParentDirectory;
import io.github.syscallmaven.io.kernel.path.TreeWalk;
import io.github.syscallmaven.io.kernel.read.GrowingFile;
import io.github.syscallmaven.io.kernel.read.SmallRead;
import io.github.syscallmaven.io.kernel.read.StableRead;
import io.github.syscallmaven.io.kernel.write.AtomicWrite;
import io.github.syscallmaven.io.kernel.write.WriteFailure;
import io.github.syscallmaven.syscall.SyscallException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A root by system calls. */
final class SyscallRoot implements Root {
    /** Against those who remove directories, each of which can make one try fail. */
    private static final int WRITE_TRIES = 10;

    private final Kernel kernel;
    private final Beneath beneath;
    private final StableRead reader;
    private final SmallRead smallRead;
    private final Leftovers leftovers;
    private final BytePath path;
    private final Fd directory;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Directories above this one that have got a new name in them, which is not yet durable. */
    private final Queue<BytePath> made;

    private final Set<BytePath> tidied = ConcurrentHashMap.newKeySet();

    SyscallRoot(KernelAccess access, BytePath path, Fd directory, List<BytePath> made) {
        this.kernel = access.kernel();
        this.beneath = access.beneath();
        this.reader = access.reader();
        this.smallRead = access.smallRead();
        this.leftovers = access.leftovers();
        this.path = path;
        this.directory = directory;
        this.made = new ConcurrentLinkedQueue<>(made);
    }

    @Override
    public BytePath path() {
        return path;
    }

    /** Its number may be another file's by now, once it is closed. */
    private Fd directory() {
        if (closed.get()) {
            throw new IllegalStateException("'" + path + "' is closed");
        }
        return directory;
    }

    @Override
    public Optional<FileFacts> stat(BytePath name) throws IOException {
        BytePath plain = RelativeName.check(path, name);
        BytePath shown = path.resolve(plain);
        if (plain.parent().isEmpty()) {
            return statHere(plain, shown);
        }
        try (Fd parent =
                beneath.openDirectory(directory().number(), plain.parent(), kernel.directoryPathFlags(), shown)) {
            return kernel.stat(parent.number(), plain.fileName()).map(StatMapping::of);
        } catch (NoSuchFileException missingParent) {
            return Optional.empty();
        } catch (SyscallException e) {
            throw Beneath.explain(e, shown);
        }
    }

    /** Of a name in this very directory, which needs no way to it: who looks at many takes one call for each. */
    private Optional<FileFacts> statHere(BytePath name, BytePath shown) throws IOException {
        try {
            return kernel.stat(directory().number(), name).map(StatMapping::of);
        } catch (SyscallException e) {
            throw Beneath.explain(e, shown);
        }
    }

    @Override
    public FileFacts read(BytePath name, NameOrigin origin, ByteSink sink) throws IOException {
        BytePath plain = RelativeName.check(path, name);
        if (origin == NameOrigin.GIVEN) {
            requireRegular(plain);
        }
        BytePath shown = path.resolve(plain);
        try (Fd file = beneath.open(directory().number(), plain, kernel.readFlags(), shown)) {
            return reader.read(file, sink, shown);
        }
    }

    /** Looks through a descriptor that only names the file: to open a FIFO or a device would already do something. */
    private void requireRegular(BytePath plain) throws IOException {
        BytePath shown = path.resolve(plain);
        try (Fd file = beneath.open(directory().number(), plain, kernel.pathFlags(), shown)) {
            StableRead.requireRegular(StatMapping.typeOf(kernel.stat(file.number())), shown);
        } catch (SyscallException e) {
            throw e.about(shown.toString());
        }
    }

    @Override
    public void readSmall(List<BytePath> names, NameOrigin origin, SmallFileSink sink) throws IOException {
        smallRead.read(directory().number(), names, origin, sink);
    }

    @Override
    public byte[] readAll(BytePath name, int limit) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        read(name, piece -> {
            if (piece.remaining() > limit - all.size()) {
                throw new FileSystemException(
                        path.resolve(name).toString(), null, "it has more than " + limit + " bytes");
            }
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            all.writeBytes(bytes);
        });
        return all.toByteArray();
    }

    @Override
    public byte[] readUnsized(BytePath name, int limit) throws IOException {
        BytePath plain = RelativeName.check(path, name);
        BytePath shown = path.resolve(plain);
        requireRegular(plain);
        try (Fd file = beneath.open(directory().number(), plain, kernel.readFlags(), shown)) {
            return reader.readUnsized(file, limit);
        } catch (SyscallException e) {
            throw e.about(shown.toString());
        }
    }

    @Override
    public WriteResult write(BytePath name, Content content, WriteOptions options) throws IOException {
        BytePath plain = RelativeName.check(path, name);
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
        Sync sync = new Sync(kernel, options.durability(), shown, warnings);
        syncMade(sync);
        try (ParentDirectory parent = parent(plain, shown, sync)) {
            try {
                prepare(parent.directory(), plain.parent(), warnings);
                Target target = new Target(parent.directory(), plain.fileName(), shown);
                AtomicWrite write = new AtomicWrite(kernel, target, options, sync, warnings);
                return new WriteResult(write.write(content), warnings);
            } catch (IOException | RuntimeException | Error e) {
                parent.remove(e);
                throw e;
            }
        } catch (SyscallException e) {
            throw WriteFailure.about(shown, e);
        } catch (ShortWriteException e) {
            throw WriteFailure.about(shown, e);
        }
    }

    private ParentDirectory parent(BytePath plain, BytePath shown, Sync sync) throws IOException {
        return new ParentDirectory(kernel, beneath, path, new Target(directory(), plain.parent(), shown), sync);
    }

    /** The names of directories that were made for this root are in directories above it. */
    private void syncMade(Sync sync) throws IOException {
        for (BytePath above = next(sync); above != null; above = next(sync)) {
            try (Fd opened = new Fd(kernel, kernel.openTrusted(above))) {
                sync.directory(opened);
            } catch (SyscallException e) {
                made.add(above);
                throw e.about(above.toString());
            }
        }
    }

    private @Nullable BytePath next(Sync sync) {
        return sync.isWanted() ? made.poll() : null;
    }

    private void prepare(Fd parent, BytePath name, List<String> warnings) throws IOException {
        BytePath shown = name.isEmpty() ? path : path.resolve(name);
        if (tidied.add(name)) {
            leftovers.remove(parent, shown, warnings);
        }
        leftovers.announceWriting(parent, shown, warnings);
    }

    @Override
    public boolean remove(BytePath name) throws IOException {
        BytePath plain = RelativeName.check(path, name);
        BytePath shown = path.resolve(plain);
        try (Fd parent =
                beneath.openDirectory(directory().number(), plain.parent(), kernel.directoryPathFlags(), shown)) {
            Optional<FileFacts> found =
                    kernel.stat(parent.number(), plain.fileName()).map(StatMapping::of);
            if (found.isPresent()) {
                StableRead.requireRegular(found.get().type(), shown);
                kernel.unlinkat(parent.number(), plain.fileName());
            }
            return found.isPresent();
        } catch (NoSuchFileException missingParent) {
            return false;
        } catch (SyscallException e) {
            if (e.is(ENOENT)) {
                return false;
            }
            throw e.about(shown.toString());
        }
    }

    /** As {@link SyscallFileIo#openToAppend} says. */
    int openToAppend(BytePath name, boolean anew) throws IOException {
        BytePath plain = RelativeName.check(path, name);
        BytePath shown = path.resolve(plain);
        Sync noSync = new Sync(kernel, Durability.NONE, shown, new ArrayList<>());
        try (ParentDirectory parent = parent(plain, shown, noSync)) {
            Target target = new Target(parent.directory(), plain.fileName(), shown);
            return new GrowingFile(kernel, target).open(anew);
        } catch (SyscallException e) {
            throw Beneath.explain(e, shown);
        }
    }

    @Override
    public void walk(BytePath start, PathFilter filter, WalkVisitor visitor) throws IOException {
        BytePath plain = start.isEmpty() ? start : RelativeName.checkDirectory(path, start);
        new TreeWalk(kernel, beneath, directory().number(), path, visitor).walk(plain, filter);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            directory.close();
        }
    }
}
