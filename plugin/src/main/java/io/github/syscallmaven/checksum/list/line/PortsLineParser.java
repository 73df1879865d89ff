package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.text.Slice;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What {@code distinfo} files of the ports of the BSDs have beside tagged digests: {@code SIZE (name) = 6},
 * {@code Size (name) = 6 bytes} in pkgsrc, and lines that are of no file, {@code TIMESTAMP = 1700000000} and
 * {@code $NetBSD: distinfo,v 1.2 $}.
 */
public final class PortsLineParser implements LineParser {
    private static final Pattern OF_NO_FILE =
            Pattern.compile("TIMESTAMP = [0-9]+|\\$(NetBSD|FreeBSD|OpenBSD)(:.*)?\\$");
    private static final String BYTES = " bytes";
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST = 200;

    private final Consumer<ListItem> out;

    public PortsLineParser(Consumer<ListItem> out) {
        this.out = out;
    }

    @Override
    public boolean take(Line line) {
        Slice text = line.text();
        if (!text.startsWith("SIZE (") && !text.startsWith("Size (")) {
            return text.length() <= LONGEST && OF_NO_FILE.matcher(text.latin1()).matches();
        }
        int close = text.lastIndexOf(')');
        if (close < 0 || !text.after(close).startsWith(") = ")) {
            return false;
        }
        Slice size = text.after(close + ") = ".length());
        boolean pkgsrc = text.startsWith("Size") && size.latin1().endsWith(BYTES);
        Slice digits = pkgsrc ? size.slice(0, size.length() - BYTES.length()) : size;
        Slice name = text.slice("SIZE (".length(), close);
        if (!digits.isDecimal(MOST_DIGITS) || name.isEmpty()) {
            return false;
        }
        out.accept(CksumLineParser.size(digits).named(name.path(), EntryForm.SIZE, line.number()));
        return true;
    }
}
