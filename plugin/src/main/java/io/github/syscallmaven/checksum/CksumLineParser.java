package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.util.function.Consumer;

/**
 * What {@code cksum} writes by default: {@code 3650393976 6 name}, a CRC and the size in decimal, and the name as it is up to
 * the end. With {@code -a crc32b} it is the other CRC, which only the name of the list or the user can say.
 */
final class CksumLineParser implements LineParser {
    private static final int MOST_DIGITS = 18;

    private final SumParser sums;
    private final Consumer<Finding> out;

    CksumLineParser(SumParser sums, Consumer<Finding> out) {
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
        if (algorithm == null || !crc.isDecimal(SumParser.MOST_DECIMALS) || !size.isDecimal(MOST_DIGITS)) {
            return false;
        }
        BytePath name = text.after(afterSize + 1).path();
        ParsedSum sum = SumParser.decimal(algorithm, crc, line.number());
        out.accept(sum.named(name, SumsForm.CKSUM, line.number()));
        if (sum instanceof ParsedSum.Sum) {
            out.accept(size(size).named(name, SumsForm.CKSUM, line.number()));
        }
        return true;
    }

    /** The size that these decimal digits are, which have to be no more than 18. */
    static ParsedSum size(Slice decimal) {
        return new ParsedSum.Sum(Algorithms.SIZE, Digest.ofNumber(Long.parseLong(decimal.latin1()), Long.BYTES));
    }
}
