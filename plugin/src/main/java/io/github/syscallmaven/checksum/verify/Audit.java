package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.hashing.task.HashTask;
import io.github.syscallmaven.checksum.hashing.task.TaskSource;
import io.github.syscallmaven.checksum.verify.verdict.FileResult;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerdictFactory;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.NameOrigin;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds files that are in no list, and those among them that lists have under another name. */
final class Audit {
    private final Root base;
    private final PathFilter filter;
    private final Companions companions;
    private final Predicate<BytePath> listed;
    private final OwnFiles own;

    /**
     * An audit of the files below a root.
     *
     * @param listed whether a list has this file; for the thread that walks
     * @param own files that need not be in a list
     */
    Audit(Root base, PathFilter filter, Companions companions, Predicate<BytePath> listed, OwnFiles own) {
        this.base = base;
        this.filter = filter;
        this.companions = companions;
        this.listed = listed;
        this.own = own;
    }

    /** Something that no list has. Only a regular file is read, and only if it could be a missing one. */
    record Extra(BytePath name, FileType type, @Nullable IOException reason, List<Algorithm> algorithms)
            implements HashTask {
        @Override
        public NameOrigin origin() {
            return NameOrigin.WALKED;
        }
    }

    /** Hands over what no list has. Regular files are read with these algorithms. */
    TaskSource<Extra> extras(List<Algorithm> wanted) {
        return to -> base.walk(BytePath.of(""), filter, new WalkVisitor() {
            @Override
            public void visit(BytePath name, FileType type) throws IOException {
                boolean regular = type == FileType.REGULAR;
                if (!listed.test(name) && !own.has(base, name) && !(regular && isCompanion(name))) {
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

    /** Whether it belongs to a file that is listed, is ours, or is not looked at. */
    private boolean isCompanion(BytePath name) throws IOException {
        for (BytePath of = companions.of(name); of != null; of = companions.of(of)) {
            if (!filter.acceptsPath(of) || listed.test(of) || own.has(base, of)) {
                return true;
            }
        }
        return false;
    }

    /** What to say of something that no list has, or has by another name. */
    static Verdict verdict(HashResult<Extra> hashed, Moves moves, VerdictFactory verdicts) {
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
