package io.github.syscallmaven.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A git repository of a test. Its commits are made at fixed times by fixed people, so that equal ones have equal ids.
 */
record Repository(Path folder) {
    static final String COMMIT_TIME = "2024-03-01T10:20:30Z";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_DATE", "2024-02-01T01:02:03+0900",
            "GIT_COMMITTER_DATE", "2024-03-01T19:20:30+0900");

    /** Everything in this folder as the first commit of the branch {@code main}, {@code target} apart. */
    static Repository init(Path folder) throws IOException, InterruptedException {
        Repository repository = new Repository(folder);
        repository.git("init", "-q", "-b", "main");
        repository.git("config", "user.name", "Zoë Builder");
        repository.git("config", "user.email", "zoe@example.org");
        Files.writeString(folder.resolve(".gitignore"), "target/\n");
        repository.git("add", "-A");
        repository.git("commit", "-q", "-m", "A first ☃\n\nand why");
        return repository;
    }

    /** What git prints, without white space around it. */
    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed: " + output);
        }
        return output;
    }

    String head() throws IOException, InterruptedException {
        return git("rev-parse", "HEAD");
    }
}
