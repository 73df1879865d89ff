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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code SHA-256: digest}, and {@code sha256:digest  name}: the algorithm in any spelling, a colon, and what coreutils
 * writes.
 */
public final class LabelledLineParser implements LineParser {
    private static final int MAX_LABEL = 24;

    private final ListContext context;
    private final DigestParser sums;
    private final Consumer<ListItem> out;

    public LabelledLineParser(ListContext context, DigestParser sums, Consumer<ListItem> out) {
        this.context = context;
        this.sums = sums;
        this.out = out;
    }

    @Override
    public boolean take(Line line) {
        Slice text = line.text().after(line.text().afterBlanks(0));
        int colon = text.indexOf(':', 0);
        if (colon == 0 || colon > MAX_LABEL || colon == text.length()) {
            return false;
        }
        int digest = text.afterBlanks(colon + 1);
        int end = text.blank(digest);
        ParsedDigest sum = sums.called(text.slice(0, colon).latin1(), text.slice(digest, end), line.number());
        if (sum == null) {
            return false;
        }
        BytePath name = name(text.after(end));
        out.accept(
                name == null || name.isEmpty()
                        ? ListProblem.nameless(line.number())
                        : sum.named(name, EntryForm.LABELLED, line.number()));
        return true;
    }

    private @Nullable BytePath name(Slice rest) {
        if (rest.stripped().isEmpty()) {
            return context.target();
        }
        int second = rest.hasAt(1, ' ') || rest.hasAt(1, '*') ? 2 : 1;
        return rest.after(second).path();
    }
}
