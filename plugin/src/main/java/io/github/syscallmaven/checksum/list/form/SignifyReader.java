package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.digest.Digest;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a list of lines behind the two lines of a signature of {@code signify -Se} (OpenBSD, signify(1)): a comment,
 * and 74 bytes in base64, the first two of which are {@code Ed}. Verifies no signature.
 */
public final class SignifyReader implements FormReader {
    public static final String BEGINNING = "untrusted comment: ";

    private static final int SIGNATURE = 74;

    private final ItemCollector findings;
    private final TextReader text;

    public SignifyReader(ListContext context, ItemCollector findings) {
        this.findings = findings;
        this.text = new TextReader(context, findings);
    }

    @Override
    public void read(InputStream in) throws IOException {
        Lines lines = new Lines(in, Lines.MAX_LINE);
        if (!isComment(lines) || !isSignature(lines)) {
            String what = "begins like a signature of signify, but has none; the rest is not read";
            findings.problem(Kind.NOT_A_LIST, lines.number(), what);
            return;
        }
        boolean any = false;
        while (lines.next()) {
            any = true;
            text.take(lines);
        }
        text.end();
        if (any) {
            findings.problem(Kind.SIGNED, 0, "is signed; the signature was not verified");
        } else {
            findings.problem(
                    Kind.NOT_A_LIST, 0, "is a detached signature of signify, not a list of checksums; name the list");
        }
    }

    private static boolean isComment(Lines lines) throws IOException {
        return lines.next() && !lines.isTooLong() && Line.of(lines).text().startsWith(BEGINNING);
    }

    private static boolean isSignature(Lines lines) throws IOException {
        Digest signature =
                lines.next() && !lines.isTooLong() ? Line.of(lines).text().base64(SIGNATURE) : null;
        byte[] bytes = signature == null ? new byte[2] : signature.toBytes();
        return bytes[0] == 'E' && bytes[1] == 'd';
    }
}
