package io.github.syscallmaven.testing.io;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.SmallFileSink;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult;
import io.github.syscallmaven.io.kernel.SyscallFileIo;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.stub.StubLoader;
import io.github.syscallmaven.syscall.stub.image.StubException;
import io.github.syscallmaven.testing.kernel.TestArch;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Real files, and something that happens whenever one of them is read. */
public record FilesIo(FileIo files, Happening happening) implements FileIo {
    /** What happens to a file between being opened and its bytes being given out, and to the bytes. */
    @FunctionalInterface
    public interface Happening {
        ByteSink onRead(BytePath name, ByteSink sink) throws IOException;
    }

    public static FileIo real() {
        return real(gate -> gate);
    }

    public static FileIo real(UnaryOperator<Gate> decorator) {
        try {
            Gate gate = decorator.apply(StubLoader.gate(TestArch.THIS));
            return new SyscallFileIo(new Syscalls(TestArch.THIS, gate));
        } catch (StubException e) {
            throw new IllegalStateException(e);
        }
    }

    public static FileIo with(Happening happening) {
        return new FilesIo(real(), happening);
    }

    @Override
    public Root open(BytePath directory) throws IOException {
        return new HappeningRoot(files.open(directory), happening);
    }

    @Override
    public Root openOrCreate(BytePath directory) throws IOException {
        return new HappeningRoot(files.openOrCreate(directory), happening);
    }

    private record HappeningRoot(Root root, Happening happening) implements Root {
        @Override
        public BytePath path() {
            return root.path();
        }

        @Override
        public Optional<FileFacts> stat(BytePath name) throws IOException {
            return root.stat(name);
        }

        @Override
        public FileFacts read(BytePath name, NameOrigin origin, ByteSink sink) throws IOException {
            return root.read(name, origin, happening.onRead(name, sink));
        }

        /** Leaves all files out, so that they are read one by one and something happens to each. */
        @Override
        public void readSmall(List<BytePath> names, NameOrigin origin, SmallFileSink sink) {
            // Nothing.
        }

        @Override
        public byte[] readAll(BytePath name, int limit) throws IOException {
            return root.readAll(name, limit);
        }

        @Override
        public byte[] readUnsized(BytePath name, int limit) throws IOException {
            return root.readUnsized(name, limit);
        }

        @Override
        public WriteResult write(BytePath name, Content content, WriteOptions options) throws IOException {
            return root.write(name, content, options);
        }

        @Override
        public boolean remove(BytePath name) throws IOException {
            return root.remove(name);
        }

        @Override
        public void walk(BytePath directory, PathFilter filter, WalkVisitor visitor) throws IOException {
            root.walk(directory, filter, visitor);
        }

        @Override
        public void close() {
            root.close();
        }
    }
}
