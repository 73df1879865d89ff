package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.portable.disk.Attributes;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Temporary files, and those that killed runs have left. Each has the number of its process in its name. If there is no
 * such process, or it is younger than the file, the file is a leftover.
 */
record Temporaries(Disk disk, Path directory, BytePath shown) {
    private static final String PREFIX = ".syscall-";
    private static final int PID_END = PREFIX.length() + 8;
    private static final int NAMES_TO_TRY = 100;

    /** The coarsest clock of a file system, FAT's. */
    private static final Duration TICK = Duration.ofSeconds(2);

    /** Makes an empty one. Nobody else can read one that is to replace a file, until it has that file's permissions. */
    Path create(boolean replaces) throws IOException {
        FileAttribute<?>[] onlyOurs = replaces && disk.has("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        for (int tries = 1; ; tries++) {
            Path file = directory.resolve(name());
            try {
                return Files.createFile(file, onlyOurs);
            } catch (FileAlreadyExistsException e) {
                if (tries == NAMES_TO_TRY) {
                    throw e;
                }
            }
        }
    }

    private static String name() {
        HexFormat hex = HexFormat.of();
        return PREFIX
                + hex.toHexDigits((int) ProcessHandle.current().pid())
                + hex.toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** Removes the leftovers. That some cannot be removed is reported in the warnings. */
    void removeLeftovers(List<String> warnings) {
        IOException failure = null;
        try {
            for (Path entry : disk.list(directory)) {
                try {
                    if (isLeftover(entry)) {
                        Files.deleteIfExists(entry);
                    }
                } catch (IOException e) {
                    failure = e;
                }
            }
        } catch (IOException e) {
            failure = e;
        }
        if (failure != null) {
            warnings.add("Leftovers of an earlier run in '" + shown + "' could not be removed: "
                    + Failure.reason(failure) + ".");
        }
    }

    private boolean isLeftover(Path entry) throws IOException {
        BytePath name;
        try {
            name = disk.names().of(entry);
        } catch (RefusedException notOurs) {
            return false;
        }
        if (!FileIo.isTemporary(name)) {
            return false;
        }
        Optional<Attributes> attributes = disk.attributes(entry);
        return attributes.isPresent()
                && attributes.get().type() == FileType.REGULAR
                && !isInUse(name.toString(), attributes.get().modified());
    }

    private static boolean isInUse(String name, FileTime modified) {
        long pid = HexFormat.fromHexDigitsToLong(name, PREFIX.length(), PID_END);
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .filter(start -> start.minus(TICK).isBefore(modified.toInstant()))
                .isPresent();
    }
}
