package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WalkVisitor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks for files that no list has, and among them for those that lists have by another name. */
final class Audit {
    /** So that a list for quite another directory does not take all memory: of as many missing files the moves are found. */
    private static final long MOST_MISSING_BYTES = 32 * 1024 * 1024;

    /** What an entry takes, about. */
    private static final int ENTRY_BYTES = 300;

    private final VerificationRequest request;
    private final Hashing hashing;
    private final Verdicts verdicts;
    private final VerdictSink sink;
    private final NameSet covered = new NameSet();
    private final Map<BytePath, Map<Algorithm, Digest>> missing = new HashMap<>();
    private final Map<Digest, List<BytePath>> missingByDigest = new HashMap<>();
    private final Map<String, Algorithm> algorithms = new TreeMap<>();
    private long missingBytes;

    Audit(VerificationRequest request, Hashing hashing, Verdicts verdicts, VerdictSink sink) {
        this.request = request;
        this.hashing = hashing;
        this.verdicts = verdicts;
        this.sink = sink;
        request.lists().forEach(this::cover);
        request.unaudited().forEach(this::cover);
    }

    private void cover(BytePath path) {
        BytePath name = Below.name(request.base(), path);
        if (name != null) {
            covered.add(name);
        }
    }

    /** A file that a list has, or a list. */
    void found(BytePath name) {
        if (request.audit() != null) {
            covered.add(name);
        }
    }

    /** A file that a list has and that is not there. */
    void missing(BytePath name, SumsEntry entry) {
        if (request.audit() == null || missingBytes > MOST_MISSING_BYTES) {
            return;
        }
        missingBytes += name.length() + ENTRY_BYTES;
        missing.computeIfAbsent(name, first -> new HashMap<>()).put(entry.algorithm(), entry.digest());
        missingByDigest
                .computeIfAbsent(entry.digest(), first -> new ArrayList<>(1))
                .add(name);
        algorithms.put(entry.algorithm().name(), entry.algorithm());
    }

    /** Something that no list has. Only a regular file is read, and only if it could be a missing one. */
    private record Extra(
            BytePath name, FileType type, @Nullable IOException reason, List<Algorithm> algorithms)
            implements HashTask {
        @Override
        public boolean walked() {
            return true;
        }
    }

    Totals run(Root base, PathFilter filter) throws IOException {
        List<Algorithm> wanted = List.copyOf(algorithms.values());
        TaskSource<Extra> extras = to -> base.walk(BytePath.of(""), filter, new WalkVisitor() {
            @Override
            public void visit(BytePath name, FileType type) throws IOException {
                if (!covered.contains(name)) {
                    add(new Extra(name, type, null, type == FileType.REGULAR ? wanted : List.of()));
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
        return new HashEngine<Extra>(base, hashing).run(extras, hashed -> sink.accept(verdict(hashed)));
    }

    private Verdict verdict(Hashed<Extra> hashed) {
        Extra extra = hashed.task();
        if (extra.reason != null) {
            return verdicts.about(Status.UNREADABLE, extra.name, Verdicts.reason(extra.reason));
        }
        Map<Algorithm, Digest> digests = new HashMap<>();
        for (int i = 0; i < hashed.digests().size(); i++) {
            digests.put(extra.algorithms.get(i), hashed.digests().get(i));
        }
        for (Digest digest : hashed.digests()) {
            for (BytePath name : missingByDigest.getOrDefault(digest, List.of())) {
                Map<Algorithm, Digest> expected = missing.get(name);
                if (expected != null && digests.entrySet().containsAll(expected.entrySet())) {
                    // There is one file of that name, so that one file only can be it.
                    missing.remove(name);
                    return verdicts.about(Status.MOVED, extra.name, "was '" + name + "'");
                }
            }
        }
        String what = extra.type == FileType.REGULAR ? "" : "it is " + extra.type.description();
        return verdicts.about(Status.EXTRA, extra.name, what);
    }
}
