package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of the verification itself, which need not be in a list, under whatever name. */
final class OwnFiles {
    private final FileIo io;
    private final Map<BytePath, Set<FileId>> byLastName = new HashMap<>();

    OwnFiles(FileIo io) {
        this.io = io;
    }

    private record FileId(long device, long inode) {
        static FileId of(FileFacts facts) {
            return new FileId(facts.device(), facts.inode());
        }
    }

    /** Adds a file. The way to it may lead over symbolic links. */
    void add(BytePath path) throws IOException {
        try (Root folder = io.open(path.folder())) {
            Optional<FileFacts> facts = folder.stat(path.fileName());
            if (facts.isPresent()) {
                byLastName
                        .computeIfAbsent(path.fileName(), first -> new HashSet<>())
                        .add(FileId.of(facts.get()));
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException notThere) {
            // Then a walk does not find it either.
            return;
        }
    }

    /** Whether this name below a root is one of the files. */
    boolean has(Root base, BytePath name) throws IOException {
        Set<FileId> files = byLastName.get(name.fileName());
        return files != null
                && base.stat(name)
                        .filter(facts -> files.contains(FileId.of(facts)))
                        .isPresent();
    }
}
