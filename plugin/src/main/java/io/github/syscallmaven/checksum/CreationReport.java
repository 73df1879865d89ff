package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.WriteResult;
import java.util.List;
import java.util.Map;

/**
 * What was done. Without any file nothing is written.
 *
 * @param sumsFiles the lists, and what became of each
 * @param sidecars how many there are now
 * @param skipped what the walk met that is neither a regular file nor a directory
 * @param warnings each a sentence
 */
public record CreationReport(
        Totals totals,
        Map<BytePath, WriteResult.Outcome> sumsFiles,
        long sidecars,
        Sample skipped,
        List<String> warnings) {}
