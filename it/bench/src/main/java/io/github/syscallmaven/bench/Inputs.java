package io.github.syscallmaven.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

/** What is measured on: the same bytes in every run, and nothing that compresses. */
record Inputs(Path work) {
    private static final int FILES_PER_FOLDER = 500;
    private static final int PIECE = 1 << 20;

    /** So many files of one size, 500 to a folder. */
    Path files(String name, int count, int size) throws IOException {
        Path tree = work.resolve(name);
        Random random = new Random(count);
        byte[] bytes = new byte[size];
        for (int i = 0; i < count; i++) {
            random.nextBytes(bytes);
            Files.write(folder(tree, i).resolve("file-" + i), bytes);
        }
        return tree;
    }

    /** Sizes as in a source tree: most are small, a few are large; 9 KB on average. */
    Path sources(String name, int count) throws IOException {
        Path tree = work.resolve(name);
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[(int) Math.min(2_000_000, Math.exp(8 + 1.5 * random.nextGaussian()))];
            random.nextBytes(bytes);
            Files.write(folder(tree.resolve("src/main/java/org/example"), i).resolve("Source" + i + ".java"), bytes);
        }
        return tree;
    }

    private static Path folder(Path tree, int number) throws IOException {
        Path folder = tree.resolve("folder-" + number / FILES_PER_FOLDER);
        return number % FILES_PER_FOLDER == 0 ? Files.createDirectories(folder) : folder;
    }

    /** So many files of so many MiB. */
    Path large(String name, int count, int mebibytes) throws IOException {
        Path tree = Files.createDirectories(work.resolve(name));
        Random random = new Random(mebibytes);
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < count; i++) {
            try (OutputStream out = Files.newOutputStream(tree.resolve("large-" + i))) {
                for (int written = 0; written < mebibytes; written++) {
                    random.nextBytes(piece);
                    out.write(piece);
                }
            }
        }
        return tree;
    }

    /** Removes a file or a folder with all that is in it, if it is there. */
    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
