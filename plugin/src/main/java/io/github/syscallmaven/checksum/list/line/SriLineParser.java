package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ParsedDigest;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.io.BytePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Integrity metadata of W3C's "Subresource Integrity": {@code sha256-…= sha512-…==?option}, of the file that is known.
 */
public final class SriLineParser implements LineParser {
    private static final Pattern HASH =
            Pattern.compile("(sha256|sha384|sha512)-([A-Za-z0-9+/]{43,86}={0,2})(\\?[!-~]*)?");
    private static final int LONGEST = 4096;

    private final ListContext context;
    private final DigestParser sums;
    private final Consumer<ListItem> out;

    public SriLineParser(ListContext context, DigestParser sums, Consumer<ListItem> out) {
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
        List<ParsedDigest> found = new ArrayList<>();
        for (String token : text.latin1().split("[ \t]+", -1)) {
            Matcher hash = HASH.matcher(token);
            ParsedDigest sum =
                    hash.matches() ? sums.called(hash.group(1), Slice.of(hash.group(2)), line.number()) : null;
            if (sum == null) {
                return false;
            }
            found.add(sum);
        }
        BytePath target = context.target();
        for (ParsedDigest sum : found) {
            out.accept(
                    target == null
                            ? ListProblem.nameless(line.number())
                            : sum.named(target, EntryForm.SRI, line.number()));
        }
        return true;
    }
}
