package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.name.WindowsName;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.util.function.Consumer;

/**
 * SFV, the "simple file verification": {@code name CRC32}, and comments that begin with a semicolon. A list is SFV if
 * it is called so, or begins with such a comment. Names may begin with blanks, and with what begins a comment
 * elsewhere.
 */
public final class SfvLineParser implements LineParser {
    private static final int DIGITS = 8;

    private final Algorithm crc32;
    private final Consumer<ListItem> out;
    private boolean first = true;
    private boolean sfv;

    public SfvLineParser(ListContext context, Consumer<ListItem> out) {
        this.crc32 = context.algorithms().named("CRC32");
        this.out = out;
        this.sfv = context.promise() != null && context.promise().nameFirst();
    }

    @Override
    public boolean take(Line line) {
        boolean comment = line.text().hasAt(0, ';');
        sfv |= first && comment;
        first = false;
        return sfv && (comment || takeSum(line));
    }

    /** Takes a line that would be a comment in other lists, if this is SFV and it has a checksum. */
    public boolean takeNamed(Line line) {
        return sfv && takeSum(line);
    }

    private boolean takeSum(Line line) {
        Slice text = line.text().withoutBlanksAtEnd();
        int digits = Math.max(0, text.length() - DIGITS);
        Slice name = text.slice(0, digits);
        Digest digest = DigestParser.hexadecimal(crc32, text.after(digits));
        if (digest == null || name.stripped().isEmpty() || !Slice.isBlank(name.at(name.length() - 1))) {
            return false;
        }
        BytePath path = name.slice(0, name.length() - 1).path();
        out.accept(new ListEntry(
                crc32, digest, line.crlf() ? WindowsName.plain(path) : path, EntryForm.SFV, line.number()));
        return true;
    }

    @Override
    public void interrupt() {
        first = false;
    }
}
