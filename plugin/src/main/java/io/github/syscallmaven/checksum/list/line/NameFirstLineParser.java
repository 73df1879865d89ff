package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ParsedDigest;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.text.Slice;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * {@code name digest} and {@code name: digest}. Only in a list that begins so: among other lines it is more likely that
 * one of those is damaged. For the same reason, a name without a colon has no blank in it, and is not what stands
 * before {@code =}.
 */
public final class NameFirstLineParser implements LineParser {
    private static final int SHORTEST = 32;

    private final DigestParser sums;
    private final BooleanSupplier any;
    private final Consumer<ListItem> out;
    private boolean begun;

    /** {@code any}: whether the list has had an entry yet. */
    public NameFirstLineParser(DigestParser sums, BooleanSupplier any, Consumer<ListItem> out) {
        this.sums = sums;
        this.any = any;
        this.out = out;
    }

    @Override
    public boolean take(Line line) {
        Slice text = line.text().stripped();
        int digest = text.length();
        while (digest > 0 && !Slice.isBlank(text.at(digest - 1))) {
            digest--;
        }
        Slice name = text.slice(0, digest).stripped();
        boolean colon = name.endsWith(':');
        boolean possible =
                name.length() > (colon ? 1 : 0) && (colon || name.blank(0) == name.length()) && !name.endsWith('=');
        if (!possible || text.length() - digest < SHORTEST || (any.getAsBoolean() && !begun)) {
            return false;
        }
        ParsedDigest sum = sums.untagged(text.after(digest), line.number());
        if (sum == null) {
            return false;
        }
        begun |= sum instanceof ParsedDigest.Sum;
        Slice plain = colon ? name.slice(0, name.length() - 1) : name;
        out.accept(sum.named(plain.path(), EntryForm.NAME_FIRST, line.number()));
        return true;
    }
}
