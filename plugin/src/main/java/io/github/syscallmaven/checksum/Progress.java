package io.github.syscallmaven.checksum;

import java.util.Locale;

/**
 * How far hashing has come.
 *
 * @param found files that there are to hash, as far as they have been found
 * @param all whether no more will be found
 */
public record Progress(Totals done, long found, boolean all) {
    /** For people: {@code 1,200 of at least 50,000 files, 1.2 GiB in 5.00 s (0.24 GiB/s)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d of %s%,d files, %s", done.files(), all ? "" : "at least ", found, done.volume());
    }
}
