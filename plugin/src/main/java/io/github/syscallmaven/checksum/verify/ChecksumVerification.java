package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.FileIo;
import java.io.IOException;
import java.util.List;

/**
 * Verifies files against lists of checksums, and reports all that is wrong, not just the first.
 *
 * <p>Strict, except for what {@link Leniency} says: whatever is not a clean match of a well-formed entry fails. Digests
 * are compared in constant time. Nothing outside the base directory is opened, and nothing but regular files. A file is
 * read once for all entries that the lists of a request have for it. Memory is bounded; each name takes up to 86 bytes.
 * One run only.
 */
public final class ChecksumVerification {
    private final VerificationTools tools;

    /** {@code hashing} has to go on after failures, or the first one would be all there is to see. */
    public ChecksumVerification(FileIo io, HashingOptions hashing, Algorithms algorithms, VerdictSink sink) {
        if (hashing.failFast()) {
            throw new IllegalArgumentException("verification reports all failures, not just the first");
        }
        this.tools = new VerificationTools(io, hashing, algorithms, sink);
    }

    /**
     * Verifies.
     *
     * @param requests one for each base directory; a file that several of them have counts once
     * @throws IOException when a base directory cannot be opened, or the sink throws it
     */
    public VerificationCounts run(List<VerificationRequest> requests) throws IOException {
        VerificationCounts report = new VerificationCounts();
        for (VerificationRequest request : requests) {
            new VerificationRun(tools, request, report).run();
        }
        String weak = report.weak();
        if (!weak.isEmpty()) {
            boolean failure = requests.get(0).leniency().isFailure(Status.WEAK);
            Verdict verdict = new Verdict(Status.WEAK, failure, null, 0, null, null, null, weak);
            report.count(verdict);
            tools.sink().accept(verdict);
        }
        return report;
    }
}
