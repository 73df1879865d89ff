package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.io.BytePath;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gpg --print-md} writes (gnupg, g10/gpg.c, {@code print_hex}): {@code name: }, of several algorithms also
 * {@code SHA256 = }, then the digest in groups of two, four or eight digits. After a name of 39 bytes or more it begins
 * on the next line; a long one goes on in lines that begin with a blank. Names are not escaped: one with an LF cannot
 * be read back.
 */
public final class GpgLineParser implements LineParser {
    private static final int MAX_DIGITS = 256;
    private static final int MAX_TAG = 24;

    private final ListContext context;
    private final DigestParser sums;
    private final Consumer<ListItem> out;
    private boolean open;
    private int number;
    private @Nullable BytePath name;
    private String tag = "";
    private final StringBuilder digits = new StringBuilder();

    public GpgLineParser(ListContext context, DigestParser sums, Consumer<ListItem> out) {
        this.context = context;
        this.sums = sums;
        this.out = out;
    }

    /** Takes a line that goes on with the digest that the lines before have begun. */
    public boolean resume(Line line) {
        Slice text = line.text();
        return open && (digits.isEmpty() ? labelled(text) : text.afterBlanks(0) > 0 && groups(text, 1));
    }

    /** Takes a line that begins a digest. */
    @Override
    public boolean take(Line line) {
        Slice text = line.text();
        int colon = text.lastIndexOf(':');
        boolean named = colon > 0;
        boolean wrapped = named && text.afterBlanks(colon + 1) == text.length();
        interrupt();
        number = line.number();
        name = named ? text.slice(0, colon).path() : null;
        open = wrapped || labelled(named ? text.after(colon + 1) : text);
        return open;
    }

    private boolean labelled(Slice text) {
        int equals = text.indexOf('=', 0);
        boolean label = equals < text.length();
        if (label && equals - text.afterBlanks(0) > MAX_TAG) {
            return false;
        }
        tag = label ? text.slice(0, equals).stripped().latin1() : "";
        return groups(label ? text.after(equals + 1) : text, 2);
    }

    /** Appends the groups of digits in this text if there are at least so many, and nothing else. */
    private boolean groups(Slice text, int atLeast) {
        StringBuilder more = new StringBuilder();
        int count = 0;
        int at = text.afterBlanks(0);
        while (at < text.length()) {
            Slice group = text.slice(at, text.blank(at));
            int size = group.length();
            boolean fits =
                    (size == 2 || size == 4 || size == 8) && digits.length() + more.length() + size <= MAX_DIGITS;
            if (!fits || !group.isHex()) {
                return false;
            }
            more.append(group.latin1());
            count++;
            at = text.afterBlanks(at + size);
        }
        if (count >= atLeast) {
            digits.append(more);
        }
        return count >= atLeast;
    }

    /** Passes on the digest that the lines so far made, if any. */
    @Override
    public void interrupt() {
        if (open) {
            open = false;
            out.accept(finding());
        }
        digits.setLength(0);
    }

    private ListItem finding() {
        BytePath named = name != null ? name : context.target();
        if (digits.isEmpty()) {
            return ListProblem.malformed(number, "has a name and a colon, but no digest follows");
        }
        if (named == null) {
            return ListProblem.nameless(number);
        }
        Slice digest = Slice.of(digits.toString());
        return sums.certain(tag.isEmpty() ? null : tag, digest, number).named(named, EntryForm.GPG, number);
    }
}
