package io.github.syscallmaven.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Markdown, printed as it comes and kept as a whole; what the project promises is compared in a table at the end. */
final class Report {
    private final StringBuilder text = new StringBuilder();
    private final List<List<String>> targets = new ArrayList<>();

    void line(String line) {
        text.append(line).append('\n');
        System.out.println(line);
    }

    void heading(String heading) {
        line("");
        line("## " + heading);
        line("");
    }

    /** A table whose first column is text and whose others are figures. */
    void table(List<String> head, List<List<String>> rows) {
        row(head);
        line("| --- " + "| ---: ".repeat(head.size() - 1) + "|");
        rows.forEach(this::row);
    }

    private void row(List<String> cells) {
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** All results of a race, with their ratio to one of them, inside the processes. */
    void race(String heading, Collection<Result> results, Result yardstick) {
        heading(heading);
        String ratio = "inside ÷ " + yardstick.contestant().name();
        table(
                List.of(
                        "",
                        "whole process ms (min–max)",
                        "inside ms (min–max)",
                        ratio,
                        "CPU ms",
                        "CPU ÷ its",
                        "peak MiB"),
                results.stream()
                        .map(result -> List.of(
                                result.contestant().name(),
                                spread(result.wall(), result.least(Sample::wall), result.most(Sample::wall)),
                                spread(
                                        result.median(Sample::inner),
                                        result.least(Sample::inner),
                                        result.most(Sample::inner)),
                                number(result.inner() / yardstick.inner(), 2),
                                number(result.median(Sample::cpu), 0),
                                number(result.median(Sample::cpu) / yardstick.median(Sample::cpu), 2),
                                number(result.most(Sample::peak), 0)))
                        .toList());
    }

    private static String spread(double median, double least, double most) {
        return Double.isNaN(median) ? "–" : number(median, 0) + " (" + number(least, 0) + "–" + number(most, 0) + ")";
    }

    static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /**
     * One promise: what was to be reached, such as {@code ≤ 2}, and what the medians, the best runs and the processors'
     * time say. The last one hardly depends on what else the machine does, and does not know of threads.
     */
    void target(String work, String against, String target, double medians, double best, double cpu) {
        targets.add(List.of(work, against, target, number(medians, 2), number(best, 2), number(cpu, 2)));
    }

    /** One that compares the times inside two processes. */
    void target(String work, String against, String target, Result over, Result under, double cpu) {
        target(work, against, target, over.inner() / under.inner(), over.bestInner() / under.bestInner(), cpu);
    }

    void targets() {
        if (!targets.isEmpty()) {
            heading("Numbers to reach");
            table(List.of("work", "against", "target", "medians", "best runs", "CPU"), targets);
        }
    }

    /** Everything so far. */
    @Override
    public String toString() {
        return text.toString();
    }

    static List<String> cells(Object... cells) {
        return Stream.of(cells).map(String::valueOf).toList();
    }
}
