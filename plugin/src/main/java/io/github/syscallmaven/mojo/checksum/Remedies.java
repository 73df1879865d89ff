package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.list.entry.Cause;
import io.github.syscallmaven.checksum.verify.verdict.Causes;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.io.BytePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Advice for each kind of finding.
 *
 * @param foundIn the directory that missing files are in, if it is known; null otherwise
 * @param scattered whether they are in several directories
 */
record Remedies(VerificationCounts report, @Nullable BytePath foundIn, boolean scattered) {
    private static final String BASE = "<baseDirectory> (-Dsyscall.baseDirectory)";

    Set<String> all() {
        Set<String> remedies = new LinkedHashSet<>();
        report.failing().forEach(status -> add(status, remedies));
        return remedies;
    }

    private void add(Status status, Set<String> remedies) {
        Causes causes = report.causes();
        switch (status) {
            case MISMATCH -> {
                remedies.add("fetch or build the files again, or, if the files are right, write the list again");
                causes.wrongGuesses().forEach((guess, others) -> remedies.add(otherAlgorithms(guess, others)));
            }
            case MISSING -> remedies.add(missing());
            case UNREADABLE -> {
                if (causes.has(Cause.NO_SUCH_LIST)) {
                    remedies.add("name a list that exists by <sumsFile> (-Dsyscall.sumsFile); write-checksums writes"
                            + " one");
                }
                if (causes.isOther(status, Cause.NO_SUCH_LIST)) {
                    remedies.add("make the files readable");
                }
            }
            case MALFORMED -> {
                if (causes.has(Cause.ALGORITHM_OF_BOUNCY_CASTLE)) {
                    remedies.add("for algorithms that are not available, add org.bouncycastle:bcprov-jdk18on to the"
                            + " <dependencies> of the plugin in a POM");
                }
                if (causes.has(Cause.NO_SUCH_ALGORITHM)) {
                    remedies.add("get a list of another algorithm, or add a security provider that has this one to the"
                            + " <dependencies> of the plugin in a POM");
                }
                if (causes.isOther(status, Cause.ALGORITHM_OF_BOUNCY_CASTLE, Cause.NO_SUCH_ALGORITHM)) {
                    remedies.add("correct the lines, or tolerate them with <lenient> (-Dsyscall.lenient)");
                }
            }
            case NOTHING_VERIFIED -> remedies.add(missing());
            case NOT_A_LIST -> {
                if (causes.has(Cause.UTF_16)) {
                    remedies.add("convert UTF-16 to UTF-8, as the line about it says");
                }
                if (causes.has(Cause.STRANGE_SIDECAR)) {
                    remedies.add("remove what only looks like a sidecar, or leave it out by <fileExcludes>"
                            + " (-Dsyscall.fileExcludes)");
                }
                if (causes.isOther(status, Cause.UTF_16, Cause.STRANGE_SIDECAR)) {
                    remedies.add("name the list itself, or download it again");
                }
            }
            case EMPTY -> {
                if (causes.isOther(status, Cause.NOTHING_ELSE)) {
                    remedies.add("name the list itself, or download it again");
                }
            }
            default -> remedies.add(of(status));
        }
    }

    private static String of(Status status) {
        return switch (status) {
            case REFUSED ->
                "remove the refused names from the list, or set " + BASE + " to a directory above all files";
            case CHANGED -> "make sure nothing writes to the files during verification";
            case OTHER_ALGORITHM ->
                "get a list with digests of the algorithm that its name promises, or give it a name without one";
            case CONFLICT -> "remove the wrong lines";
            case WEAK ->
                "write a list with SHA-256, or accept weak ones by <failOnWeakOnly> (-Dsyscall.failOnWeakOnly) 'false'";
            case EXTRA ->
                "remove the extra files, leave them out by <fileExcludes> (-Dsyscall.fileExcludes), or write the list"
                        + " again";
            case MOVED -> "move the files back, or write the list again";
            default -> "see the lines above";
        };
    }

    /** When nothing at all is there, it is not the files that are wrong. */
    private String missing() {
        if (foundIn != null) {
            return "set " + BASE + " to '" + foundIn + "', where files of these names are";
        }
        if (scattered) {
            return "copy the files, which are in several directories, into the directory of the list, or list them"
                    + " where"
                    + " they are: run write-checksums with <names> (-Dsyscall.names) 'file'";
        }
        return report.count(Status.OK) == 0 && report.count(Status.MISMATCH) == 0
                ? "set " + BASE + " to the directory that the names are relative to"
                : "get the missing files, or tolerate them with <ignoreMissing> (-Dsyscall.ignoreMissing)";
    }

    private static String otherAlgorithms(String guess, List<String> others) {
        return "digests without an algorithm were taken for " + guess
                + " by their length; if they are of another algorithm whose digests are as long, such as "
                + String.join(", ", others) + ", set <algorithm> (-Dsyscall.algorithm)";
    }
}
