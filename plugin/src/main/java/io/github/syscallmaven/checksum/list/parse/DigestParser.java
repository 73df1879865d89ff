package io.github.syscallmaven.checksum.list.parse;

import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ParsedDigest;
import io.github.syscallmaven.checksum.list.text.Shown;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.AlgorithmSpellings;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.digest.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into a digest or a problem: hexadecimal digits, also with colons as {@code openssl dgst -c} writes them,
 * base64, and decimal digits for a CRC. One for each list, because a comment in a list may name the algorithm of the
 * next entries.
 */
public final class DigestParser {
    /** What is shorter is more likely a word than a damaged digest. */
    private static final int LEAST_DIGITS = 8;

    /** Of 32 bits. */
    public static final int MOST_DECIMALS = 10;

    private static final String CRC32 = "CRC32";

    private final ListContext context;
    private @Nullable String section;

    public DigestParser(ListContext context) {
        this.context = context;
    }

    /** From here on, the digests that do not say their algorithm are of this one. */
    public void section(String spelling) {
        section = spelling;
    }

    /** A digest that does not say its algorithm; null when the text is none. */
    @Nullable
    public ParsedDigest untagged(Slice text, int line) {
        String spelling = spelling(text.length());
        if (spelling == null) {
            return text.isHex() ? ListProblem.unusualLength(text.length(), line) : null;
        }
        Optional<Algorithm> algorithm = context.algorithms().ofLists(spelling);
        if (algorithm.isEmpty()) {
            return isDigits(text) ? ListProblem.unknownAlgorithm(spelling, line) : null;
        }
        boolean decimal = algorithm.get().equals(Algorithms.CKSUM)
                || algorithm.get().name().equals(CRC32);
        if (decimal && text.isDecimal(MOST_DECIMALS) && (text.length() == 1 || text.at(0) != '0')) {
            return eitherWay(algorithm.get(), text, line);
        }
        return parsed(algorithm.get(), text, section == null && context.isGuessing(), line);
    }

    private @Nullable String spelling(int hexDigits) {
        return section != null ? section : context.spelling(hexDigits);
    }

    /** Which of the two that {@code cksum} writes in decimal a number in this list is of; null when neither can be. */
    @Nullable
    public Algorithm crc() {
        String spelling = spelling(2 * Integer.BYTES);
        if (spelling == null || spelling.equals(Algorithms.CKSUM.name())) {
            return Algorithms.CKSUM;
        }
        return spelling.equals(CRC32) ? context.algorithms().named(CRC32) : null;
    }

    /** A digest of the algorithm of this tag of a BSD, OpenSSL or gpg line; null when the text is none. */
    @Nullable
    public ParsedDigest tagged(String tag, Slice text, int line) {
        Optional<Algorithm> algorithm = context.algorithms().tagged(tag);
        if (algorithm.isPresent()) {
            return parsed(algorithm.get(), text, false, line);
        }
        boolean unknown = text.isHex() || (AlgorithmSpellings.isKnown(tag) && !text.isEmpty());
        return unknown ? unknownTag(tag, line) : null;
    }

    private ListProblem unknownTag(String tag, int line) {
        return context.algorithms()
                .find(tag)
                .map(known -> ListProblem.malformed(
                        line, "has the tag '" + Shown.algorithm(tag) + "', which is spelled '" + known.tag() + "'"))
                .orElseGet(() -> ListProblem.unknownAlgorithm(tag, line));
    }

    /** A digest of the algorithm that is called so, in whatever spelling; null when the text or the name is none. */
    @Nullable
    public ParsedDigest called(String spelling, Slice text, int line) {
        Optional<Algorithm> algorithm = context.algorithms().find(spelling);
        if (algorithm.isPresent()) {
            return parsed(algorithm.get(), text, false, line);
        }
        return AlgorithmSpellings.isKnown(spelling) && isDigits(text)
                ? ListProblem.unknownAlgorithm(spelling, line)
                : null;
    }

