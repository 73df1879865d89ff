package io.github.syscallmaven.mojo;

import io.github.syscallmaven.io.BytePath;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;

/** The directory that the names in lists are relative to. */
public final class BaseDirectory {
    private final Path path;

    public BaseDirectory(File directory) {
        this.path = absolute(directory);
    }

    public static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }

    public static BytePath pathOf(File file) {
        return pathOf(absolute(file));
    }

    /** With slashes on every host. */
    public static BytePath pathOf(Path path) {
        return pathOf(path.toString());
    }

    /** The same of a path as this host writes it. */
    public static BytePath pathOf(String path) {
        return BytePath.of(path.replace(File.separatorChar, '/'));
    }

    public BytePath path() {
        return pathOf(path);
    }

    /** The name of this file; empty for the base directory itself. */
    public BytePath nameOf(String what, File file) throws MojoFailureException {
        Path wanted = absolute(file);
        if (!wanted.startsWith(path)) {
            throw new MojoFailureException(what + " '" + pathOf(wanted) + "' is not below '" + path()
                    + "', which names are relative to; set <baseDirectory> (-Dsyscall.baseDirectory) to '"
                    + pathOf(common(wanted)) + "', the nearest folder of both.");
        }
        return pathOf(path.relativize(wanted));
    }

    private Path common(Path file) {
        Path folder = path;
        while (!file.startsWith(folder)) {
            folder = folder.resolve("..").normalize();
        }
        return folder;
    }
}
