package io.github.syscallmaven.io.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.ByteSink;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import io.github.syscallmaven.io.kernel.call.Scratch;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.Syscalls;
import io.github.syscallmaven.syscall.arch.Call;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Something to be found out of files. */
enum ReadScenario {
    READ,
    READ_WALKED,
    READ_SMALL,
    READ_SMALL_WALKED,
    READ_ALL,
    STAT,
    WALK,
    WALK_WITHOUT_TYPES;

    private static final String NAME = "d/f";
    private static final List<String> SMALL_NAMES = List.of("d/e/g", "d/e/k", "h");
    private static final int SIZE = 2 * Scratch.DATA_SIZE + 5_000;
    private static final int RECORD_LENGTH = 16;
    private static final int RECORD_TYPE = 18;

    /** All files are old: no read waits for a clock to tick. */
    private static final InstantSource TOMORROW =
            () -> InstantSource.system().instant().plusSeconds(86_400);

    static void arrange(Path root) throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        Files.createDirectories(root.resolve("d/e"));
        Files.write(root.resolve(NAME), bytes);
        Files.writeString(root.resolve("d/e/g"), "ggg");
        Files.writeString(root.resolve("d/e/k"), "kkkk");
        Files.writeString(root.resolve("h"), "h");
        Files.createSymbolicLink(root.resolve("i"), Path.of("h"));
    }

    /** The names that it gets to in the end, by way of those in front of them. */
    List<String> deepest() {
        return switch (this) {
            case WALK, WALK_WITHOUT_TYPES -> List.of("d/e");
            case READ_SMALL, READ_SMALL_WALKED -> SMALL_NAMES;
            default -> List.of(NAME);
        };
    }

    /** What is found out; each part of it that could not be found out is told to the visitor. */
    String run(Gate gate, Path path, Failures failures) throws IOException {
        Gate kernel = this == WALK_WITHOUT_TYPES ? withoutTypes(gate) : gate;
        FileIo io = new SyscallFileIo(new Syscalls(TestKernel.ARCH, kernel), TOMORROW, Pause.SLEEP);
        StringBuilder found = new StringBuilder();
        BytePath name = BytePath.of(NAME);
        ByteSink sink = piece -> found.append(ISO_8859_1.decode(piece));
        try (Root root = io.open(BytePath.of(path.toString()))) {
            switch (this) {
                case READ -> root.read(name, sink);
                case READ_WALKED -> root.read(name, NameOrigin.WALKED, sink);
                case READ_SMALL -> found.append(readSmall(root, NameOrigin.GIVEN));
                case READ_SMALL_WALKED -> found.append(readSmall(root, NameOrigin.WALKED));
                case READ_ALL -> found.append(new String(root.readAll(name, SIZE), ISO_8859_1));
                case STAT -> found.append(root.stat(name).map(FileFacts::size).orElse(-1L));
                case WALK, WALK_WITHOUT_TYPES ->
                    root.walk(BytePath.EMPTY, PathFilter.ALL, new WalkVisitor() {
                        @Override
                        public void visit(BytePath file, FileType type) {
                            found.append(file).append(' ').append(type).append('\n');
                        }

                        @Override
                        public void failed(BytePath directory, IOException reason) {
                            failures.add(reason);
                        }
                    });
            }
        }
        return found.toString();
    }

    /** As whoever reads many: what is left out is read by itself. */
    private static List<String> readSmall(Root root, NameOrigin origin) throws IOException {
        List<BytePath> names = SMALL_NAMES.stream().map(BytePath::of).toList();
        List<String> found = new ArrayList<>(Collections.nCopies(names.size(), ""));
        root.readSmall(
                names,
                origin,
                (i, bytes) -> found.set(i, ISO_8859_1.decode(bytes).toString()));
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isEmpty()) {
                int at = i;
                FileFacts facts = root.read(
                        names.get(i),
                        origin,
                        piece -> found.set(at, ISO_8859_1.decode(piece).toString()));
                assertThat(facts.size()).isPositive();
            }
        }
        return found;
    }

    /** Whether it reads many at once, and what cannot be read so once more. */
    boolean triesAgain() {
        return this == READ_SMALL || this == READ_SMALL_WALKED;
    }

    /** Takes the failure to list one directory. */
    interface Failures {
        void add(IOException failure);
    }

    /** A file system that leaves it to statx to tell a file's type. */
    private static Gate withoutTypes(Gate gate) {
        return (number, a1, a2, a3, a4, a5, a6) -> {
            long result = gate.syscall(number, a1, a2, a3, a4, a5, a6);
            if (number == TestKernel.ARCH.number(Call.GETDENTS64)) {
                Pointer records = new Pointer(a2);
                for (long at = 0; at < result; at += Short.toUnsignedInt(records.getShort(at + RECORD_LENGTH))) {
                    records.setByte(at + RECORD_TYPE, (byte) 0);
                }
            }
            return result;
        };
    }
}
