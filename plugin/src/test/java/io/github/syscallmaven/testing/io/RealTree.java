package io.github.syscallmaven.testing.io;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.kernel.SyscallFileIo;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import io.github.syscallmaven.testing.kernel.RawCall;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A tree of real files in a temporary folder, arranged and seen by Java's own classes and by calls that nobody else
 * makes. It starts no program unless it is to mount something: under an emulator that may hang.
 */
public final class RealTree extends PathTree {
    private static final int S_IFCHR = 0020000;
    private static final int S_IFIFO = 0010000;
    private static final int OURS = 0600;
    private static final int DEV_NULL = 0x103;
    private static final int MS_BIND = 4096;

    private final FileIo io;
    private final Deque<Path> mounted = new ArrayDeque<>();

    public RealTree(Gate gate) throws IOException {
        this(new SyscallFileIo(new Syscalls(TestKernel.ARCH, gate)));
    }

    public RealTree(FileIo io) throws IOException {
        super(Files.createTempDirectory("real-tree"));
        this.io = io;
    }

    @Override
    public FileIo io() {
        return io;
    }

    @Override
    public BytePath base() {
        return BytePath.of(base.toString());
    }

    @Override
    public void link(String name, String target) throws IOException {
        Files.createSymbolicLink(path(name), Path.of(target));
    }

    @Override
    public void special(String name, FileType type) throws Exception {
        switch (type) {
            case FIFO -> succeed(RawCall.MKNODAT.make(KernelConstants.AT_FDCWD, path(name), S_IFIFO | OURS, 0));
            case CHARACTER_DEVICE -> {
                Prerequisite.root();
                succeed(RawCall.MKNODAT.make(KernelConstants.AT_FDCWD, path(name), S_IFCHR | OURS, DEV_NULL));
            }
            case SOCKET -> {
                // Closing it leaves the name.
                try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                    socket.bind(UnixDomainSocketAddress.of(path(name)));
                }
            }
            default -> throw new IllegalArgumentException(type.toString());
        }
    }

    private static void succeed(long result) {
        if (result != 0) {
            throw new AssertionError("the kernel answers " + result);
        }
    }

    @Override
    public void mountOn(String name) throws Exception {
        Prerequisite.root();
        long result = RawCall.MOUNT.make(path(name), path(name), 0, MS_BIND, 0);
        Prerequisite.require(result == 0, "mount is refused: " + result);
        mounted.push(path(name));
    }

    /**
     * Mounts on this file or directory what mount(8) is told to by these words. Skips the test where that takes a
     * privilege.
     */
    public void mount(String name, String... what) throws Exception {
        Prerequisite.root();
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(what));
        command.add(path(name).toString());
        Run mount = Run.of(command);
        Prerequisite.require(mount.status() == 0, "mount is refused: " + mount.errors());
        mounted.push(path(name));
    }

    @Override
    public void permissions(String name, int permissions) throws IOException {
        Files.setAttribute(path(name), "unix:mode", permissions);
    }

    @Override
    public List<BytePath> list() throws IOException {
        List<BytePath> names = new ArrayList<>();
        try (DirectoryStream<Path> directory = Files.newDirectoryStream(base)) {
            list((SecureDirectoryStream<Path>) directory, BytePath.EMPTY, names);
        }
        names.sort(null);
        return names;
    }

    /** By descriptors, as names may be longer than a path. */
    private static void list(SecureDirectoryStream<Path> directory, BytePath name, List<BytePath> names)
            throws IOException {
        for (Path entry : directory) {
            BytePath whole = name.resolve(bytesOf(entry.getFileName()));
            names.add(whole);
            if (isDirectory(directory, entry)) {
                try (SecureDirectoryStream<Path> below =
                        directory.newDirectoryStream(entry.getFileName(), LinkOption.NOFOLLOW_LINKS)) {
                    list(below, whole, names);
                }
            }
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> directory, Path entry) throws IOException {
        return directory
                .getFileAttributeView(entry.getFileName(), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    /** As text a name may have lost bytes; as a URI it has all of them. */
    private static BytePath bytesOf(Path name) {
        String uri = Path.of("/").resolve(name).toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < uri.length() && uri.charAt(i) != '/'; i++) {
            boolean escaped = uri.charAt(i) == '%';
            bytes.write(escaped ? HexFormat.fromHexDigits(uri, i + 1, i + 3) : uri.charAt(i));
            i += escaped ? 2 : 0;
        }
        return BytePath.of(bytes.toByteArray());
    }

    @Override
    public void close() throws Exception {
        for (Path mount : mounted) {
            succeed(RawCall.UMOUNT2.make(mount, 0));
        }
        delete(base);
    }

    /** Deletes this folder and what is in it, however deep, if it is there. */
    public static void delete(Path folder) throws IOException {
        boolean isEmpty = false;
        while (!isEmpty) {
            try (DirectoryStream<Path> directory = Files.newDirectoryStream(folder)) {
                isEmpty = new Deletion((SecureDirectoryStream<Path>) directory).isComplete();
            } catch (NoSuchFileException gone) {
                return;
            }
        }
        Files.delete(folder);
    }

    /** What lies deeper than stack and descriptors allow is moved to the top and left to the next round. */
    private static final class Deletion {
        private static final int DEEPEST = 100;

        private final SecureDirectoryStream<Path> top;
        private int moved;

        Deletion(SecureDirectoryStream<Path> top) {
            this.top = top;
        }

        boolean isComplete() throws IOException {
            deleteIn(top, 0);
            return moved == 0;
        }

        private void deleteIn(SecureDirectoryStream<Path> directory, int depth) throws IOException {
            for (Path entry : directory) {
                Path name = entry.getFileName();
                if (!isDirectory(directory, entry)) {
                    directory.deleteFile(name);
                } else if (depth == DEEPEST) {
                    directory.move(name, top, Path.of("moved-" + UUID.randomUUID()));
                    moved++;
                } else {
                    try (SecureDirectoryStream<Path> below =
                            directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                        deleteIn(below, depth + 1);
                    }
                    directory.deleteDirectory(name);
                }
            }
        }
    }
}
