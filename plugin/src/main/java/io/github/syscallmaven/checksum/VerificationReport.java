package io.github.syscallmaven.checksum;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many verdicts of each kind there are. */
public final class VerificationReport {
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private final Map<SumsForm, Long> forms = new EnumMap<>(SumsForm.class);
    private Totals totals = new Totals(0, 0, Duration.ZERO);
    private final Set<Status> failing = EnumSet.noneOf(Status.class);
    private long failures;

    void count(Verdict verdict) {
        counts.merge(verdict.status(), 1L, Long::sum);
        if (verdict.isFailure()) {
            failures++;
            failing.add(verdict.status());
        }
    }

    void count(SumsForm form) {
        forms.merge(form, 1L, Long::sum);
    }

    void count(Totals more) {
        totals = totals.plus(more);
    }

    /** Adds the counts of another one. */
    public void add(VerificationReport other) {
        other.counts.forEach((status, count) -> counts.merge(status, count, Long::sum));
        other.forms.forEach((form, count) -> forms.merge(form, count, Long::sum));
        failures += other.failures;
        failing.addAll(other.failing);
        count(other.totals);
    }

    public long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    /** Verdicts that fail the verification. */
    public long failures() {
        return failures;
    }

    /** The kinds of verdicts by which it fails. */
    public Set<Status> failing() {
        return Collections.unmodifiableSet(failing);
    }

    /** The forms that entries came in, and how many in each, for people: {@code 3 GNU text, 1 BSD tag}. */
    public String forms() {
        return text(forms);
    }

    /** What was read, the lists themselves apart. */
    public Totals totals() {
        return totals;
    }

    /** The verdicts of each kind, for people: {@code 3 ok, 1 mismatch, 2 missing}. */
    @Override
    public String toString() {
        return text(counts);
    }

    private static String text(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
