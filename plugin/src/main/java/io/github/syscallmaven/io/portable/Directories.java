package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Failure;
import io.github.syscallmaven.io.portable.disk.Names;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;

/** Creates, syncs and removes the directories around a written file. */
final class Directories {
    private Directories() {}

    /** Makes the names in a directory durable; where the host cannot, that is a warning. */
    static void sync(Disk disk, Path directory, BytePath shown, List<String> warnings) throws IOException {
        String warning = "'" + shown + "' may not survive a power failure: this host cannot sync a directory.";
        try {
            if (!disk.syncDirectory(directory) && !warnings.contains(warning)) {
                warnings.add(warning);
            }
        } catch (IOException e) {
            throw new FileSystemException(
                    shown.toString(),
                    null,
                    Failure.reason(e) + "; it was written, but may not survive a power failure");
        }
    }

    /** Removes the new directories again, after a failure. One that somebody uses by now stays. */
    static void remove(Deque<Path> made, Throwable failure) {
        for (Path directory : made) {
            try {
                Files.delete(directory);
            } catch (NoSuchFileException | DirectoryNotEmptyException goneOrInUse) {
                // Nothing of ours is left in it.
            } catch (IOException e) {
                failure.addSuppressed(new IOException(
                        "the new directory '" + Names.shown(directory) + "' could not be removed: " + Failure.reason(e),
                        e));
            }
        }
    }
}
