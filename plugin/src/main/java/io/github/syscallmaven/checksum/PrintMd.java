package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gpg --print-md} writes (gnupg, g10/gpg.c, {@code print_hex}): {@code name: }, of several algorithms also
 * {@code SHA256 = }, then the digest in groups of two, four or eight digits. After a name of 39 bytes or more it begins on the
 * next line; a long one goes on in lines that begin with a blank. Names are not escaped: one with an LF cannot be read back.
 */
final class PrintMd {
    private static final int MAX_DIGITS = 256;

    private final SumsContext context;
    private final Findings findings;
    private byte[] line = new byte[0];
    private int to;
    private boolean open;
    private int number;
    private @Nullable BytePath name;
    private String tag = "";
    private final byte[] digits = new byte[MAX_DIGITS];
    private int length;

    PrintMd(SumsContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    /** Takes this line if it begins or continues a digest. */
    boolean take(byte[] buffer, int from, int end, int lineNumber) {
        line = buffer;
        to = end;
        return (open && continues(from)) || begins(from, lineNumber);
    }

    private boolean continues(int from) {
        return length == 0 ? labelled(from) : SumLine.isBlank(line[from]) && groups(from, 1);
    }

    private boolean begins(int from, int lineNumber) {
        int colon = to - 1;
        while (colon > from && line[colon] != ':') {
            colon--;
        }
        boolean named = colon > from;
        boolean wrapped = named && skipBlanks(colon + 1) == to;
        close();
        number = lineNumber;
        name = named ? BytePath.of(line, from, colon - from) : null;
        open = wrapped || labelled(named ? colon + 1 : from);
        return open;
    }

    private boolean labelled(int from) {
        int label = skipBlanks(from);
        int equals = label;
        while (equals < to && line[equals] != '=') {
            equals++;
        }
        tag = equals < to ? new String(line, label, equals - label, StandardCharsets.US_ASCII).stripTrailing() : "";
        return groups(equals < to ? equals + 1 : from, 2);
    }

    /** Appends the groups of digits from here to the end of the line if there are at least so many, and nothing else. */
    private boolean groups(int from, int atLeast) {
        int total = length;
        int count = 0;
        int at = skipBlanks(from);
        while (at < to) {
            int start = at;
            while (at < to && !SumLine.isBlank(line[at])) {
                at++;
            }
            int size = at - start;
            boolean fits = (size == 2 || size == 4 || size == 8) && total + size <= MAX_DIGITS;
            if (!fits || !Digest.isHex(line, start, at)) {
                return false;
            }
            System.arraycopy(line, start, digits, total, size);
            total += size;
            count++;
            at = skipBlanks(at);
        }
        if (count >= atLeast) {
            length = total;
        }
        return count >= atLeast;
    }

    /** Passes on the digest that the lines so far made, if any. */
    void close() {
        if (open) {
            open = false;
            findings.add(finding());
        }
        length = 0;
    }

    private Finding finding() {
        BytePath named = name != null ? name : context.target();
        if (length == 0) {
            return problem(Kind.MALFORMED, "has a name and a colon, but no digest follows");
        }
        if (named == null) {
            return problem(Kind.MALFORMED, SumLine.NAMELESS);
        }
        Optional<Algorithm> algorithm =
                tag.isEmpty() ? context.untagged(length) : context.algorithms().tagged(tag);
        if (algorithm.isEmpty()) {
            return tag.isEmpty()
                    ? problem(Kind.MALFORMED, SumLine.unusual(length))
                    : problem(Kind.UNKNOWN_ALGORITHM, SumLine.unknown(tag));
        }
        Digest digest = Digest.ofHex(digits, 0, length);
        return digest == null || digest.length() != algorithm.get().length()
                ? SumLine.wrongLength(algorithm.get(), length, number)
                : new SumsEntry(algorithm.get(), digest, named, SumsForm.GPG, number);
    }

    private SumsProblem problem(Kind kind, String what) {
        return new SumsProblem(kind, number, what);
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < to && SumLine.isBlank(line[at])) {
            at++;
        }
        return at;
    }
}
