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
 * A line with nothing but a digest: hexadecimal digits, or base64 if the algorithm is known, as in the files that NuGet
 * keeps beside packages. It counts in a sidecar. In another list it counts only if it is the only line, because
 * otherwise it has more likely lost its name.
 */
public final class BareLineParser implements LineParser {
    private final ListContext context;
    private final DigestParser sums;
    private final Consumer<ListItem> out;
    private @Nullable ListItem held;
    private boolean first = true;

    public BareLineParser(ListContext context, DigestParser sums, Consumer<ListItem> out) {
        this.context = context;
        this.sums = sums;
        this.out = out;
    }

    @Override
    public boolean take(Line line) {
        ListItem bare = context.sidecar() || first ? bare(line.text().stripped(), line.number()) : null;
        if (bare == null) {
            return false;
        }
        if (context.sidecar()) {
            out.accept(bare);
        } else {
            held = bare;
        }
        first = false;
        return true;
    }

    private @Nullable ListItem bare(Slice text, int number) {
        boolean base64 = !context.isGuessing() && text.blank(0) == text.length();
        ParsedDigest sum =
                text.isHex() ? sums.certain(null, text, number) : base64 ? sums.untagged(text, number) : null;
        if (sum == null) {
            return null;
        }
        BytePath name = context.target();
        return name == null ? ListProblem.nameless(number) : sum.named(name, EntryForm.BARE, number);
    }

    /** A further line shows that the first, bare one was not the whole list. */
    @Override
    public void interrupt() {
        if (held != null) {
            out.accept(ListProblem.nameless(held.line()));
        }
        held = null;
        first = false;
    }

    @Override
    public void end() {
        if (held != null) {
            out.accept(held);
        }
        held = null;
    }
}
