package io.github.syscallmaven.io;

import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.TestKernel;
import io.github.syscallmaven.testing.Prerequisite;
import io.github.syscallmaven.testing.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A tree of real files in a temporary folder, arranged and seen by Java's own classes and by other programs. */
final class RealTree implements TestTree {
    private final Path base = Files.createTempDirectory("real-tree");
    private final FileIo io;
    private final Deque<Path> mounted = new ArrayDeque<>();

    RealTree(Gate gate) throws IOException {
        this.io = new SyscallFileIo(new Syscalls(TestKernel.ARCH, gate));
    }

    @Override
    public FileIo io() {
        return io;
    }

    @Override
    public BytePath base() {
        return BytePath.of(base.toString());
    }

    Path path(String name) {
        return base.resolve(name);
    }

    @Override
    public void file(String name, String text) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.writeString(path(name), text);
    }

    @Override
    public void directory(String name) throws IOException {
        Files.createDirectories(path(name));
    }

    @Override
    public void link(String name, String target) throws IOException {
        Files.createSymbolicLink(path(name), Path.of(target));
    }

    @Override
    public void special(String name, FileType type) throws Exception {
        String path = path(name).toString();
        switch (type) {
            case FIFO -> Run.of("mkfifo", path).successful();
            case CHARACTER_DEVICE -> {
                Prerequisite.root(TestKernel.SYSCALLS);
                Run.of("mknod", path, "c", "1", "3").successful();
            }
            case SOCKET -> {
                // Closing it leaves the name.
                try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                    socket.bind(UnixDomainSocketAddress.of(path));
                }
            }
            default -> throw new IllegalArgumentException(type.toString());
        }
    }

    @Override
    public void mountOn(String name) throws Exception {
        mount(name, "--bind", path(name).toString());
    }

    /** Mounts on this file or directory what mount(8) is told to by these words. Skips the test where that takes a privilege. */
    void mount(String name, String... what) throws Exception {
        Prerequisite.root(TestKernel.SYSCALLS);
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(what));
        command.add(path(name).toString());
        Run mount = Run.of(command);
        Prerequisite.require(mount.status() == 0, "mount is refused: " + mount.errors());
        mounted.push(path(name));
    }

    @Override
    public void permissions(String name, int permissions) throws Exception {
        Run.of("chmod", Integer.toOctalString(permissions), path(name).toString())
                .successful();
    }

    @Override
    public String text(String name) throws IOException {
        return Files.readString(path(name));
    }

    @Override
    public List<BytePath> list() throws Exception {
        Path listing = Files.createTempFile("listing", "");
        try {
            Process find = new ProcessBuilder("find", ".", "-mindepth", "1", "-printf", "%P\\0")
                    .directory(base.toFile())
                    .redirectOutput(listing.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (find.waitFor() != 0) {
                throw new IOException("find failed");
            }
            return namesIn(Files.readAllBytes(listing));
        } finally {
            Files.delete(listing);
        }
    }

    private static List<BytePath> namesIn(byte[] listing) {
        List<BytePath> names = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < listing.length; i++) {
            if (listing[i] == 0) {
                names.add(BytePath.of(listing, start, i - start));
                start = i + 1;
            }
        }
        names.sort(null);
        return names;
    }

    @Override
    public void close() throws Exception {
        for (Path mount : mounted) {
            Run.of("umount", mount.toString()).successful();
        }
        delete(base);
    }

    /** Deletes this folder and what is in it. */
    static void delete(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException deeperThanAPathIsLong) {
            Run.of("rm", "-rf", folder.toString()).successful();
        }
    }
}
