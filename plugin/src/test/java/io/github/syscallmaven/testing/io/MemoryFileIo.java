package io.github.syscallmaven.testing.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.kernel.SyscallFileIo;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files in memory, for tests of what is above this package: the verdicts of {@link SyscallFileIo}, which {@code
 * FileIoContractTest} holds both to. Time is what its clock says; the user is root; the umask is 022.
 *
 * <p>Safe for use by many threads. Contents and sinks are called without a lock.
 */
public final class MemoryFileIo implements FileIo {
    static final int NAME_MAX = 255;
    private static final int NEW_FILE = 0644;
    private static final int NEW_DIRECTORY = 0755;

    private final InstantSource clock;
    private final MemoryNode top;
    private long inodes;

    public MemoryFileIo() {
        this(InstantSource.system());
    }

    public MemoryFileIo(InstantSource clock) {
        this.clock = clock;
        this.top = node(FileType.DIRECTORY);
    }

    /** Puts a file there, whatever was there before; makes its directories. Paths are absolute, or from the top. */
    public MemoryFileIo file(String path, String text) {
        return file(BytePath.of(path), text.getBytes(UTF_8));
    }

    public synchronized MemoryFileIo file(BytePath path, byte[] bytes) {
        put(path, FileType.REGULAR).bytes = bytes.clone();
        return this;
    }

    public synchronized MemoryFileIo directory(String path) {
        MemoryNode unused = makeDirectory(BytePath.of(path));
        return this;
    }

    public synchronized MemoryFileIo link(String path, String target) {
        put(BytePath.of(path), FileType.SYMLINK).target = BytePath.of(target);
        return this;
    }

    /** A FIFO, a socket, a device. */
    public synchronized MemoryFileIo special(String path, FileType type) {
        MemoryNode unused = put(BytePath.of(path), type);
        return this;
    }

    /** Makes the file that is there a mount point. */
    public synchronized MemoryFileIo mountOn(String path) throws IOException {
        find(path).mountPoint = true;
        return this;
    }

    public synchronized MemoryFileIo permissions(String path, int permissions) throws IOException {
        find(path).permissions = permissions;
        return this;
    }

    /** From now on reading the file gives out half of its bytes and ends with this failure. */
    public synchronized MemoryFileIo unreadable(String path, IOException failure) throws IOException {
        find(path).failure = failure;
        return this;
    }

    /** The bytes of the file as text. */
    public synchronized String text(String path) throws IOException {
        return new String(find(path).bytes, UTF_8);
    }

    /** All that is below the directory, directories included, in the order of the names' bytes. */
    public synchronized List<BytePath> list(String directory) throws IOException {
        List<BytePath> names = new ArrayList<>();
        list(find(directory), BytePath.EMPTY, names);
        names.sort(null);
        return names;
    }

    private static void list(MemoryNode directory, BytePath name, List<BytePath> names) {
        for (Map.Entry<BytePath, MemoryNode> child : directory.children.entrySet()) {
            BytePath whole = name.resolve(child.getKey());
            names.add(whole);
            list(child.getValue(), whole, names);
        }
    }

    private MemoryNode find(String path) throws IOException {
        return follow(BytePath.of(path));
    }

    private MemoryNode put(BytePath path, FileType type) {
        MemoryNode made = node(type);
        makeDirectory(path.parent()).children.put(path.fileName(), made);
        return made;
    }

    private MemoryNode makeDirectory(BytePath path) {
        MemoryNode at = top;
        for (BytePath component : components(path)) {
            at = at.children.computeIfAbsent(component, name -> node(FileType.DIRECTORY));
        }
        return at;
    }

    MemoryNode node(FileType type) {
        int permissions = type == FileType.DIRECTORY ? NEW_DIRECTORY : NEW_FILE;
        return new MemoryNode(type, ++inodes, permissions, clock.instant());
    }

    static List<BytePath> components(BytePath path) {
        List<BytePath> components = new ArrayList<>();
        for (int start = 0; start < path.length(); ) {
            int end = path.indexOf((byte) '/', start);
            if (end > start) {
                components.add(path.slice(start, end));
            }
            start = end + 1;
        }
        return components;
    }

    @Override
    public synchronized Root open(BytePath directory) throws IOException {
        requireName(directory);
        MemoryNode node = follow(directory);
        if (!node.is(FileType.DIRECTORY)) {
            throw failed(directory, "ENOTDIR");
        }
        return new MemoryRoot(this, directory, node);
    }

    @Override
    public synchronized Root openOrCreate(BytePath directory) throws IOException {
        try {
            return open(directory);
        } catch (NoSuchFileException missing) {
            MemoryNode at = top;
            for (BytePath component : components(directory)) {
                MemoryNode next = at.children.computeIfAbsent(component, name -> node(FileType.DIRECTORY));
                at = next.is(FileType.SYMLINK) ? follow(next.target) : next;
                if (!at.is(FileType.DIRECTORY)) {
                    throw failed(directory, "ENOTDIR");
                }
            }
            return open(directory);
        }
    }

    private static void requireName(BytePath directory) throws RefusedException {
        if (directory.isEmpty() || directory.indexOf((byte) 0, 0) < directory.length()) {
            throw new RefusedException(directory.toString(), "it is empty or holds a NUL byte");
        }
    }

    /** What a trusted path leads to; the targets of links count from the top. */
    private MemoryNode follow(BytePath path) throws IOException {
        MemoryNode at = top;
        for (BytePath component : components(path)) {
            at = child(at, component, path);
            if (at.is(FileType.SYMLINK)) {
                at = follow(at.target);
            }
        }
        return at;
    }

    static MemoryNode child(MemoryNode directory, BytePath name, BytePath shown) throws IOException {
        if (!directory.is(FileType.DIRECTORY)) {
            throw failed(shown, "ENOTDIR");
        }
        if (name.length() > NAME_MAX) {
            throw failed(shown, "ENAMETOOLONG");
        }
        MemoryNode child = directory.children.get(name);
        if (child == null) {
            throw new NoSuchFileException(shown.toString(), null, "ENOENT");
        }
        return child;
    }

    static FileSystemException failed(BytePath shown, String reason) {
        return new FileSystemException(shown.toString(), null, reason);
    }
}
