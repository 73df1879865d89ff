package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.HashEngine;
import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.hashing.Totals;
import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.list.entry.Cause;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.name.ListedNames;
import io.github.syscallmaven.checksum.verify.verdict.FileResult;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Entries;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Listed;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Remark;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Unread;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerdictFactory;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.PathFilter;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies what one request asks for. One run only. */
final class VerificationRun {
    private final FileIo io;
    private final HashingOptions hashing;
    private final Algorithms algorithms;
    private final VerificationRequest request;
    private final VerificationCounts report;
    private final VerdictSink sink;
    private final VerdictFactory verdicts;
    private final ListedNames names;
    private final KeptResults results = new KeptResults();
    private final Moves moves = new Moves();
    /** Lists without any verified file or failure so far. */
    private final Set<BytePath> unspoken;

    private BytePath lastRead = BytePath.of("");
    private @Nullable AlgorithmOrigin origin;
    private boolean isAnyVerified;
    private boolean isAnyFailure;

    VerificationRun(VerificationTools tools, VerificationRequest request, VerificationCounts report) {
        this.io = tools.io();
        this.hashing = tools.hashing();
        this.algorithms = tools.algorithms();
        this.sink = tools.sink();
        this.request = request;
        this.report = report;
        this.verdicts = new VerdictFactory(request.leniency(), request.base(), request.shownFrom());
        this.names = names();
        this.unspoken = new LinkedHashSet<>(request.lists());
    }

    void run() throws IOException {
        try (Root base = open()) {
            if (base == null) {
                return;
            }
            ListedFiles files = new ListedFiles(io, base, algorithms, request, names());
            report.count(new HashEngine<ListedTask>(base, hashing).run(files, this::accept));
            reportNothing();
            if (request.audit() != null) {
                report.count(audit(base, request.audit()));
            }
        }
    }

    /**
     * Null if the directory does not exist and was only derived from the paths of lists, which then do not exist
     * either.
     */
    private @Nullable Root open() throws IOException {
        try {
            return io.open(request.base());
        } catch (NoSuchFileException e) {
            boolean named = request.sidecars() == null && request.audit() == null;
            if (!named || !request.lists().stream().map(BytePath::parent).allMatch(request.base()::equals)) {
                throw new NoBaseDirectoryException(request.base(), e);
            }
            for (BytePath list : request.lists()) {
                accept(new Unread(list, e));
            }
            return null;
        }
    }

    /** For one thread. */
    private ListedNames names() {
        return new ListedNames(request.base(), report.fingerprints().another());
    }

    /** Every list has to be good for something, as for {@code sha256sum -c}; of sidecars, one. */
    private void reportNothing() throws IOException {
        for (BytePath list : unspoken) {
            accept(verdicts.about(Status.NOTHING_VERIFIED, list, "none of the files it lists exists"));
        }
        if (!isAnyVerified && !isAnyFailure) {
            String what = request.lists().isEmpty()
                    ? "there is no sidecar of a file that exists"
                    : "none of the listed files exists";
            accept(verdicts.about(Status.NOTHING_VERIFIED, null, what));
        }
    }

    private Totals audit(Root base, PathFilter filter) throws IOException {
        moves.index();
        OwnFiles own = new OwnFiles(io);
        for (BytePath list : request.lists()) {
            own.add(list);
        }
        for (BytePath path : request.unaudited()) {
            own.add(path);
        }
        ListedNames namesOfWalk = names();
        Audit audit = new Audit(
                base,
                filter,
                new Companions(algorithms),
                name -> report.files().contains(namesOfWalk.fingerprint(name)),
                own);
        return new HashEngine<Audit.Extra>(base, hashing)
                .run(audit.extras(moves.algorithms()), hashed -> accept(Audit.verdict(hashed, moves, verdicts)));
    }

    /** Of no file that a list has. */
    private void accept(Verdict verdict) throws IOException {
        report.count(verdict);
        pass(verdict);
    }

    private void pass(Verdict verdict) throws IOException {
        isAnyVerified |= verdict.status() == Status.OK;
        isAnyFailure |= verdict.isFailure();
        sink.accept(verdict);
    }

    private void accept(HashResult<ListedTask> hashed) throws IOException {
        if (hashed.task() instanceof Entries entries) {
            accept(entries, results.of(entries, hashed));
        } else if (hashed.task() instanceof Remark remark) {
            note(remark);
            accept(remark.list(), verdicts.of(remark));
        } else if (hashed.task() instanceof Unread unread) {
            accept(unread);
        }
    }

    private void note(Remark remark) {
        Cause cause = remark.problem().cause();
        boolean isForgiven = remark.problem().kind() == ListProblem.Kind.UNKNOWN_ALGORITHM
                && request.leniency().lenient();
        if (cause != null && !isForgiven) {
            report.causes().found(cause);
        }
    }

    private void accept(Unread unread) throws IOException {
        if (unread.reason() instanceof NoSuchFileException) {
            report.causes().found(Cause.NO_SUCH_LIST);
        }
        accept(unread.list(), verdicts.of(unread));
    }

    private void accept(BytePath list, Verdict verdict) throws IOException {
        read(list);
        if (verdict.isFailure()) {
            unspoken.remove(list);
        }
        accept(verdict);
    }

    private void accept(Entries entries, FileResult result) throws IOException {
        for (Listed listed : entries.entries()) {
            read(listed.list());
            report.count(listed.entry().form());
            Verdict verdict = verdicts.of(entries, listed, result);
            if (verdict.status() == Status.OK || verdict.isFailure()) {
                unspoken.remove(listed.list());
            }
            report.count(entries.file(), verdict);
            pass(verdict);
            note(entries.name(), listed, verdict.status());
        }
    }

    private void note(BytePath name, Listed listed, Status status) {
        ListEntry entry = listed.entry();
        AlgorithmOrigin of = origin;
        if (of == null || !of.isThatOf(listed)) {
            of = AlgorithmOrigin.of(listed, request.untagged(), algorithms);
            origin = of;
            if (report.causes().hasRoomForOrigins()) {
                report.causes().origin("'" + verdicts.shown(listed.list()) + "': " + of);
            }
        }
        if (entry.guessed() && (status == Status.OK || status == Status.MISMATCH)) {
            report.causes().guessed(entry, status == Status.OK);
        }
        if (status == Status.MISSING) {
            report.causes().missing(name);
            if (request.audit() != null) {
                moves.missing(name, entry);
            }
        }
    }

    /** A list that a walk has found is no file that no list has. */
    private void read(BytePath list) {
        if (request.audit() != null && !list.isAbsolute() && !list.equals(lastRead)) {
            lastRead = list;
            report.files().add(names.fingerprint(list));
        }
    }
}
