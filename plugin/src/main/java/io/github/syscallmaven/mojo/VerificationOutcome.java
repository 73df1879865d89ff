package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.Status;
import io.github.syscallmaven.checksum.VerificationReport;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** What a verification comes to in the end. */
final class VerificationOutcome {
    private static final String AGAIN =
            "fetch or build the files again, or, if they are as they should be, write the list anew";

    private static final Map<Status, String> REMEDIES = Map.ofEntries(
            Map.entry(Status.MISSING, "get the missing files, or forgive them by -Dsyscall.ignoreMissing"),
            Map.entry(
                    Status.UNREADABLE,
                    "make the files readable, or name a sums file that exists (-Dsyscall.sumsFile); write-checksums"
                            + " writes one"),
            Map.entry(Status.REFUSED, "remove the refused names from the list, or set -Dsyscall.baseDirectory"),
            Map.entry(Status.CHANGED, "let nothing write to the files meanwhile"),
            Map.entry(Status.MALFORMED, "correct the lines, or forgive them by -Dsyscall.lenient"),
            Map.entry(
                    Status.OTHER_ALGORITHM,
                    "get a list with digests of the algorithm that its name promises, or give it a name without one"),
            Map.entry(Status.CONFLICT, "remove the wrong lines"),
            Map.entry(Status.NOT_A_LIST, "fetch the list again"),
            Map.entry(Status.EMPTY, "fetch the list again"),
            Map.entry(Status.NOTHING_VERIFIED, "set -Dsyscall.baseDirectory to where the files are"),
            Map.entry(Status.WEAK, "write a list with SHA-256, or accept weak ones by -Dsyscall.failOnWeakOnly=false"),
            Map.entry(
                    Status.EXTRA,
                    "remove the extra files, leave them out by -Dsyscall.fileExcludes, or write the list anew"),
            Map.entry(Status.MOVED, "move the files back, or write the list anew"));

    private VerificationOutcome() {}

    /** A success is one line; a failure is one sentence with counts, and what can be done. */
    static void tell(Log log, VerificationReport report) throws MojoFailureException {
        if (report.failures() == 0) {
            log.info("Verified " + report.summary() + ".");
            return;
        }
        throw new MojoFailureException(
                "Verification failed: " + report + ". To do: " + String.join("; ", remedies(report)) + ".");
    }

    private static Set<String> remedies(VerificationReport report) {
        Set<String> remedies = new LinkedHashSet<>();
        report.failing().forEach(status -> remedies.add(REMEDIES.getOrDefault(status, AGAIN)));
        return remedies;
    }
}
