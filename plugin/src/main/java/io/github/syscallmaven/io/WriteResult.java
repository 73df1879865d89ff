package io.github.syscallmaven.io;

import java.util.List;

/**
 * The result of a write.
 *
 * @param warnings promises that the file system could not keep, such as fsync, each a sentence; usually none
 */
public record WriteResult(Outcome outcome, List<String> warnings) {
    /** What became of the target. */
    public enum Outcome {
        CREATED,
        REPLACED,
        /** It held these bytes already and was not touched. */
        UNCHANGED
    }

    public WriteResult {
        warnings = List.copyOf(warnings);
    }
}
