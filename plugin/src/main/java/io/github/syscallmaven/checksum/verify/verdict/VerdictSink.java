package io.github.syscallmaven.checksum.verify.verdict;

import java.io.IOException;

/** Receives verdicts one by one: in the order of lists and lines, then those about no list. */
@FunctionalInterface
public interface VerdictSink {
    void accept(Verdict verdict) throws IOException;

    /** The verification was not finished; there may be more to say than what was accepted. */
    default void aborted(String reason) {
        // Whoever shows verdicts at once leaves it to the exception.
    }
}
