package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.portable.disk.Attributes;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Failure;
import io.github.syscallmaven.io.portable.disk.Names;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves names below a directory, component by component, and refuses symbolic links. It holds no directory open: if
 * one is replaced between two steps, that is not noticed.
 *
 * @param base without links
 * @param shownBase the same in messages
 */
record Beneath(Disk disk, Path base, BytePath shownBase) {
    /** What a name stands for. */
    record Found(Path path, Attributes attributes) {}

    BytePath shown(BytePath name) {
        return shownBase.resolve(name);
    }

    /** A file or directory; empty when there is nothing, or no directory for it. */
    Optional<Found> find(BytePath name, BytePath shown) throws IOException {
        try {
            Path path = disk.names().child(parent(name, shown), name.fileName(), shown);
            Optional<Attributes> attributes = disk.attributes(path);
            if (attributes.isPresent() && attributes.get().type() != FileType.SYMLINK) {
                requireSameName(name, path, shown);
            }
            return attributes.map(found -> new Found(path, found));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    /** A regular file, for which its own name is not compared when a walk has just given it. */
    Found file(BytePath name, BytePath shown, NameOrigin origin) throws IOException {
        Optional<Found> found;
        if (origin == NameOrigin.WALKED) {
            Path path = disk.names().child(parent(name, shown), name.fileName(), shown);
            found = disk.attributes(path).map(attributes -> new Found(path, attributes));
        } else {
            found = find(name, shown);
        }
        if (found.isEmpty()) {
            throw new NoSuchFileException(shown.toString(), null, Failure.MISSING);
        }
        Attributes attributes = found.get().attributes();
        if (attributes.type() == FileType.SYMLINK) {
            throw link(shown);
        }
        attributes.requireRegular(shown);
        return found.get();
    }

    /** The directory that a file of this name is in. */
    Path parent(BytePath name, BytePath shown) throws IOException {
        return down(name.parent(), shown, null);
    }

    /** The same; what is missing is made, and noted with the deepest first. */
    Path parentMade(BytePath name, BytePath shown, Deque<Path> made) throws IOException {
        Path parent = down(name.parent(), shown, made);
        requireSameName(name.parent(), parent, shown);
        return parent;
    }

    /** A directory of this name, the empty one meaning the base. */
    Path directory(BytePath name, BytePath shown) throws IOException {
        Path directory = down(name, shown, null);
        requireSameName(name, directory, shown);
        return directory;
    }

    private Path down(BytePath name, BytePath shown, @Nullable Deque<Path> made) throws IOException {
        Path at = base;
        int end;
        for (int start = 0; start < name.length(); start = end + 1) {
            end = name.indexOf((byte) '/', start);
            at = disk.names().child(at, name.slice(start, end), shown);
            if (made == null || !make(at, made)) {
                requireDirectory(at, name.slice(0, end), shown);
            }
        }
        return at;
    }

    /** Makes a directory that is missing, and returns whether it was. */
    private boolean make(Path directory, Deque<Path> made) throws IOException {
        if (disk.attributes(directory).isPresent()) {
            return false;
        }
        try {
            Files.createDirectory(directory);
            made.push(directory);
            return true;
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            return false;
        }
    }

    private void requireDirectory(Path directory, BytePath name, BytePath shown) throws IOException {
        FileType type = disk.attributes(directory)
                .orElseThrow(() -> new NoSuchFileException(shown.toString(), null, Failure.MISSING))
                .type();
        if (type == FileType.SYMLINK) {
            throw link(shown);
        } else if (type != FileType.DIRECTORY) {
            throw new FileSystemException(
                    shown.toString(),
                    null,
                    "'" + shown(name) + "' is " + type.description()
                            + ", but a directory is needed there: remove it, or" + " choose another place");
        }
    }

    static RefusedException link(BytePath shown) {
        return new RefusedException(shown.toString(), "it is, or lies behind, a symbolic link; these are not followed");
    }

    /**
     * Where case does not matter, a file is found by names that are not its own, and on Windows by short ones.
     * Elsewhere these would be other files, or none.
     */
    private void requireSameName(BytePath name, Path path, BytePath shown) throws IOException {
        BytePath real = disk.names().below(base, path.toRealPath());
        if (!Names.areSame(real, name)) {
            throw new RefusedException(
                    shown.toString(),
                    "its name is '" + real
                            + "' on this host, for which the two are one name; on other hosts they are different");
        }
    }
}
