package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.ListedTask.Entries;
import io.github.syscallmaven.checksum.ListedTask.Listed;
import io.github.syscallmaven.checksum.ListedTask.Remark;
import io.github.syscallmaven.checksum.ListedTask.Unread;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Verifies files against lists of checksums, and tells all that is wrong, not just the first.
 *
 * <p>Strict, but for what {@link Leniency} says: whatever is not a clean match of a well-formed entry fails. Digests are compared
 * in constant time. Nothing outside the base directory is opened, and nothing but regular files. Memory is bounded; an audit
 * takes up to 21 bytes for each name of the lists. One run only.
 */
public final class ChecksumVerification {
    private final FileIo io;
    private final Hashing hashing;
    private final Algorithms algorithms;
    private final VerificationRequest request;
    private final VerificationReport report = new VerificationReport();
    private final VerdictSink sink;
    private final Verdicts verdicts;
    private final WeakFiles weak = new WeakFiles();
    /** The lists of the request of which there is neither a verified file nor a failure. */
    private final Set<BytePath> unspoken = new LinkedHashSet<>();

    private final Audit audit;

    /** {@code hashing} has to go on after failures, or the first one would be all there is to see. */
    public ChecksumVerification(
            FileIo io, Hashing hashing, Algorithms algorithms, VerificationRequest request, VerdictSink sink) {
        if (hashing.failFast()) {
            throw new IllegalArgumentException("verification tells all failures, not just the first");
        }
        this.io = io;
        this.hashing = hashing;
        this.algorithms = algorithms;
        this.request = request;
        this.sink = sink;
        this.verdicts = new Verdicts(request.leniency());
        request.lists().forEach(list -> unspoken.add(request.shown(list)));
        this.audit = new Audit(request, hashing, verdicts, this::tell);
    }

    /**
     * Verifies.
     *
     * @throws IOException when a list or the base directory cannot be read, or the sink throws it
     */
    public VerificationReport run() throws IOException {
        try (Root base = io.open(request.base())) {
            ListedFiles files = new ListedFiles(io, base, algorithms, request);
            report.count(new HashEngine<ListedTask>(base, hashing).run(files, this::accept));
            if (weak.count() > 0) {
                tell(verdicts.about(Status.WEAK, null, weak.toString()));
            }
            tellOfNothing();
            if (request.audit() != null) {
                report.count(audit.run(base, request.audit()));
            }
        }
        return report;
    }

    /** Every list has to be good for something, as for {@code sha256sum -c}; of sidecars, one. */
    private void tellOfNothing() throws IOException {
        for (BytePath list : unspoken) {
            tell(verdicts.about(Status.NOTHING_VERIFIED, list, "not one file is there that it has"));
        }
        if (report.count(Status.OK) == 0 && report.failures() == 0) {
            tell(verdicts.about(Status.NOTHING_VERIFIED, null, "not one file is there that a list has"));
        }
    }

    private void tell(Verdict verdict) throws IOException {
        report.count(verdict);
        sink.accept(verdict);
    }

    private void tell(Verdict verdict, BytePath list) throws IOException {
        if (verdict.status() == Status.OK || verdict.isFailure()) {
            unspoken.remove(list);
        }
        tell(verdict);
    }

    private void accept(Hashed<ListedTask> hashed) throws IOException {
        if (hashed.task() instanceof Entries entries) {
            accept(entries, hashed);
        } else if (hashed.task() instanceof Remark remark) {
            audit.found(remark.list());
            tell(verdicts.of(remark), remark.list());
        } else if (hashed.task() instanceof Unread unread) {
            audit.found(unread.list());
            tell(verdicts.of(unread), unread.list());
        }
    }

    private void accept(Entries entries, Hashed<ListedTask> hashed) throws IOException {
        audit.found(entries.name());
        for (Listed listed : entries.entries()) {
            if (request.sidecars() != null) {
                audit.found(listed.list());
            }
            report.count(listed.entry().form());
            Verdict verdict = verdicts.of(entries, listed, hashed);
            tell(verdict, listed.list());
            if (verdict.status() == Status.MISSING) {
                audit.missing(entries.name(), listed.entry());
            } else if (verdict.status() == Status.OK) {
                weak.verified(entries.name(), listed.entry().algorithm());
            }
        }
    }
}
