package io.github.syscallmaven.it.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The temporary folder of one test: the copy of its project and an empty home, so that neither the settings nor the
 * caches of the user who runs the tests are read or written.
 */
record Workspace(Path root) implements AutoCloseable {

    private static final Path PROJECTS = Path.of("src", "it", "projects").toAbsolutePath();

    /** Readable by all, because some builds run as another user. */
    static Workspace create() {
        try {
            Path root = Files.createTempDirectory("syscall-maven-it-").toRealPath();
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
            Workspace workspace = new Workspace(root);
            Files.createDirectories(workspace.home());
            // Maven 4 warns of a project whose root it cannot tell.
            Files.createDirectories(workspace.project().resolve(".mvn"));
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path project() {
        return root.resolve("project");
    }

    Path home() {
        return root.resolve("home");
    }

    /** Copies a project of {@code src/it/projects}; its POMs get the version of the plugin. */
    void copyProject(String name, String pluginVersion) {
        copy(PROJECTS.resolve(name), "project");
        try (Stream<Path> files = Files.walk(project())) {
            for (Path pom : (Iterable<Path>) files.filter(file -> file.endsWith("pom.xml"))::iterator) {
                Files.writeString(pom, Files.readString(pom).replace("@project.version@", pluginVersion));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a file or a folder with all that is in it. */
    Path copy(Path source, String name) {
        Path target = root.resolve(name);
        try (Stream<Path> files = Files.walk(source)) {
            Files.createDirectories(target.getParent());
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives everything to the user with that number. */
    void giveTo(int uid) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
