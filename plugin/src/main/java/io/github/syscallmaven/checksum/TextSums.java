package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists that consist of lines: comments ({@code #} first of all), empty lines, what {@link SumLine} and {@link
 * PrintMd} know, and bare digests. One CR at the end of a line belongs to the line's end.
 *
 * <p>A line with nothing but a digest counts in a sidecar; in another list only if there is nothing else, because there it is
 * more likely one that lost its name.
 */
final class TextSums {
    private final SumsContext context;
    private final Findings findings;
    private final SumLine sumLine;
    private final PrintMd printMd;
    private @Nullable Finding bareFirst;
    private boolean first = true;

    TextSums(SumsContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
        this.sumLine = new SumLine(context);
        this.printMd = new PrintMd(context, findings);
    }

    void read(InputStream in) throws IOException {
        Lines lines = new Lines(in, SumsReader.MAX_LINE);
        while (lines.next()) {
            if (lines.isTooLong()) {
                refuse(Kind.TOO_LONG, lines.number(), "is longer than " + SumsReader.MAX_LINE + " bytes");
            } else {
                line(lines.buffer(), lines.from(), lines.to(), lines.number());
            }
        }
        printMd.close();
        if (bareFirst != null) {
            findings.add(bareFirst);
        }
    }

    private void line(byte[] line, int from, int end, int number) {
        int to = end > from && line[end - 1] == '\r' ? end - 1 : end;
        if (to == from || line[from] == '#') {
            return;
        }
        if (hasNul(line, from, to)) {
            refuse(Kind.NUL, number, "has a NUL in it; it is damaged, UTF-16, or written with --zero");
            return;
        }
        Finding bare = context.sidecar() || first ? bare(line, from, to, number) : null;
        Finding sum = bare instanceof SumsEntry && context.sidecar() ? bare : sumLine.parse(line, from, to, number);
        if (sum instanceof SumsEntry) {
            passOn(sum);
        } else if (printMd.take(line, from, to, number)) {
            settle();
        } else if (bare == null) {
            passOn(sum);
        } else if (context.sidecar()) {
            passOn(bare);
        } else {
            bareFirst = bare;
            first = false;
        }
    }

    private void refuse(Kind kind, int number, String what) {
        passOn(new SumsProblem(kind, number, what));
    }

    private void passOn(Finding finding) {
        settle();
        printMd.close();
        findings.add(finding);
    }

    /** A further line shows that the first, bare one was not the whole list. */
    private void settle() {
        if (bareFirst != null) {
            findings.problem(Kind.MALFORMED, bareFirst.line(), SumLine.NAMELESS);
        }
        bareFirst = null;
        first = false;
    }

    private @Nullable Finding bare(byte[] line, int lineFrom, int lineTo, int number) {
        int from = lineFrom;
        int to = lineTo;
        while (from < to && SumLine.isBlank(line[from])) {
            from++;
        }
        while (to > from && SumLine.isBlank(line[to - 1])) {
            to--;
        }
        if (!Digest.isHex(line, from, to)) {
            return null;
        }
        Algorithm algorithm = context.untagged(to - from).orElse(null);
        if (algorithm == null) {
            return new SumsProblem(Kind.MALFORMED, number, SumLine.unusual(to - from));
        }
        Digest digest = Digest.ofHex(line, from, to);
        if (digest == null || digest.length() != algorithm.length()) {
            return SumLine.wrongLength(algorithm, to - from, number);
        }
        BytePath name = context.target();
        return name == null
                ? new SumsProblem(Kind.MALFORMED, number, SumLine.NAMELESS)
                : new SumsEntry(algorithm, digest, name, SumsForm.BARE, number);
    }

    private static boolean hasNul(byte[] line, int from, int to) {
        int at = from;
        while (at < to && line[at] != 0) {
            at++;
        }
        return at < to;
    }
}
