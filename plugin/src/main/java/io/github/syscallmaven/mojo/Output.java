package io.github.syscallmaven.mojo;

import io.github.syscallmaven.io.BytePath;
import java.io.File;
import java.nio.file.Path;

/**
 * A file that a goal writes, as a trusted directory and a name below it that cannot leave it.
 *
 * <p>The directory is the project's build directory, for a file that is not below it the project's base directory, and
 * for one outside of that its own parent folder.
 */
public record Output(BytePath root, BytePath name) {
    public static Output of(File file, File buildDirectory, File baseDirectory) {
        Path path = absolute(file);
        Path build = absolute(buildDirectory);
        Path base = absolute(baseDirectory);
        if (isBelow(path, build)) {
            return below(build, path);
        }
        return isBelow(path, base) ? below(base, path) : below(path.resolveSibling(""), path);
    }

    /** Of the file itself. */
    public BytePath path() {
        return root.resolve(name);
    }

    private static boolean isBelow(Path file, Path directory) {
        return file.startsWith(directory) && !file.equals(directory);
    }

    private static Output below(Path directory, Path file) {
        return new Output(BaseDirectory.pathOf(directory), BaseDirectory.pathOf(directory.relativize(file)));
    }

    private static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
