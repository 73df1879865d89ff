package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.Durability;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.WriteOptions;
import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.io.portable.Beneath.Found;
import io.github.syscallmaven.io.portable.disk.Attributes;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Failure;
import io.github.syscallmaven.io.portable.disk.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes one file whole or not at all: a complete temporary file beside it is moved to its name atomically.
 *
 * @param file in whose place
 * @param shown the same in messages and warnings
 */
record WholeWrite(Disk disk, Path file, BytePath shown, WriteOptions options, List<String> warnings) {
    Outcome write(Content content, Temporaries temporaries, @Nullable Found old) throws IOException {
        if (old != null) {
            requireReplaceable(old);
            if (!options.once() && holds(old, content)) {
                sync(file);
                syncName();
                return Outcome.UNCHANGED;
            }
        }
        Path temporary = create(temporaries, old != null);
        try {
            FileOutput.write(temporary, shown, content);
            if (old != null && options.once() && isUnchanged(old, temporary)) {
                remove(temporary);
                sync(file);
                syncName();
                return Outcome.UNCHANGED;
            }
            takeOver(old, temporary);
            sync(temporary);
            putInPlace(temporary);
        } catch (IOException | RuntimeException | Error e) {
            removeAfter(e, temporary);
            throw e;
        }
        syncName();
        return old == null ? Outcome.CREATED : Outcome.REPLACED;
    }

    private Path create(Temporaries temporaries, boolean replaces) throws IOException {
        try {
            return temporaries.create(replaces);
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    private void requireReplaceable(Found old) throws IOException {
        FileType type = old.attributes().type();
        if (type == FileType.SYMLINK) {
            throw Beneath.link(shown);
        } else if (type != FileType.REGULAR) {
            throw new RefusedException(
                    shown.toString(), "it is " + type.description() + "; only a regular file is replaced");
        } else if (!options.replace()) {
            throw exists();
        }
    }

    private FileAlreadyExistsException exists() {
        return new FileAlreadyExistsException(shown.toString(), null, "it exists, and is not to be replaced");
    }

    /** What cannot be read holds something else. */
    private boolean holds(Found old, Content content) throws IOException {
        InputStream opened;
        try {
            opened = disk.open(old.path(), shown);
        } catch (IOException unreadable) {
            return false;
        }
        try (opened) {
            return ComparingOutput.isEqual(opened, content);
        }
    }

    private boolean isUnchanged(Found old, Path temporary) throws IOException {
        return old.attributes().size() == Files.size(temporary) && holds(old, out -> Files.copy(temporary, out));
    }

    private void takeOver(@Nullable Found old, Path temporary) throws IOException {
        if (old == null || old.attributes().owner() == null) {
            return;
        }
        Optional<Attributes> ours = disk.attributes(temporary);
        if (ours.isPresent() && ours.get().owner() != null) {
            new Rights(temporary, shown, warnings)
                    .takeOver(old.attributes().owner(), ours.get().owner());
        }
    }

    private void sync(Path written) throws IOException {
        if (options.durability() == Durability.FULL) {
            try {
                disk.sync(written);
            } catch (IOException e) {
                throw Failure.about(shown, e);
            }
        }
    }

    private void putInPlace(Path temporary) throws IOException {
        try {
            if (options.replace()) {
                disk.attempts()
                        .run(
                                shown,
                                () -> Files.move(
                                        temporary,
                                        file,
                                        StandardCopyOption.ATOMIC_MOVE,
                                        StandardCopyOption.REPLACE_EXISTING));
            } else {
                putWithoutReplacing(temporary);
            }
        } catch (IOException e) {
            throw Failure.about(shown, e);
        }
    }

    /**
     * A hard link replaces nothing; where there are none, a move replaces nothing unless somebody makes the file
     * meanwhile.
     */
    private void putWithoutReplacing(Path temporary) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            try {
                Files.move(temporary, file);
                return;
            } catch (FileAlreadyExistsException e) {
                throw exists();
            }
        }
        try {
            remove(temporary);
        } catch (IOException e) {
            warnings.add("'" + shown + "' was written, but the temporary file beside it could not be removed: "
                    + Failure.reason(e) + ".");
        }
    }

    /** The file is complete and in place by now, so a failure is reported as what it is. */
    private void syncName() throws IOException {
        if (options.durability() == Durability.FULL) {
            Directories.sync(disk, file.resolveSibling(""), shown, warnings);
        }
    }

    private void remove(Path temporary) throws IOException {
        boolean unusedWasThere = disk.delete(temporary, shown);
    }

    private void removeAfter(Throwable failure, Path temporary) {
        try {
            remove(temporary);
        } catch (IOException e) {
            failure.addSuppressed(new IOException(
                    "the temporary '" + Names.shown(temporary.getFileName()) + "' beside it could not be removed: "
                            + Failure.reason(e),
                    e));
        }
    }
}
