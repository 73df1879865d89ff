package io.github.syscallmaven.checksum.list.line;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ParsedDigest;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.util.function.Consumer;

/**
 * What {@code cksum} writes by default: {@code 3650393976 6 name}, a CRC and the size in decimal, and the name as it is
 * up to the end. With {@code -a crc32b} it is the other CRC, which only the name of the list or the user can say.
 */
public final class CksumLineParser implements LineParser {
    private static final int MOST_DIGITS = 18;

    private final DigestParser sums;
    private final Consumer<ListItem> out;

    public CksumLineParser(DigestParser sums, Consumer<ListItem> out) {
        this.sums = sums;
        this.out = out;
    }

    @Override
    public boolean take(Line line) {
        Slice text = line.text();
        int afterCrc = text.blank(0);
        int afterSize = text.blank(Math.min(afterCrc + 1, text.length()));
        if (afterSize + 1 >= text.length()) {
            return false;
        }
        Slice crc = text.slice(0, afterCrc);
        Slice size = text.slice(afterCrc + 1, afterSize);
        Algorithm algorithm = sums.crc();
        if (algorithm == null || !crc.isDecimal(DigestParser.MOST_DECIMALS) || !size.isDecimal(MOST_DIGITS)) {
            return false;
        }
        BytePath name = text.after(afterSize + 1).path();
        ParsedDigest sum = DigestParser.decimal(algorithm, crc, line.number());
        out.accept(sum.named(name, EntryForm.CKSUM, line.number()));
        if (sum instanceof ParsedDigest.Sum) {
            out.accept(size(size).named(name, EntryForm.CKSUM, line.number()));
        }
        return true;
    }

    /** The size that these decimal digits are, which have to be no more than 18. */
    public static ParsedDigest size(Slice decimal) {
        return new ParsedDigest.Sum(Algorithms.SIZE, Digest.ofNumber(Long.parseLong(decimal.latin1()), Long.BYTES));
    }
}
