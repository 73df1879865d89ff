package io.github.syscallmaven.testing.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs other people's tools in a folder. Java cannot pass names that are not UTF-8, so everything goes through bash.
 */
public final class Shell {
    private final Path folder;

    public Shell(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where a tool is missing; fails it instead in CI, where all of them are installed. */
    public static void require(String... tools) {
        for (String tool : tools) {
            boolean there = Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
            requireThat(there, "'" + tool + "' is not installed");
        }
    }

    public static void requireThat(boolean met, String otherwise) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(met).as(otherwise).isTrue();
        }
        assumeTrue(met, otherwise);
    }

    /** What a script left; its output and errors one char a byte. */
    public record Result(int exit, String output, String errors) {}

    /** Runs this script of ISO-8859-1 in the locale C, with nothing to read. */
    public Result run(String script) throws IOException, InterruptedException {
        Path scriptFile = Files.createTempFile("script", ".sh");
        Path output = Files.createTempFile("script", ".out");
        Path errors = Files.createTempFile("script", ".err");
        try {
            Files.writeString(scriptFile, script, StandardCharsets.ISO_8859_1);
            ProcessBuilder builder = new ProcessBuilder("bash", scriptFile.toString());
            builder.environment().put("LC_ALL", "C");
            builder.environment()
                    .put(
                            "GNUPGHOME",
                            Files.createDirectories(folder.resolve("../gnupg")).toString());
            builder.directory(folder.toFile());
            builder.redirectInput(new File("/dev/null"));
            builder.redirectOutput(output.toFile());
            builder.redirectError(errors.toFile());
            int exit = builder.start().waitFor();
            return new Result(exit, text(output), text(errors));
        } finally {
            Files.delete(scriptFile);
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** This name, one char a byte, as a word of bash. */
    static String quoted(String name) {
        StringBuilder word = new StringBuilder("$'");
        name.chars().forEach(c -> word.append("\\x").append("%02x".formatted(c)));
        return word.append('\'').toString();
    }
}