    /** A digest in a place where nothing else can be: a text of hexadecimal digits is never null. */
    public ParsedDigest certain(@Nullable String tag, Slice digits, int line) {
        ParsedDigest sum = tag == null ? untagged(digits, line) : tagged(tag, digits, line);
        // Fewer digits than any digest has are none elsewhere.
        return sum == null ? ListProblem.unusualLength(digits.length(), line) : sum;
    }

    /**
     * A digest of a format with fields: hexadecimal digits and nothing else; a decimal number for
     * {@link Algorithms#CKSUM}, and for CRC32 if {@code decimalCrc32}.
     */
    public static ParsedDigest field(Algorithm algorithm, boolean decimalCrc32, Slice text, int line) {
        boolean cksum = algorithm.equals(Algorithms.CKSUM);
        boolean decimal = cksum || (decimalCrc32 && algorithm.name().equals(CRC32));
        ParsedDigest number = decimal && text.isDecimal(MOST_DECIMALS) ? decimal(algorithm, text, line) : null;
        if (number instanceof ParsedDigest.Sum || (cksum && number != null)) {
            return number;
        }
        if (cksum || !text.isHex()) {
            return ListProblem.malformed(line, "has a digest that is not " + (cksum ? "decimal" : "hexadecimal"));
        }
        Digest digest = hexadecimal(algorithm, text);
        return digest == null
                ? ListProblem.wrongLength(algorithm, text.length(), line)
                : new ParsedDigest.Sum(algorithm, digest);
    }

    /** The digest of this algorithm that these hexadecimal digits are; null when they are none or too few or many. */
    public static @Nullable Digest hexadecimal(Algorithm algorithm, Slice text) {
        return text.length() == 2 * algorithm.length() ? text.hex() : null;
    }

    private static @Nullable ParsedDigest parsed(Algorithm algorithm, Slice text, boolean guessed, int line) {
        Digest digest = digest(algorithm, text);
        if (digest != null) {
            return new ParsedDigest.Sum(algorithm, digest, null, guessed);
        }
        return isDigits(text) ? ListProblem.wrongLength(algorithm, text.length(), line) : null;
    }

    private static @Nullable Digest digest(Algorithm algorithm, Slice text) {
        int length = algorithm.length();
        if (text.length() == 2 * length) {
            return text.hex();
        }
        return text.length() == 3 * length - 1 && text.hasAt(2, ':')
                ? hexadecimal(algorithm, Slice.of(text.latin1().replaceAll("([0-9A-Fa-f]{2}):", "$1")))
                : text.base64(length);
    }

    /**
     * checksum-maven-plugin writes CRC32 in decimal, everyone else in eight hexadecimal digits: eight digits can be
     * either.
     */
    private static ParsedDigest eitherWay(Algorithm algorithm, Slice text, int line) {
        ParsedDigest decimal = decimal(algorithm, text, line);
        Digest hexadecimal = hexadecimal(algorithm, text);
        return decimal instanceof ParsedDigest.Sum sum && !algorithm.equals(Algorithms.CKSUM)
                ? new ParsedDigest.Sum(algorithm, sum.digest(), hexadecimal, false)
                : decimal;
    }

    /** The CRC that these decimal digits are, which have to be no more than {@link #MOST_DECIMALS}. */
    public static ParsedDigest decimal(Algorithm algorithm, Slice text, int line) {
        long value = Long.parseLong(text.latin1());
        if (value > 0xffff_ffffL) {
            return ListProblem.malformed(line, "has the number " + value + ", which is more than 32 bits");
        }
        boolean number = algorithm.equals(Algorithms.CKSUM);
        return new ParsedDigest.Sum(algorithm, number ? Digest.ofNumber(value, Integer.BYTES) : Digest.of((int) value));
    }

    private static boolean isDigits(Slice text) {
        return text.length() >= LEAST_DIGITS && text.isHex();
    }
}
