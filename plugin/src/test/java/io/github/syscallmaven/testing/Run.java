package io.github.syscallmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finished program: what it exited with and what it printed. */
public record Run(int status, String output, String errors) {
    /** Runs a program to its end. */
    public static Run of(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("run", ".out");
        Path errors = Files.createTempFile("run", ".err");
        try {
            Prerequisite.program(command.get(0));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            process.getOutputStream().close();
            return new Run(process.waitFor(), Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    public static Run of(String... command) throws IOException, InterruptedException {
        return of(List.of(command));
    }

    /** The command for a JVM of its own, for what cannot be undone or has to be seen from outside. */
    public static List<String> java(List<String> options, Class<?> main, String... arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * What programs of ours need of the class path: our classes, the tests', and JNA. The JVM may open all that is on
     * it.
     */
    public static Stream<String> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Files.isDirectory(Path.of(entry))
                        || Path.of(entry).getFileName().toString().startsWith("jna-"));
    }

    /** This command as a shell reads it. */
    public static String quoted(List<String> command) {
        return command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    /** This run, if it went well. */
    public Run successful() {
        assertThat(status).as("exit status; it printed:%n%s%s", output, errors).isZero();
        return this;
    }

    public Stream<String> lines() {
        return output.lines();
    }
}
