package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListProblem.Kind;
import io.github.syscallmaven.checksum.list.parse.FieldEntry;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the CSV of checksum-maven-plugin 1.x: a header {@code #File,MD5,SHA-1}, then a row a file. It quotes nothing;
 * digests are counted from the right, so that a name may contain commas. A digest that is absent leaves its cell empty.
 */
public final class PluginCsvReader implements FormReader {
    public static final String HEADER = "#File,";

    private final ListContext context;
    private final ItemCollector findings;
    private List<String> algorithms = List.of();

    public PluginCsvReader(ListContext context, ItemCollector findings) {
        this.context = context;
        this.findings = findings;
    }

    /** Reads a stream that begins with the header. */
    @Override
    public void read(InputStream in) throws IOException {
        Lines.each(in, findings, this::line);
    }

    private void line(Line line) {
        // One char a byte keeps names that are not UTF-8.
        String text = line.text().latin1();
        if (text.startsWith(HEADER)) {
            header(text, line.number());
        } else if (!text.isEmpty()) {
            row(text, line.number());
        }
    }

    private void header(String line, int number) {
        String[] columns = line.substring(HEADER.length()).split(",", -1);
        boolean tooMany = columns.length > FieldEntry.MAX_ALGORITHMS;
        algorithms = tooMany ? List.of() : List.of(columns);
        if (tooMany) {
            findings.problem(Kind.MALFORMED, number, "has more than " + FieldEntry.MAX_ALGORITHMS + " algorithms");
        }
    }

    private void row(String line, int number) {
        String[] digests = new String[algorithms.size()];
        int end = line.length();
        boolean any = false;
        for (int i = digests.length - 1; i >= 0 && end >= 0; i--) {
            int comma = line.lastIndexOf(',', end - 1);
            digests[i] = line.substring(comma + 1, end);
            any |= !digests[i].isEmpty();
            end = comma;
        }
        if (end <= 0 || !any) {
            findings.problem(Kind.MALFORMED, number, "is not a row of a name and " + digests.length + " digests");
            return;
        }
        BytePath name = BytePath.of(line.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < digests.length; i++) {
            if (!digests[i].isEmpty()) {
                FieldEntry entry = new FieldEntry(name, algorithms.get(i), digests[i]);
                findings.add(entry.check(context.algorithms(), EntryForm.PLUGIN_CSV, number));
            }
        }
    }
}
