package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of one line that names a file, as coreutils' {@code split_3} and {@code bsd_split_3} (src/cksum.c) have it:
 * <pre>
 * sum      = *blank [ "\" ] ( tagged | untagged )          blank is SP or TAB; "\": the name is escaped
 * tagged   = TAG [ SP ] "(" name ")" *blank "=" *blank digest    the last ")" of the line ends the name
 * untagged = digest blank ( SP | "*" ) name                standard
 *          | digest blank name                             reversed; also any name of one byte
 * digest   = hexadecimal digits | base64
 * name     = every byte up to the end
 * </pre>
 * The first untagged line says whether a list is standard or reversed. In a standard one, reversed lines are malformed; in a
 * reversed one, the second blank or asterisk is the beginning of the name.
 *
 * <p>{@link SumsReader} lists the differences from coreutils.
 */
final class SumLine {
    static final String NAMELESS = "has a digest, but no name";

    private static final int MAX_TAG = 24;
    private static final int SHORTEST_DIGEST = 8;
    private static final int EXCERPT = 40;

    private final SumsContext context;
    private @Nullable Boolean reversed;
    private byte[] line = new byte[0];
    private int start;
    private int to;
    private int number;
    private boolean escaped;

    SumLine(SumsContext context) {
        this.context = context;
    }

    /** What this line, without its end, yields. */
    Finding parse(byte[] buffer, int from, int end, int lineNumber) {
        line = buffer;
        start = from;
        to = end;
        number = lineNumber;
        int at = skipBlanks(from);
        escaped = at < to && line[at] == '\\';
        at += escaped ? 1 : 0;
        int tagEnd = tagEnd(at);
        int name = tagEnd < to && line[tagEnd] == ' ' ? tagEnd + 1 : tagEnd;
        if (tagEnd > at && name < to && line[name] == '(') {
            Tag tag = new Tag(ascii(at, tagEnd), name > tagEnd ? SumsForm.BSD_TAG : SumsForm.OPENSSL);
            Optional<Algorithm> algorithm = context.algorithms().tagged(tag.text());
            if (algorithm.isPresent() || !Digest.isHex(line, at, tagEnd)) {
                return tagged(tag, algorithm, name + 1);
            }
        }
        return untagged(at);
    }

    private record Tag(String text, SumsForm form) {}

    private Finding tagged(Tag tag, Optional<Algorithm> algorithm, int from) {
        int close = to - 1;
        while (close >= from && line[close] != ')') {
            close--;
        }
        int equals = skipBlanks(close + 1);
        if (close < from || equals == to || line[equals] != '=') {
            return malformed("has no ') = digest' at its end");
        }
        int digest = skipBlanks(equals + 1);
        if (algorithm.isEmpty()) {
            return Digest.isHex(line, digest, to)
                    ? new SumsProblem(Kind.UNKNOWN_ALGORITHM, number, unknown(tag.text()))
                    : noChecksum();
        }
        Digest found = digest(algorithm.get(), digest, to);
        return found == null
                ? noDigest(algorithm.get(), digest, to)
                : entry(algorithm.get(), found, from, close, tag.form());
    }

    private Finding untagged(int from) {
        int blank = from;
        while (blank < to && !isBlank(line[blank])) {
            blank++;
        }
        int name = blank + 1;
        if (name >= to) {
            return Digest.isHex(line, from, blank) ? malformed(NAMELESS) : noChecksum();
        }
        Optional<Algorithm> algorithm = context.untagged(blank - from);
        if (algorithm.isEmpty()) {
            return Digest.isHex(line, from, blank) ? malformed(unusual(blank - from)) : noChecksum();
        }
        Digest digest = digest(algorithm.get(), from, blank);
        if (digest == null) {
            return noDigest(algorithm.get(), from, blank);
        }
        boolean looksReversed = to - name == 1 || (line[name] != ' ' && line[name] != '*');
        if (looksReversed && Boolean.FALSE.equals(reversed)) {
            return malformed("has one blank before the name where the lines before it have two characters");
        }
        if (reversed == null) {
            reversed = looksReversed;
        }
        if (reversed) {
            return entry(algorithm.get(), digest, name, to, SumsForm.BSD_REVERSED);
        }
        SumsForm form = line[name] == '*' ? SumsForm.GNU_BINARY : SumsForm.GNU_TEXT;
        return entry(algorithm.get(), digest, name + 1, to, form);
    }

    private Finding entry(Algorithm algorithm, Digest digest, int nameFrom, int nameTo, SumsForm form) {
        BytePath name =
                escaped ? EscapedName.unescape(line, nameFrom, nameTo) : BytePath.of(line, nameFrom, nameTo - nameFrom);
        if (name == null) {
            return malformed("has a backslash in the name that is not followed by '\\', 'n' or 'r'");
        }
        return name.isEmpty() ? malformed(NAMELESS) : new SumsEntry(algorithm, digest, name, form, number);
    }

    private SumsProblem noDigest(Algorithm algorithm, int from, int end) {
        return end - from >= SHORTEST_DIGEST && Digest.isHex(line, from, end)
                ? wrongLength(algorithm, end - from, number)
                : noChecksum();
    }

    private @Nullable Digest digest(Algorithm algorithm, int from, int end) {
        return end - from == 2 * algorithm.length()
                ? Digest.ofHex(line, from, end)
                : Digest.ofBase64(line, from, end, algorithm.length());
    }

    static SumsProblem wrongLength(Algorithm algorithm, int digits, int number) {
        String what = "has " + digits + " hexadecimal digits where " + algorithm + " has " + 2 * algorithm.length();
        return new SumsProblem(Kind.WRONG_LENGTH, number, what + "; it is damaged, or of another algorithm");
    }

    static String unusual(int digits) {
        return "has " + digits + " hexadecimal digits, from which no algorithm follows; name the algorithm";
    }

    static String unknown(String algorithm) {
        return "is of the algorithm '" + excerpt(algorithm) + "', which is not available here";
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private SumsProblem noChecksum() {
        boolean longer = to - start > EXCERPT;
        BytePath text = BytePath.of(line, start, longer ? EXCERPT : to - start);
        return malformed("is no checksum: '" + text + (longer ? "…'" : "'"));
    }

    private SumsProblem malformed(String why) {
        return new SumsProblem(Kind.MALFORMED, number, why);
    }

    private int tagEnd(int from) {
        int at = from;
        while (at < to && at - from < MAX_TAG && line[at] > ' ' && line[at] != '(') {
            at++;
        }
        return at;
    }

    private String ascii(int from, int end) {
        return new String(line, from, end - from, StandardCharsets.US_ASCII);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < to && isBlank(line[at])) {
            at++;
        }
        return at;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
