package io.github.syscallmaven.checksum.verify.plan;

import io.github.syscallmaven.checksum.list.entry.EntrySink;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;

/** Receives the entries of lists, one list after the other. */
public interface ListedSink extends EntrySink {
    /** What comes now is from this list, with names relative to a folder below the base directory. */
    ListedSink from(BytePath list, BytePath folder);

    /** This list could not be read, or not to its end. */
    void unread(BytePath list, IOException reason);

    /** Takes an interruption through a reader. */
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
