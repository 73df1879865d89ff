package io.github.syscallmaven.checksum;

import java.io.IOException;

/** Takes verdicts one by one: in the order of lists and lines, then those about no list. */
@FunctionalInterface
public interface VerdictSink {
    void accept(Verdict verdict) throws IOException;
}
