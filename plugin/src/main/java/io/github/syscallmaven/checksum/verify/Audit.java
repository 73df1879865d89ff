package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.hashing.task.HashTask;
import io.github.syscallmaven.checksum.hashing.task.TaskSource;
import io.github.syscallmaven.checksum.list.name.ListedNames;
import io.github.syscallmaven.checksum.verify.verdict.FileResult;
import io.github.syscallmaven.checksum.verify.verdict.FileTally;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerdictFactory;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for files that no list has, and among them for those that lists have by another name. */
final class Audit {
    private final FileIo io;
    private final Root base;
    private final PathFilter filter;
    private final Companions companions;
    private final ListedNames names;
    private final FileTally listed;
    private final Moves moves;
    /** The files that need not be in a list, by their last names. */
    private final Map<BytePath, Set<FileId>> own = new HashMap<>();

    /**
     * An audit of the files below a root.
     *
     * @param names for the thread that walks
     * @param listed the files that lists have
     */
    Audit(
            FileIo io,
            Root base,
            PathFilter filter,
            Companions companions,
            ListedNames names,
            FileTally listed,
            Moves moves) {
        this.io = io;
        this.base = base;
        this.filter = filter;
        this.companions = companions;
        this.names = names;
        this.listed = listed;
        this.moves = moves;
    }

    /** A file's identity, whatever way leads to it. */
    private record FileId(long device, long inode) {
        static FileId of(FileFacts facts) {
            return new FileId(facts.device(), facts.inode());
        }
    }

    /** This file need not be in a list. A way to it may be given that leads over symbolic links. */
    void ignore(BytePath path) throws IOException {
        try (Root folder = io.open(path.parent().isEmpty() ? BytePath.of("/") : path.parent())) {
            Optional<FileFacts> facts = folder.stat(path.fileName());
            if (facts.isPresent()) {
                own.computeIfAbsent(path.fileName(), first -> new HashSet<>()).add(FileId.of(facts.get()));
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException notThere) {
            // Then the walk does not find it either.
            return;
        }
    }

    /** Something that no list has. Only a regular file is read, and only if it could be a missing one. */
    record Extra(BytePath name, FileType type, @Nullable IOException reason, List<Algorithm> algorithms)
            implements HashTask {
        @Override
        public NameOrigin origin() {
            return NameOrigin.WALKED;
        }
    }

    /** Hands over what no list has. */
    TaskSource<Extra> extras() {
        List<Algorithm> wanted = moves.algorithms();
        return to -> base.walk(BytePath.of(""), filter, new WalkVisitor() {
            @Override
            public void visit(BytePath name, FileType type) throws IOException {
                boolean regular = type == FileType.REGULAR;
                if (!isListed(name) && !isOwn(name) && !(regular && isCompanion(name))) {
                    add(new Extra(name, type, null, regular ? wanted : List.of()));
                }
            }

            @Override
            public void failed(BytePath directory, IOException reason) throws IOException {
                add(new Extra(directory, FileType.DIRECTORY, reason, List.of()));
            }

            private void add(Extra extra) throws InterruptedIOException {
                try {
                    to.add(extra);
                } catch (InterruptedException e) {
                    throw new InterruptedIOException("called off");
                }
            }
        });
    }

    private boolean isListed(BytePath name) {
        return listed.contains(names.fingerprint(name));
    }

    private boolean isOwn(BytePath name) throws IOException {
        Set<FileId> files = own.get(name.fileName());
        return files != null
                && base.stat(name)
                        .filter(facts -> files.contains(FileId.of(facts)))
                        .isPresent();
    }

    /** Whether it belongs to a file that is listed, is ours, or is not looked at. */
    private boolean isCompanion(BytePath name) throws IOException {
        for (BytePath of = companions.of(name); of != null; of = companions.of(of)) {
            if (!filter.acceptsPath(of) || isListed(of) || isOwn(of)) {
                return true;
            }
        }
        return false;
    }

    /** What to say of something that no list has. */
    Verdict verdict(HashResult<Extra> hashed, VerdictFactory verdicts) {
        Extra extra = hashed.task();
        if (extra.reason != null) {
            return verdicts.about(
                    Status.UNREADABLE,
                    extra.name,
                    FileResult.Failure.of(extra.reason).what());
        }
        BytePath moved = hashed.digests().isEmpty() ? null : moves.find(extra.algorithms, hashed.digests());
        if (moved != null) {
            return verdicts.about(Status.MOVED, extra.name, "was '" + verdicts.shown(moved) + "'");
        }
        String what = extra.type == FileType.REGULAR ? "" : "it is " + extra.type.description();
        return verdicts.about(Status.EXTRA, extra.name, what);
    }
}
