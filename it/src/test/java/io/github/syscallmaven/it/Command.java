package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another program, as a judge of what the plugin wrote or as a writer of what it is to read. */
final class Command {
    private Command() {}

    /** Runs it in that folder, in the locale C; it must succeed. Returns what it printed. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Requires.tool(command[0]);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
