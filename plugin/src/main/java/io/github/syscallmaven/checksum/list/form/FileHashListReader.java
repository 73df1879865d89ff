package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.Line;
import io.github.syscallmaven.checksum.list.parse.Lines;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code Get-FileHash | Format-List} of PowerShell shows: {@code Algorithm : …}, {@code Hash : …} and
 * {@code Path : …}, each on a line of its own, and an empty line between files. A value that is too wide goes on in
 * lines that are indented as far as it is.
 */
public final class FileHashListReader implements FormReader {
    /** Of a head in lower case without white space at its beginning. */
    public static final Pattern HEADER = Pattern.compile("algorithm {1,12}: ");

    private static final Pattern FIELD = Pattern.compile("(Algorithm|Hash|Path) {1,12}: ?(.*)");
    private static final String INDENT = " ".repeat(12);

    private final FileHashes hashes;
    private final ItemCollector findings;
    private final Map<String, StringBuilder> record = new HashMap<>();
    private StringBuilder last = new StringBuilder();
    private int start;

    public FileHashListReader(ListContext context, ItemCollector findings) {
        this.hashes = new FileHashes(context, findings);
        this.findings = findings;
    }

    @Override
    public void read(InputStream in) throws IOException {
        Lines.each(in, findings, this::line);
        finish();
    }

    private void line(Line line) {
        String text = new String(line.text().toBytes(), StandardCharsets.UTF_8);
        Matcher field = FIELD.matcher(text);
        if (field.matches()) {
            if (field.group(1).equals(FileHashes.FIELDS.get(0)) || record.containsKey(field.group(1))) {
                finish();
            }
            start = record.isEmpty() ? line.number() : start;
            last = new StringBuilder(field.group(2));
            record.put(field.group(1), last);
        } else if (text.isBlank()) {
            finish();
        } else if (text.startsWith(INDENT) && !record.isEmpty() && last.length() < Lines.MAX_LINE) {
            last.append(text.substring(INDENT.length()));
        } else {
            findings.add(ListProblem.noChecksum(line.text(), line.number()));
        }
    }

    private void finish() {
        if (!record.isEmpty()) {
            hashes.add(value("Algorithm"), value("Hash"), value("Path"), start);
        }
        record.clear();
    }

    private String value(String field) {
        return record.getOrDefault(field, new StringBuilder()).toString().strip();
    }
}
