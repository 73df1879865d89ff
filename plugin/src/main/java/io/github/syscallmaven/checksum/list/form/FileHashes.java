package io.github.syscallmaven.checksum.list.form;

import io.github.syscallmaven.checksum.list.entry.EntryForm;
import io.github.syscallmaven.checksum.list.entry.ListItem;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.entry.ParsedDigest;
import io.github.syscallmaven.checksum.list.parse.DigestParser;
import io.github.syscallmaven.checksum.list.parse.ItemCollector;
import io.github.syscallmaven.checksum.list.parse.ListContext;
import io.github.syscallmaven.checksum.list.text.Slice;
import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes entries of the fields that {@code Get-FileHash} prints, for all of its output forms. */
final class FileHashes {
    static final List<String> FIELDS = List.of("Algorithm", "Hash", "Path");

    private final ListContext context;
    private final DigestParser sums;
    private final ItemCollector findings;

    FileHashes(ListContext context, ItemCollector findings) {
        this.context = context;
        this.sums = new DigestParser(context);
        this.findings = findings;
    }

    /** Of a stream, the path is empty. A path that was too wide for a table ends in dots. */
    void add(String algorithm, String hash, String path, int line) {
        findings.add(finding(algorithm, hash, path, line));
    }

    private ListItem finding(String algorithm, String hash, String path, int line) {
        ParsedDigest sum = sums.called(algorithm, Slice.of(hash), line);
        if (sum == null) {
            return ListProblem.malformed(line, "has no algorithm or no hash of Get-FileHash");
        }
        BytePath target = context.target();
        boolean known = context.sidecar() && target != null;
        if (!known && (path.endsWith("...") || path.endsWith("\u2026"))) {
            return ListProblem.malformed(
                    line, "has a path that was too wide for the table; write it by Get-FileHash | Format-List");
        }
        BytePath name = path.isEmpty() ? target : BytePath.of(path.getBytes(StandardCharsets.UTF_8));
        return name == null ? ListProblem.nameless(line) : sum.named(name, EntryForm.FILE_HASH, line);
    }
}
