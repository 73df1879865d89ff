package io.github.syscallmaven.io.kernel;

import static io.github.syscallmaven.testing.kernel.TestKernel.ARCH;
import static io.github.syscallmaven.testing.kernel.TestKernel.SYSCALLS;

import io.github.syscallmaven.syscall.KernelConstants;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.SyscallException;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Exchanges directories and files of a tree for symbolic links to their likes in another, by renameat2 with
 * RENAME_EXCHANGE: there is no instant at which a name is missing. For one thread.
 */
final class Exchanger implements AutoCloseable {
    private static final int RENAME_EXCHANGE = 2;
    private static final int ROUND = 200;

    private final List<Pair> pairs = new ArrayList<>();

    /** A directory, held open since names lead elsewhere, the name in it, and what is exchanged for it. */
    private record Pair(int directory, String name, Path target, NativeBuffer buffer, NativeBuffer link) {
        static Pair of(Path directory, String name, Path target) throws IOException {
            int fd = SYSCALLS.openat(
                    KernelConstants.AT_FDCWD,
                    TestKernel.path(directory),
                    KernelConstants.O_CLOEXEC | ARCH.openFlags().directory(),
                    0);
            Pair pair = new Pair(fd, name, target, TestKernel.path(name), TestKernel.path(name + "-link"));
            pair.repair();
            return pair;
        }

        void exchange() throws SyscallException {
            SYSCALLS.renameat2(directory, buffer, directory, link, RENAME_EXCHANGE);
        }

        /** A file that is written takes the place of a link: after some time both were files. */
        void repair() throws IOException {
            Path folder = Path.of("/proc/self/fd/" + directory);
            if (!Files.isSymbolicLink(folder.resolve(name)) && !Files.isSymbolicLink(folder.resolve(name + "-link"))) {
                Files.createSymbolicLink(folder.resolve(name + "-next"), target);
                SYSCALLS.renameat2(directory, TestKernel.path(name + "-next"), directory, link, 0);
            }
        }
    }

    /** {@code inside} and {@code outside} have the directories d and d/e, and a file f in each. */
    Exchanger(Path inside, Path outside) throws IOException {
        for (String folder : List.of("d/e", "d", "")) {
            for (String name : List.of("f", "e", "d")) {
                Path target = outside.resolve(folder).resolve(name);
                if (Files.exists(target)) {
                    pairs.add(Pair.of(inside.resolve(folder), name, target));
                }
            }
        }
    }

    /** How many were exchanged. */
    long exchangeSome() throws IOException {
        long count = 0;
        for (int i = 0; i < ROUND; i++) {
            for (int pair = 0; pair < pairs.size(); pair++) {
                // Not all at the same pace, or only few of the states were ever to be seen.
                if (i % (pair + 1) == 0) {
                    pairs.get(pair).exchange();
                    count++;
                }
            }
        }
        for (Pair pair : pairs) {
            pair.repair();
        }
        return count;
    }

    @Override
    public void close() throws SyscallException {
        for (Pair pair : pairs) {
            SYSCALLS.close(pair.directory);
        }
    }
}
