package io.github.syscallmaven.checksum.create;

import io.github.syscallmaven.checksum.hashing.Totals;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.WriteResult;
import java.util.List;
import java.util.Map;

/**
 * The result of writing checksums. Without any file, nothing is written.
 *
 * @param lists the lists, and what became of each
 * @param sidecars how many there are now
 * @param changedSidecars how many of them are new or hold something new
 * @param entries of the first {@value #SHOWN} files
 * @param skipped what the walk met that is neither a regular file nor a directory
 * @param warnings each a sentence
 */
public record CreationReport(
        Totals totals,
        Map<BytePath, WriteResult.Outcome> lists,
        long sidecars,
        long changedSidecars,
        List<Entry> entries,
        CappedMessages skipped,
        List<String> warnings) {
    /** In files; so many digests can be shown to people. */
    public static final int SHOWN = 10;

    /** One digest of a file, under the name that lists have. */
    public record Entry(Algorithm algorithm, Digest digest, BytePath name) {}
}
