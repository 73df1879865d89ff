package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of lines in the frame of a cleartext signature of OpenPGP (RFC 9580, section 7), which is left out. Text
 * that the signature does not cover (before or after the frame, or in its header) and a damaged frame are errors.
 * Verifies no signature.
 */
public final class ClearSignedReader implements FormReader {
    public static final String BEGINNING = "-----begin pgp signed message-----";

    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";
    private static final Pattern HEADER = Pattern.compile("Hash: [A-Za-z0-9, -]{1,80}");
    private static final Pattern ARMOR_HEADER = Pattern.compile("(Version|Comment|Hash|Charset|MessageID): .{0,200}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{1,76}={0,2}|=[A-Za-z0-9+/]{4}");
    private static final int LONGEST = 256;

    private final ItemCollector findings;
    private final TextReader text;
    private Part part = Part.BEFORE;

    /** What the next line belongs to. */
    private enum Part {
        BEFORE,
        HEADER,
        TEXT,
        ARMOR_HEADER,
        ARMOR,
        AFTER
    }

    public ClearSignedReader(ListContext context, ItemCollector findings) {
        this.findings = findings;
        this.text = new TextReader(context, findings);
    }

    @Override
    public void read(InputStream in) throws IOException {
        Lines lines = new Lines(in, Lines.MAX_LINE);
        String wrong = null;
        while (wrong == null && lines.next()) {
            wrong = take(lines);
        }
        text.end();
        if (wrong == null && part != Part.AFTER) {
            wrong = "ends before its signature does";
        }
        if (wrong != null) {
            String what = "is a signed message that " + wrong + "; the rest is not read";
            findings.problem(Kind.NOT_A_LIST, lines.number(), what);
        } else {
            findings.problem(Kind.SIGNED, 0, "is signed; the signature was not verified");
        }
    }

    /** What is wrong with the frame at this line; null when nothing is. */
    private @Nullable String take(Lines lines) {
        if (part == Part.TEXT) {
            return text(lines);
        }
        Slice line = lines.isTooLong() ? Slice.of("?") : Line.of(lines).text();
        return switch (part) {
            case BEFORE -> {
                part = line.is(BEGIN) ? Part.HEADER : Part.BEFORE;
                yield part == Part.HEADER || line.isEmpty() ? null : "has no proper beginning";
            }
            case HEADER -> header(line, HEADER, Part.TEXT);
            case ARMOR_HEADER -> header(line, ARMOR_HEADER, Part.ARMOR);
            case ARMOR -> {
                part = line.is(END) ? Part.AFTER : Part.ARMOR;
                yield part == Part.AFTER || matches(BASE64, line) ? null : "has a damaged signature";
            }
            default -> line.stripped().isEmpty() ? null : "has text after its end, which the signature does not cover";
        };
    }

    private @Nullable String header(Slice line, Pattern pattern, Part next) {
        if (line.isEmpty()) {
            part = next;
            return null;
        }
        return matches(pattern, line) ? null : "has something in its header that does not belong there";
    }

    private static boolean matches(Pattern pattern, Slice line) {
        return line.length() <= LONGEST && pattern.matcher(line.latin1()).matches();
    }

    private @Nullable String text(Lines lines) {
        if (lines.isTooLong()) {
            text.take(lines);
            return null;
        }
        Line line = Line.of(lines);
        Slice signed = line.text();
        if (signed.is(SIGNATURE)) {
            part = Part.ARMOR_HEADER;
            return null;
        }
        boolean escaped = signed.startsWith("- ");
        if (!escaped && signed.hasAt(0, '-')) {
            return "has a line in its text that begins with a dash";
        }
        text.take(escaped ? new Line(signed.after(2), line.number(), line.crlf()) : line);
        return null;
    }
}
