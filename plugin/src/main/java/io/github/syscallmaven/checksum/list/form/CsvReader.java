package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.name.TextName;
import io.github.syscallmaven.checksum.list.parse.FieldEntry;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.write.CsvWriter;
import io.github.syscallmaven.checksum.list.write.ListFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads {@link ListFormat#CSV}. A record may also end in CRLF, and have quotes wherever RFC 4180 allows them. */
public final class CsvReader implements FormReader {
    private static final int FIELDS = 4;

    private final ListContext context;
    private final ItemCollector findings;

    public CsvReader(ListContext context, ItemCollector findings) {
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
                FieldEntry entry = new FieldEntry(name.toPath(), fields.get(2), fields.get(3));
                findings.add(entry.check(context.algorithms(), EntryForm.CSV, records.line()));
            } else {
                String what = "is not a record of the fields " + CsvWriter.HEADER;
                findings.problem(Kind.MALFORMED, records.line(), what);
            }
        }
    }
}
