package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Integrity metadata of W3C's "Subresource Integrity": {@code sha256-…= sha512-…==?option}, of the file that is known. */
final class SriLineParser implements LineParser {
    private static final Pattern HASH =
            Pattern.compile("(sha256|sha384|sha512)-([A-Za-z0-9+/]{43,86}={0,2})(\\?[!-~]*)?");
    private static final int LONGEST = 4096;

    private final SumsContext context;
    private final SumParser sums;
    private final Consumer<Finding> out;

    SriLineParser(SumsContext context, SumParser sums, Consumer<Finding> out) {
        this.context = context;
        this.sums = sums;
        this.out = out;
    }

    @Override
    public boolean take(Line line) {
        Slice text = line.text().stripped();
        if (!text.startsWith("sha") || text.length() > LONGEST) {
            return false;
        }
        List<ParsedSum> found = new ArrayList<>();
        for (String token : text.latin1().split("[ \t]+", -1)) {
            Matcher hash = HASH.matcher(token);
            ParsedSum sum = hash.matches() ? sums.called(hash.group(1), Slice.of(hash.group(2)), line.number()) : null;
            if (sum == null) {
                return false;
            }
            found.add(sum);
        }
        BytePath target = context.target();
        for (ParsedSum sum : found) {
            out.accept(
                    target == null
                            ? SumsProblem.nameless(line.number())
                            : sum.named(target, SumsForm.SRI, line.number()));
        }
        return true;
    }
}
