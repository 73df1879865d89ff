package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the table that PowerShell's {@code Get-FileHash} shows: a header, a line of dashes below it, and a line a file.
 */
public final class FileHashTableReader implements FormReader {
    /** Of a head in lower case without white space at its beginning. */
    public static final Pattern HEADER = Pattern.compile("algorithm +hash +path *\r?\n");

    private static final Pattern ROW = Pattern.compile("([A-Za-z0-9-]+) +([0-9A-Fa-f]+) *(.*?) *");
    private static final Pattern FRAME = Pattern.compile("Algorithm +Hash +Path *|-+ +-+ +-+ *|\\s*");

    private final FileHashes hashes;
    private final ItemCollector findings;

    public FileHashTableReader(ListContext context, ItemCollector findings) {
        this.hashes = new FileHashes(context, findings);
        this.findings = findings;
    }

    @Override
    public void read(InputStream in) throws IOException {
        Lines.each(in, findings, this::row);
    }

    private void row(Line line) {
        String text = new String(line.text().toBytes(), StandardCharsets.UTF_8);
        Matcher row = ROW.matcher(text);
        if (FRAME.matcher(text).matches()) {
            return;
        }
        if (row.matches()) {
            hashes.add(row.group(1), row.group(2), row.group(3), line.number());
        } else {
            findings.add(ListProblem.noChecksum(line.text(), line.number()));
        }
    }
}
