package io.github.syscallmaven.io.portable;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Pause;
import io.github.syscallmaven.io.RefusedException;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.portable.disk.Attempts;
import io.github.syscallmaven.io.portable.disk.Disk;
import io.github.syscallmaven.io.portable.disk.Failure;
import io.github.syscallmaven.io.portable.disk.Names;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files by {@code java.nio.file}. */
public final class PortableFileIo implements FileIo {
    private final Disk disk;

    /** The files of this machine. */
    public PortableFileIo() {
        this(FileSystems.getDefault());
    }

    PortableFileIo(FileSystem files) {
        this(new Disk(files, new Names(files), new Attempts(Names.areWindows(files), Pause.SLEEP)));
    }

    PortableFileIo(Disk disk) {
        this.disk = disk;
    }

    @Override
    public Root open(BytePath directory) throws IOException {
        return root(directory, path(directory), List.of());
    }

    @Override
    public Root openOrCreate(BytePath directory) throws IOException {
        Path path = path(directory);
        List<Path> above = new ArrayList<>();
        try {
            create(path, above);
        } catch (IOException e) {
            throw Failure.about(directory, e);
        }
        return root(directory, path, above);
    }

    private Path path(BytePath directory) throws RefusedException {
        if (directory.isEmpty() || directory.indexOf((byte) 0, 0) < directory.length()) {
            throw new RefusedException(directory.toString(), "it is empty or holds a NUL byte");
        }
        return disk.names().trusted(directory);
    }

    private Root root(BytePath directory, Path path, List<Path> above) throws IOException {
        try {
            Path real = path.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new FileSystemException(directory.toString(), null, Failure.NOT_A_DIRECTORY);
            }
            return new PortableRoot(disk, directory, real, above);
        } catch (IOException e) {
            throw Failure.about(directory, e);
        }
    }

    /** Makes what is missing, and notes the directories that thereby have a new name in them. */
    private static void create(Path directory, List<Path> above) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        if (parent == null) {
            throw new NoSuchFileException(directory.toString());
        }
        create(parent, above);
        try {
            Files.createDirectory(directory);
            above.add(parent);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw new FileSystemException(
                        directory.toString(),
                        null,
                        "'" + Names.shown(directory)
                                + "' is not a directory, but a directory is needed there: remove it, or"
                                + " choose another place");
            }
        }
    }
}
