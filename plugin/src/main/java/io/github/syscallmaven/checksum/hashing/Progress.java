package io.github.syscallmaven.checksum.hashing;

import io.github.syscallmaven.io.BytePath;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far hashing has come.
 *
 * @param found files that there are to hash, as far as they have been found
 * @param all whether no more will be found
 * @param bytes of all files; negative as long as that is unknown
 * @param at the path of the file that results are waiting for; null when they wait for none
 */
public record Progress(
        Totals done,
        long found,
        boolean all,
        long bytes,
        @Nullable BytePath at) {
    private static final long PERCENT = 100;

    /**
     * Readable text: {@code 1,200 of at least 50,000 files, 1.2 GiB, 245.8 MiB/s}; as soon as the total is known {@code
     * 1,200 of 50,000 files, 1.2 of 4.8 GiB (25 %), 245.8 MiB/s, 15 s left}.
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d of %s%,d files, %s%s%s",
                done.files(),
                all ? "" : "at least ",
                found,
                volume(),
                percent() < 0 ? "" : " (" + percent() + " %)",
                speed());
    }

    /** For a narrow place: {@code 25 % of 4.8 GiB, 245.8 MiB/s, 15 s left}. */
    public String brief() {
        if (percent() < 0) {
            return String.format(Locale.ROOT, "%,d files, %s%s", done.files(), volume(), speed());
        }
        String whole = bytes < 0 ? String.format(Locale.ROOT, "%,d files", found) : Totals.size(bytes);
        return percent() + " % of " + whole + speed();
    }

    private String volume() {
        String so = Totals.size(Math.max(done.bytes(), 0));
        if (bytes < 0) {
            return so;
        }
        String whole = Totals.size(bytes);
        String unit = whole.substring(whole.lastIndexOf(' '));
        return (so.endsWith(unit) ? so.substring(0, so.length() - unit.length()) : so) + " of " + whole;
    }

    private String speed() {
        String rate = done.rate();
        Duration left = left();
        return (rate.isEmpty() ? "" : ", " + rate) + (left == null ? "" : ", " + inWords(left) + " left");
    }

    /** Negative as long as it is unknown. */
    private long percent() {
        double share = share();
        return share < 0 ? -1 : (long) (share * PERCENT);
    }

    /** How much of the work is done, from 0 to 1; negative as long as that is unknown. */
    private double share() {
        if (bytes > 0) {
            return Math.min(1, (double) done.bytes() / bytes);
        }
        return all && found > 0 ? Math.min(1, (double) done.files() / found) : -1;
    }

    private @Nullable Duration left() {
        double share = share();
        return share > 0 ? Duration.ofMillis((long) (done.elapsed().toMillis() / share * (1 - share))) : null;
    }

    private static String inWords(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        return time.toHours() == 0 ? time.toMinutes() + " min" : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
