package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs contestants, one at a time, with nothing in their environment but what they need. */
record Processes(Path work) {
    private static final Path TIME = Path.of("/usr/bin/time");

    /** Runs it once; it has to succeed. */
    Sample run(Contestant contestant) throws IOException, InterruptedException {
        Path usage = work.resolve("usage.txt");
        boolean measured = Files.isExecutable(TIME);
        List<String> prefix = measured ? List.of(TIME.toString(), "-f", "%M %U %S", "-o", usage.toString()) : List.of();
        removeOutputs(contestant);
        long start = System.nanoTime();
        List<String> output = output(contestant, prefix);
        double wall = (System.nanoTime() - start) / 1e6;
        double[] figures = measured
                ? Stream.of(Files.readString(usage).strip().split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray()
                : new double[] {Double.NaN, Double.NaN, Double.NaN};
        return new Sample(
                wall,
                contestant.clock().millis(output).orElse(Double.NaN),
                figures[0] / 1024,
                (figures[1] + figures[2]) * 1000);
    }

    void removeOutputs(Contestant contestant) throws IOException {
        for (Path output : contestant.outputs()) {
            Inputs.remove(output);
        }
    }

    /** What it prints, run under this command. */
    List<String> output(Contestant contestant, List<String> prefix) throws IOException, InterruptedException {
        Path log = work.resolve("log.txt");
        List<String> command = new ArrayList<>(prefix);
        command.addAll(contestant.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(contestant.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", System.getenv("PATH"), "LC_ALL", "C.UTF-8"));
        builder.environment().put("HOME", work.resolve("home").toString());
        builder.environment().putAll(contestant.environment());
        int exit = builder.start().waitFor();
        List<String> output = Files.readAllLines(log, StandardCharsets.UTF_8);
        if (exit != 0) {
            throw new IllegalStateException(
                    contestant.name() + " ended with " + exit + ": " + command + "\n" + String.join("\n", output));
        }
        return output;
    }
}
