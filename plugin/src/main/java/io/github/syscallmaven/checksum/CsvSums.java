package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@link SumsFormat#CSV}. A record may also end in CRLF, and have quotes wherever RFC 4180 allows them. */
final class CsvSums {
    private static final int FIELDS = 4;

    private final SumsContext context;
    private final Findings findings;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    private boolean quoted;
    private int start;

    CsvSums(SumsContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    /** Reads a stream that begins with the header. */
    void read(InputStream in) throws IOException {
        Lines lines = new Lines(in, SumsReader.MAX_LINE);
        lines.next();
        while (lines.next()) {
            line(lines);
        }
        if (quoted) {
            findings.problem(Kind.MALFORMED, start, "has a quote that is never closed");
        }
    }

    /** A quoted LF is part of a name, so a record ends only with a line that leaves no quote open. */
    private void line(Lines lines) {
        if (!quoted) {
            record.reset();
            start = lines.number();
        }
        for (int i = lines.from(); i < lines.to(); i++) {
            quoted ^= lines.buffer()[i] == '"';
        }
        record.write(lines.buffer(), lines.from(), lines.to() - lines.from());
        if (lines.isTooLong() || record.size() > SumsReader.MAX_LINE) {
            findings.problem(Kind.TOO_LONG, start, "is longer than " + SumsReader.MAX_LINE + " bytes");
            quoted = false;
        } else if (quoted) {
            record.write('\n');
        } else if (record.size() > 0) {
            findings.add(finding(record.toByteArray()));
        }
    }

    private Finding finding(byte[] bytes) {
        String text = TextName.utf8(bytes);
        List<String> fields =
                text == null ? null : fields(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        if (fields == null || fields.size() != FIELDS) {
            return new SumsProblem(Kind.MALFORMED, start, "is no record of the fields " + CsvWriter.HEADER);
        }
        TextName name = new TextName(fields.get(0), fields.get(1));
        return new TextEntry(name.toPath(), fields.get(2), fields.get(3))
                .check(context.algorithms(), SumsForm.CSV, start);
    }

    private static @Nullable List<String> fields(String record) {
        List<String> fields = new ArrayList<>();
        int at = -1;
        do {
            int from = at + 1;
            boolean quoted = from < record.length() && record.charAt(from) == '"';
            at = quoted ? afterQuoted(record, from) : record.indexOf(',', from);
            at = at < 0 ? record.length() : at;
            String field = record.substring(from, at);
            boolean delimited = at == record.length() || record.charAt(at) == ',';
            if (!delimited || (!quoted && field.contains("\""))) {
                return null;
            }
            fields.add(quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field);
        } while (at < record.length() && fields.size() <= FIELDS);
        return fields;
    }

    /** Where the field that begins with this quote ends; quotes come in pairs, {@link #line} has seen to that. */
    private static int afterQuoted(String record, int quote) {
        int at = quote;
        do {
            at = record.indexOf('"', at + 1) + 1;
        } while (at < record.length() && record.charAt(at) == '"');
        return at;
    }
}
