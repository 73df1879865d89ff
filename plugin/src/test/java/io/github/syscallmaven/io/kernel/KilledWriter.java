package io.github.syscallmaven.io.kernel;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.testing.kernel.TestKernel;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * A program that rewrites {@code f} with two versions in turn until it is killed, in each way of writing. Its argument
 * is the root. It prints a line each time it has written.
 */
final class KilledWriter {
    private static final List<WriteOptions> WAYS = List.of(
            WriteOptions.DEFAULT, WriteOptions.DEFAULT.askingOnce(), WriteOptions.DEFAULT.with(Durability.FULL));

    private KilledWriter() {}

    /** The versions differ in length and in nearly every byte, and each takes several writes. */
    static List<byte[]> versions() {
        return List.of(version(1, 1_500_000), version(2, 1_000_000));
    }

    private static byte[] version(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    public static void main(String[] arguments) throws IOException {
        List<byte[]> versions = versions();
        try (Root root = new SyscallFileIo(TestKernel.SYSCALLS).open(BytePath.of(arguments[0]))) {
            for (int i = 0; ; i++) {
                root.write(BytePath.of("f"), Content.of(versions.get(i % versions.size())), WAYS.get(i % WAYS.size()));
                System.out.println("written");
            }
        }
    }
}
