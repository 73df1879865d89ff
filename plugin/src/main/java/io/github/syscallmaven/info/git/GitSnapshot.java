package io.github.syscallmaven.info.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.syscallmaven.info.git.process.GitFiles;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A digest of the attributes of files, times of change included. It equals an earlier one as long as none of them was
 * changed, removed or created. Taking it needs no process.
 */
final class GitSnapshot {
    /** In bytes: enough for half a million names. */
    private static final int LARGEST_INDEX = 64 * 1024 * 1024;

    private final GitFiles files;
    private final MessageDigest digest;

    private GitSnapshot(GitFiles files) {
        this.files = files;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what git keeps: changed when somebody commits, checks out, tags, fetches, stages or configures. */
    static String ofRepository(GitRoot root) {
        GitSnapshot snapshot = new GitSnapshot(root.files());
        snapshot.addRepository(root);
        return snapshot.text();
    }

    /** Of the tracked files, those of submodules included. Empty when their names cannot be read. */
    static Optional<String> ofWorktree(GitRoot root) {
        GitSnapshot snapshot = new GitSnapshot(root.files());
        return snapshot.addWorktree(root) ? Optional.of(snapshot.text()) : Optional.empty();
    }

    private void addRepository(GitRoot root) {
        add(root.gitDirectory(), root.ownNames());
        add(root.commonDirectory(), root.sharedNames());
    }

    private boolean addWorktree(GitRoot root) {
        String file = root.gitDirectory() + "/index";
        if (!files.exists(file)) {
            return true; // Nothing is tracked yet.
        }
        Optional<GitIndex> index = files.read(file, LARGEST_INDEX).flatMap(GitIndex::parse);
        if (index.isEmpty()) {
            return false;
        }
        add(root.directory(), index.get().names());
        return index.get().submodules().stream()
                .flatMap(name -> GitRoot.at(files, root.directory() + "/" + name).stream())
                .allMatch(this::addSubmodule);
    }

    private boolean addSubmodule(GitRoot root) {
        addRepository(root);
        return addWorktree(root);
    }

    private void add(String directory, List<BytePath> names) {
        names.forEach(name -> {
            digest.update(name.toBytes());
            digest.update((byte) 0);
        });
        files.facts(directory, names, this::add);
    }

    private void add(Optional<FileFacts> found) {
        if (found.isEmpty()) {
            digest.update((byte) 0);
            return;
        }
        FileFacts facts = found.get();
        Instant modified = facts.modified();
        ByteBuffer numbers = ByteBuffer.allocate(4 * Long.BYTES + 2 * Integer.BYTES)
                .putInt(facts.permissions())
                .putInt(modified.getNano())
                .putLong(modified.getEpochSecond())
                .putLong(facts.size())
                .putLong(facts.inode())
                .putLong(facts.device());
        digest.update(facts.type().name().getBytes(US_ASCII));
        digest.update(numbers.array());
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
