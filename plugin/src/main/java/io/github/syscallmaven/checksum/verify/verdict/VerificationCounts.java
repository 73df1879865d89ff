package io.github.syscallmaven.checksum.verify.verdict;

import io.github.syscallmaven.checksum.hashing.Totals;
import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.name.Fingerprints;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts the results of verifications: each file once, whatever the number of its entries, and findings that are not
 * about a file. A file counts as verified only if none of its entries fails.
 */
public final class VerificationCounts {
    private final Fingerprints fingerprints = new Fingerprints();
    private final FileTally files = new FileTally();
    private final Map<Status, Long> others = new EnumMap<>(Status.class);
    private final Map<EntryForm, Long> forms = new EnumMap<>(EntryForm.class);
    private final Causes causes = new Causes();
    private Totals totals = new Totals(0, 0, Duration.ZERO);
    private long failures;

    /** The key of what {@link #files} knows. */
    public Fingerprints fingerprints() {
        return fingerprints;
    }

    /** The files that lists have. */
    public FileTally files() {
        return files;
    }

    /** About a file that a list has. */
    public void count(long file, Verdict verdict) {
        files.add(file, verdict);
        countFailure(verdict);
    }

    /** About something else. */
    public void count(Verdict verdict) {
        others.merge(verdict.status(), 1L, Long::sum);
        countFailure(verdict);
    }

    private void countFailure(Verdict verdict) {
        if (verdict.isFailure()) {
            failures++;
            causes.failed(verdict.status());
        }
    }

    public void count(EntryForm form) {
        forms.merge(form, 1L, Long::sum);
    }

    public void count(Totals more) {
        totals = totals.plus(more);
    }

    /** Those that are well only by weak digests, as a whole; a verdict for it has to be counted. */
    public String weak() {
        return files.weak();
    }

    /** Files with this status, and other things with it. */
    public long count(Status status) {
        return files.count(status) + others.getOrDefault(status, 0L);
    }

    /** Verdicts that fail the verification. */
    public long failures() {
        return failures;
    }

    /** The kinds of verdicts by which it fails. */
    public Set<Status> failing() {
        return causes.failing();
    }

    /** Where failures come from. */
    public Causes causes() {
        return causes;
    }

    /** The forms that entries came in, and how many in each, for people: {@code 3 GNU text, 1 BSD tag}. */
    public String forms() {
        return forms.entrySet().stream()
                .map(form -> text(form.getValue(), form.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** What was read, the lists themselves apart. */
    public Totals totals() {
        return totals;
    }

    /** The files that are well, the work and what else there is, for people. */
    public String summary() {
        long verified = count(Status.OK);
        long checksums = forms.values().stream().mapToLong(Long::longValue).sum();
        String others = counts(EnumSet.complementOf(EnumSet.of(Status.OK)));
        return String.format(
                Locale.ROOT,
                "%,d %s by %,d %s (%s), %s%s",
                verified,
                verified == 1 ? "file" : "files",
                checksums,
                checksums == 1 ? "checksum" : "checksums",
                forms(),
                totals.volume(),
                others.isEmpty() ? "" : "; " + others);
    }

    /** How many of each kind, for people: {@code 3 ok, 1 mismatch, 2 missing}. */
    @Override
    public String toString() {
        return counts(EnumSet.allOf(Status.class));
    }

    private String counts(Set<Status> of) {
        return of.stream()
                .filter(status -> count(status) > 0)
                .map(status -> text(count(status), status))
                .collect(Collectors.joining(", "));
    }

    private static String text(long count, Object what) {
        return String.format(Locale.ROOT, "%,d %s", count, what);
    }
}
