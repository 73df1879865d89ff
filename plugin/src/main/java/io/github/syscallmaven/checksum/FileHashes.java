package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes what {@code Get-FileHash} says of each file, whatever it looks like. */
final class FileHashes {
    static final List<String> FIELDS = List.of("Algorithm", "Hash", "Path");

    private final SumsContext context;
    private final SumParser sums;
    private final Findings findings;

    FileHashes(SumsContext context, Findings findings) {
        this.context = context;
        this.sums = new SumParser(context);
        this.findings = findings;
    }

    /** Of a stream, the path is empty. A path that was too wide for a table ends in dots. */
    void add(String algorithm, String hash, String path, int line) {
        findings.add(finding(algorithm, hash, path, line));
    }

    private Finding finding(String algorithm, String hash, String path, int line) {
        ParsedSum sum = sums.called(algorithm, Slice.of(hash), line);
        if (sum == null) {
            return SumsProblem.malformed(line, "has no algorithm or no hash of Get-FileHash");
        }
        BytePath target = context.target();
        boolean known = context.sidecar() && target != null;
        if (!known && (path.endsWith("...") || path.endsWith("\u2026"))) {
            return SumsProblem.malformed(
                    line, "has a path that was too wide for the table; write it by Get-FileHash | Format-List");
        }
        BytePath name = path.isEmpty() ? target : BytePath.of(path.getBytes(StandardCharsets.UTF_8));
        return name == null ? SumsProblem.nameless(line) : sum.named(name, SumsForm.FILE_HASH, line);
    }
}
