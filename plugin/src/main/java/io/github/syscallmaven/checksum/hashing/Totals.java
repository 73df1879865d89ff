package io.github.syscallmaven.checksum.hashing;

import java.time.Duration;
import java.util.Locale;

/** How much was hashed, and how long it took. */
public record Totals(long files, long bytes, Duration elapsed) {
    private static final double KIB = 1024;

    /** In bytes. A rate of less says more about the clock than about the work. */
    private static final long RATED = 10 << 20;

    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};

    /** Readable text: {@code 50,000 files, 48.8 MiB in 0.25 s (195.3 MiB/s)}; without a rate for less than 10 MiB. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d %s, %s", files, files == 1 ? "file" : "files", volume());
    }

    /** Without the files. */
    public String volume() {
        String rate = rate();
        return String.format(
                Locale.ROOT, "%s in %.2f s%s", size(bytes), seconds(), rate.isEmpty() ? "" : " (" + rate + ")");
    }

    /** Bytes a second, for people; empty for less than 10 MiB. */
    String rate() {
        return bytes < RATED ? "" : size((long) (bytes / seconds())) + "/s";
    }

    private double seconds() {
        return Math.max(elapsed.toNanos(), 1) / 1e9;
    }

    /** The two together, one after the other. */
    public Totals plus(Totals other) {
        return new Totals(files + other.files, bytes + other.bytes, elapsed.plus(other.elapsed));
    }

    static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " bytes";
        }
        double size = bytes / KIB;
        int unit = 0;
        while (size >= KIB && unit < UNITS.length - 1) {
            size /= KIB;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }
}
