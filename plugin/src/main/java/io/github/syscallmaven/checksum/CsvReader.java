package io.github.syscallmaven.checksum;

import io.github.syscallmaven.checksum.SumsProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads {@link SumsFormat#CSV}. A record may also end in CRLF, and have quotes wherever RFC 4180 allows them. */
final class CsvReader implements ListReader {
    private static final int FIELDS = 4;

    private final SumsContext context;
    private final Findings findings;

    CsvReader(SumsContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    /** Reads a stream that begins with the header. */
    @Override
    public void read(InputStream in) throws IOException {
        CsvRecords records = new CsvRecords(in, FIELDS, findings);
        records.next();
        for (List<String> fields = records.next(); fields != null; fields = records.next()) {
            if (fields.size() == FIELDS) {
                TextName name = new TextName(fields.get(0), fields.get(1));
                TextEntry entry = new TextEntry(name.toPath(), fields.get(2), fields.get(3));
                findings.add(entry.check(context.algorithms(), SumsForm.CSV, records.line()));
            } else {
                String what = "is no record of the fields " + CsvWriter.HEADER;
                findings.problem(Kind.MALFORMED, records.line(), what);
            }
        }
    }
}
