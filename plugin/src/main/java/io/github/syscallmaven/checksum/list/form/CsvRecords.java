package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a CSV as of RFC 4180, which may also end in LF, and have quotes or not. */
final class CsvRecords {
    private final int most;
    private final ItemCollector findings;
    private final Lines lines;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private int start;

    /** {@code most}: fields, of a record that is good for something. */
    CsvRecords(InputStream in, int most, ItemCollector findings) {
        this.most = most;
        this.findings = findings;
        this.lines = new Lines(in, Lines.MAX_LINE);
    }

    /** Of the record that was returned last. */
    int line() {
        return start;
    }

    /** A record that is too long is a problem, and left out. */
    private enum Part {
        WHOLE,
        OPEN,
        TOO_LONG
    }

    /**
     * The fields of the next record that is not empty: none when it is no record, and one more than there should be
     * when there are many; null at the end.
     */
    @Nullable
    List<String> next() throws IOException {
        Part part = Part.TOO_LONG;
        while (lines.next()) {
            if (part != Part.OPEN) {
                record.reset();
                start = lines.number();
            }
            part = append(part == Part.OPEN);
            if (part == Part.TOO_LONG) {
                findings.add(ListProblem.tooLong(start, Lines.MAX_LINE));
            } else if (part == Part.WHOLE && record.size() > 0) {
                return fields();
            }
        }
        if (part == Part.OPEN) {
            findings.problem(Kind.MALFORMED, start, "has a quote that is never closed");
        }
        return null;
    }

    /** A quoted LF is part of a field, so a record ends only with a line that leaves no quote open. */
    private Part append(boolean open) {
        boolean quoted = open;
        for (int i = lines.from(); i < lines.to(); i++) {
            quoted ^= lines.buffer()[i] == '"';
        }
        record.write(lines.buffer(), lines.from(), lines.to() - lines.from());
        if (lines.isTooLong() || record.size() > Lines.MAX_LINE) {
            return Part.TOO_LONG;
        }
        if (quoted) {
            record.write('\n');
        }
        return quoted ? Part.OPEN : Part.WHOLE;
    }

    private List<String> fields() {
        String text = TextName.utf8(record.toByteArray());
        if (text == null) {
            return List.of();
        }
        List<String> fields = split(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        return fields == null ? List.of() : fields;
    }

    private @Nullable List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        int at = -1;
        do {
            int from = at + 1;
            boolean quoted = from < text.length() && text.charAt(from) == '"';
            at = quoted ? afterQuoted(text, from) : text.indexOf(',', from);
            at = at < 0 ? text.length() : at;
            String field = text.substring(from, at);
            boolean delimited = at == text.length() || text.charAt(at) == ',';
            if (!delimited || (!quoted && field.contains("\""))) {
                return null;
            }
            fields.add(quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field);
        } while (at < text.length() && fields.size() <= most);
        return fields;
    }

    /** Where the field that begins with this quote ends; quotes come in pairs, {@link #append} has seen to that. */
    private static int afterQuoted(String text, int quote) {
        int at = quote;
        do {
            at = text.indexOf('"', at + 1) + 1;
        } while (at < text.length() && text.charAt(at) == '"');
        return at;
    }
}
