package io.github.syscallmaven.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The C program yardstick.c, where there are a compiler and OpenSSL's headers. */
final class Yardstick {
    private Yardstick() {}

    static Optional<Path> compile(Path work) throws IOException, InterruptedException {
        Path source = work.resolve("yardstick.c");
        try (InputStream in = Yardstick.class.getResourceAsStream("yardstick.c")) {
            Files.copy(Objects.requireNonNull(in), source, StandardCopyOption.REPLACE_EXISTING);
        }
        Path program = work.resolve("yardstick");
        List<String> gcc = List.of("gcc", "-O2", "-o", program.toString(), source.toString(), "-lcrypto", "-lpthread");
        try {
            int exit = new ProcessBuilder(gcc)
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("gcc.txt").toFile())
                    .start()
                    .waitFor();
            return exit == 0 ? Optional.of(program) : Optional.empty();
        } catch (IOException noCompiler) {
            return Optional.empty();
        }
    }
}
