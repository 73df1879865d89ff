package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.mojo.ReportFiles;
import io.github.syscallmaven.trust.TrustFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Reports a verification of trusted checksums: each finding as a verdict, and one sentence in the end. */
final class TrustReport {
    private final ReportFiles reports;
    private final Map<Status, Long> failures = new EnumMap<>(Status.class);
    private final Map<Status, Long> remarks = new EnumMap<>(Status.class);
    private final List<String> achievements = new ArrayList<>();

    TrustReport(ReportFiles reports) {
        this.reports = reports;
    }

    /** @param list the file of trusted checksums that it is about, as messages show it; null for none */
    void add(TrustFinding finding, @Nullable BytePath list) throws IOException {
        add(new Verdict(
                status(finding.kind()),
                finding.isFailure(),
                list,
                finding.line(),
                finding.subject().isEmpty() ? null : BytePath.of(finding.subject()),
                null,
                null,
                finding.what()));
    }

    void add(Verdict verdict) throws IOException {
        if (verdict.status() != Status.OK) {
            (verdict.isFailure() ? failures : remarks).merge(verdict.status(), 1L, Long::sum);
        }
        reports.accept(verdict);
    }

    private static Status status(TrustFinding.Kind kind) {
        return switch (kind) {
            case FINE -> Status.OK;
            case NOT_ENFORCED -> Status.NOT_ENFORCED;
            case MALFORMED -> Status.MALFORMED;
            case NOT_LISTED -> Status.NOT_LISTED;
            case UNUSED -> Status.UNUSED;
            case TRAP -> Status.TRAP;
            case NOTE -> Status.NOTE;
        };
    }

    /** Adds what a success may say of itself, a part of a sentence. */
    void achieved(String what) {
        achievements.add(what);
    }

    /** A success is one line; a failure is one sentence with counts, and what can be done. */
    void tell(Log log, String mavenVersion) throws MojoFailureException {
        if (!failures.isEmpty()) {
            throw new MojoFailureException("Maven " + mavenVersion + " does not protect this project as it should: "
                    + counts(failures) + ". To do: "
                    + failures.keySet().stream()
                            .map(TrustReport::remedy)
                            .distinct()
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        log.info("Maven " + mavenVersion + " enforces trusted checksums here: " + String.join("; ", achievements)
                + (remarks.isEmpty() ? "" : "; " + counts(remarks)) + ".");
    }

    private static String counts(Map<Status, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String remedy(Status status) {
        return switch (status) {
            case NOT_ENFORCED ->
                "correct .mvn/maven.config and what overrides it as the lines above say; write-trusted-checksums adds"
                        + " the lines that are missing";
            case MALFORMED, NOT_LISTED -> "write the file again with write-trusted-checksums";
            case MISMATCH ->
                "delete the files that differ from the local repository and let Maven fetch them again; accept other"
                        + " checksums only when you know who has replaced the files, and why";
            case TRAP -> "change what the lines above name";
            default -> "make the files readable, and make sure nothing writes to them during verification";
        };
    }
}
