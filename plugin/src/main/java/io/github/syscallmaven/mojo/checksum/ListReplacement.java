package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.list.ChecksumListReader;
import io.github.syscallmaven.checksum.list.name.Below;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.mojo.AlreadyWrittenException;
import io.github.syscallmaven.mojo.BaseDirectory;
import io.github.syscallmaven.mojo.ShownPaths;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * Refuses to replace a file that is no list. A list among the files to hash is not hashed and replaces the list of an
 * earlier build; but if one of those files has its name, it would be lost.
 */
record ListReplacement(FileIo io, Algorithms algorithms, List<FileTree> trees, ShownPaths shown) {
    /** Lists are as long as there are files; an entry comes early. */
    private static final int HEAD = 64 * 1024;

    /** Fails if this absolute path is below one of the trees, and has a file that is no list. */
    void requireList(BytePath file) throws IOException {
        if (!isBelowATree(file)) {
            return;
        }
        try (Root folder = io.open(file.folder())) {
            BytePath name = file.fileName();
            boolean replaces = folder.stat(name)
                    .filter(facts -> facts.type() == FileType.REGULAR && facts.size() > 0)
                    .isPresent();
            if (replaces && !isList(name, folder.readUnsized(name, HEAD))) {
                throw new AlreadyWrittenException("'" + shown.of(file)
                        + "' is one of the files to hash and no list of checksums, which would replace it; set"
                        + " <sumsFile> (-Dsyscall.sumsFile) to another file, or remove this one.");
            }
        } catch (NoSuchFileException nothingThere) {
            return;
        } catch (AccessDeniedException nobodyCouldHashIt) {
            return;
        }
    }

    private boolean isBelowATree(BytePath file) {
        return trees.stream().anyMatch(tree -> Below.name(BaseDirectory.pathOf(tree.directory()), file) != null);
    }

    private boolean isList(BytePath name, byte[] head) throws IOException {
        return ChecksumListReader.ofList(algorithms, name, null).hasEntry(new ByteArrayInputStream(head));
    }
}
