package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entry as a format with fields has it. */
record TextEntry(@Nullable BytePath name, String algorithm, String digest) {
    /** More than checksum-maven-plugin has (49); without a limit, many digests of one long name take quadratic time. */
    static final int MAX_ALGORITHMS = 64;

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,10}");

    /** checksum-maven-plugin has the digests of CRC32 in decimal. */
    static TextEntry ofPlugin(BytePath name, String algorithm, String digest) {
        boolean decimal = algorithm.equals("CRC32") && DECIMAL.matcher(digest).matches();
        long value = decimal ? Long.parseLong(digest) : Long.MAX_VALUE;
        boolean crc = value <= 0xffff_ffffL;
        return new TextEntry(name, algorithm, crc ? HexFormat.of().toHexDigits((int) value) : digest);
    }

    Finding check(Algorithms algorithms, SumsForm form, int line) {
        if (name == null || !TextName.isPossible(name)) {
            return SumsProblem.malformed(line, "has a name that no file can have");
        }
        Slice text = Slice.of(digest.getBytes(StandardCharsets.UTF_8));
        if (algorithm.equalsIgnoreCase(Algorithms.CKSUM.name()) && text.isDecimal(SumParser.MOST_DECIMALS)) {
            return SumParser.decimal(Algorithms.CKSUM, text, line).named(name, form, line);
        }
        Optional<Algorithm> known = algorithms.find(algorithm);
        if (known.isEmpty()) {
            return SumsProblem.unknownAlgorithm(algorithm, line);
        }
        if (!text.isHex()) {
            return SumsProblem.malformed(line, "has a digest that is not hexadecimal");
        }
        Digest bytes = text.hexOf(known.get().length());
        return bytes == null
                ? SumsProblem.wrongLength(known.get(), text.length(), line)
                : new SumsEntry(known.get(), bytes, name, form, line);
    }
}
