package io.github.syscallmaven.checksum.list.parse;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entry as a format with fields has it. */
public record FieldEntry(@Nullable BytePath name, String algorithm, String digest) {
    /** More than checksum-maven-plugin has (49); without a limit, many digests of one long name take quadratic time. */
    public static final int MAX_ALGORITHMS = 64;

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,10}");

    /** checksum-maven-plugin has the digests of CRC32 in decimal. */
    public static FieldEntry ofPlugin(BytePath name, String algorithm, String digest) {
        boolean decimal = algorithm.equals("CRC32") && DECIMAL.matcher(digest).matches();
        long value = decimal ? Long.parseLong(digest) : Long.MAX_VALUE;
        boolean crc = value <= 0xffff_ffffL;
        return new FieldEntry(name, algorithm, crc ? HexFormat.of().toHexDigits((int) value) : digest);
    }

    public ListItem check(Algorithms algorithms, EntryForm form, int line) {
        if (name == null || !TextName.isPossible(name)) {
            return ListProblem.malformed(line, "has a name that no file can have");
        }
        Slice text = Slice.of(digest.getBytes(StandardCharsets.UTF_8));
        if (algorithm.equalsIgnoreCase(Algorithms.CKSUM.name()) && text.isDecimal(DigestParser.MOST_DECIMALS)) {
            return DigestParser.decimal(Algorithms.CKSUM, text, line).named(name, form, line);
        }
        Optional<Algorithm> known = algorithms.find(algorithm);
        if (known.isEmpty()) {
            return ListProblem.unknownAlgorithm(algorithm, line);
        }
        if (!text.isHex()) {
            return ListProblem.malformed(line, "has a digest that is not hexadecimal");
        }
        Digest bytes = text.hexOf(known.get().length());
        return bytes == null
                ? ListProblem.wrongLength(known.get(), text.length(), line)
                : new ListEntry(known.get(), bytes, name, form, line);
    }
}
