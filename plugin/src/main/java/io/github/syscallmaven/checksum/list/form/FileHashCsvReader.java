package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads what {@code Get-FileHash | Export-Csv} of PowerShell writes: perhaps a line {@code #TYPE …}, a header with the
 * columns {@code Algorithm}, {@code Hash} and {@code Path} in any order, and a record a file.
 */
public final class FileHashCsvReader implements FormReader {
    /** Of a head in lower case. */
    public static final Pattern HEADER = Pattern.compile(
            "(#type [a-z.]*filehash[a-z]*\r?\n)?\"?(algorithm|hash|path)\"?,\"?(algorithm|hash|path)\"?,");

    private static final int FIELDS = 3;

    private final FileHashes hashes;
    private final ItemCollector findings;

    public FileHashCsvReader(ListContext context, ItemCollector findings) {
        this.hashes = new FileHashes(context, findings);
        this.findings = findings;
    }

    @Override
    public void read(InputStream in) throws IOException {
        CsvRecords records = new CsvRecords(in, FIELDS, findings);
        List<String> header = records.next();
        if (header != null && header.get(0).startsWith("#TYPE")) {
            header = records.next();
        }
        List<String> columns = header == null ? List.of() : header;
        for (List<String> fields = records.next(); fields != null; fields = records.next()) {
            if (fields.size() == FIELDS && columns.containsAll(FileHashes.FIELDS) && columns.size() == FIELDS) {
                hashes.add(
                        fields.get(columns.indexOf("Algorithm")),
                        fields.get(columns.indexOf("Hash")),
                        fields.get(columns.indexOf("Path")),
                        records.line());
            } else {
                findings.add(ListProblem.malformed(
                        records.line(), "is not a record of the fields " + String.join(",", FileHashes.FIELDS)));
            }
        }
    }
}
