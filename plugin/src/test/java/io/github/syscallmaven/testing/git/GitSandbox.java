package io.github.syscallmaven.testing.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.info.git.GitCache;
import io.github.syscallmaven.info.git.GitMemory;
import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Real repositories in one temporary folder, under a configuration and dates that are always the same. */
public final class GitSandbox {
    final Path folder;
    public final Map<String, String> environment = new HashMap<>();

    public GitSandbox(Path folder) {
        this.folder = folder;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_TEMPLATE_DIR", "");
        environment.put("TZ", "Asia/Tokyo");
        environment.put("GIT_AUTHOR_DATE", "2024-01-01T01:02:03+09:00");
        environment.put("GIT_COMMITTER_DATE", "2024-02-03T04:05:06-05:00");
        write(folder.resolve(".gitconfig"), """
            [user]
            	name = Bob Builder
            	email = bob@example.org
            [init]
            	defaultBranch = main
            [protocol "file"]
            	allow = always
            [gc]
            	auto = 0
            [advice]
            	detachedHead = false
            """);
    }

    /** A repository with one commit, of one file. */
    public Path repository(String name, String... initOptions) {
        Path repository = folder.resolve(name);
        List<String> init = new ArrayList<>(List.of("init", "-q", repository.toString()));
        init.addAll(1, List.of(initOptions));
        git(folder, init.toArray(String[]::new));
        write(repository.resolve("file"), "first\n");
        git(repository, "add", ".");
        commit(repository, "First");
        return repository;
    }

    public void commit(Path repository, String message) {
        git(
                repository,
                "-c",
                "user.name=Ann Author",
                "-c",
                "user.email=ann@example.org",
                "commit",
                "-q",
                "-a",
                "--allow-empty",
                "--allow-empty-message",
                "--cleanup=verbatim",
                "-m",
                message);
    }

    public void tag(Path repository, String name) {
        git(repository, "tag", "-a", "-m", "of the name " + name, name);
    }

    /** What git prints; it must succeed. */
    public String git(Path directory, String... arguments) {
        return gitWithInput(directory, "", arguments);
    }

    public String gitWithInput(Path directory, String input, String... arguments) {
        return successful(directory, input, arguments).output();
    }

    /** The same, each character a byte. */
    public String gitBytes(Path directory, String... arguments) {
        return successful(directory, "", arguments).bytes;
    }

    private Result successful(Path directory, String input, String... arguments) {
        Result result = run(directory, input, arguments);
        assertThat(result.exitCode)
                .describedAs("git %s in %s: %s", String.join(" ", arguments), directory, result.errors)
                .isZero();
        return result;
    }

    /** What git prints, without the last line's end; empty when it fails. */
    public Optional<String> ask(Path directory, String... arguments) {
        Result result = run(directory, "", arguments);
        return result.exitCode == 0 ? Optional.of(result.output().strip()) : Optional.empty();
    }

    private Result run(Path directory, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile(folder, "errors", null);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().write(input.getBytes(UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .describedAs("git ends")
                    .isTrue();
            return new Result(process.exitValue(), output, Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A program that first runs these lines of shell, and where those do not exit, git with the same arguments. */
    public String wrapper(String... lines) {
        Path wrapper = folder.resolve("wrapped bin").resolve("git");
        write(wrapper, "#!/bin/sh\n" + String.join("\n", lines) + "\nexec git \"$@\"\n");
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        return wrapper.toString();
    }

    /** A program that notes the start of each git command, for {@link #starts()}. */
    public String countingWrapper() {
        return wrapper("echo \"$1\" >> '" + folder.resolve("starts") + "'");
    }

    /** The first argument of each git that the counting wrapper was asked to run. */
    public List<String> starts() {
        Path starts = folder.resolve("starts");
        try {
            return Files.exists(starts) ? Files.readAllLines(starts) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeLatin1(Path file, String text) {
        try {
            Files.write(file, text.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static GitFiles files() {
        return new RealGitFiles();
    }

    /** Of a build with one module. */
    public GitCache cache() {
        return cache(false);
    }

    /** Of a build with several modules. */
    public GitCache sharedCache() {
        return cache(true);
    }

    private GitCache cache(boolean isShared) {
        return new GitCache(environment, new GitMemory(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), isShared));
    }

    /** @param bytes of the output, each a character */
    private record Result(int exitCode, String bytes, String errors) {
        String output() {
            return new String(bytes.getBytes(ISO_8859_1), UTF_8);
        }
    }

    /** The real file system. */
    static final class RealGitFiles implements GitFiles {
        @Override
        public boolean exists(String path) {
            return Files.exists(Path.of(path), NOFOLLOW_LINKS);
        }

        @Override
        public Optional<byte[]> read(String path, int limit) {
            Path file = Path.of(path);
            try {
                return Files.isRegularFile(file, NOFOLLOW_LINKS)
                        ? Optional.of(Files.readAllBytes(file))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void facts(String directory, List<BytePath> names, Consumer<Optional<FileFacts>> sink) {
            names.forEach(name -> sink.accept(facts(Path.of(directory, name.toString()))));
        }

        private static Optional<FileFacts> facts(Path file) {
            try {
                PosixFileAttributes facts = Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS);
                return Optional.of(new FileFacts(
                        facts.isDirectory() ? FileType.DIRECTORY : FileType.REGULAR,
                        facts.size(),
                        facts.lastModifiedTime().toInstant(),
                        facts.permissions().hashCode(),
                        0,
                        String.valueOf(facts.fileKey()).hashCode()));
            } catch (NoSuchFileException missing) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<byte[]> environmentOf(long pid) {
            try {
                return Optional.of(Files.readAllBytes(Path.of("/proc/" + pid + "/environ")));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
    }
}
