package io.github.syscallmaven.trust;

import io.github.syscallmaven.trust.TrustFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reviews a file of trusted checksums, by itself and against what a project resolves. */
public final class FileReview {
    private FileReview() {}

    /** Of its form. What Maven misunderstands is a failure, the rest a remark. */
    public static List<TrustFinding> form(TrustedChecksumsFile file) {
        return file.problems().stream()
                .map(problem -> new TrustFinding(
                        problem.kind().isHarmful() ? Kind.MALFORMED : Kind.NOTE,
                        problem.kind().isHarmful(),
                        "",
                        problem.line(),
                        problem.toString()))
                .toList();
    }

    /**
     * The artifacts without a line, and the lines without an artifact.
     *
     * @param resolved the paths of all that the project is known to resolve
     * @param isFailingIfMissing whether Maven refuses artifacts without a line; then it is a failure that there is one
     */
    public static List<TrustFinding> completeness(
            TrustedChecksumsFile file, Set<String> resolved, boolean isFailingIfMissing) {
        Set<String> missing = new TreeSet<>(resolved);
        List<TrustFinding> findings = new ArrayList<>();
        List<TrustFinding> unused = new ArrayList<>();
        for (TrustedEntry entry : file.entries()) {
            if (!missing.remove(entry.path())) {
                unused.add(new TrustFinding(Kind.UNUSED, false, entry.path(), entry.line(), ""));
            }
        }
        for (String path : missing) {
            findings.add(new TrustFinding(
                    Kind.NOT_LISTED,
                    isFailingIfMissing,
                    path,
                    0,
                    isFailingIfMissing ? "Maven will refuse it" : "Maven accepts it without verifying it"));
        }
        findings.addAll(unused);
        return findings;
    }
}
