package io.github.syscallmaven.info;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When the build was made, in whole seconds (the rest is cut off). A time that somebody gives is between 1970 and 9999.
 *
 * @param instant the time
 * @param fromSessionStart whether it is only this Maven session's start, so that the next build has another
 */
public record BuildTime(Instant instant, boolean fromSessionStart) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    /** Cuts off fractions of the second. */
    public BuildTime {
        instant = instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /** As it is written to files: {@code 2024-01-01T00:00:00Z}. */
    public String text() {
        return instant.toString();
    }

    /**
     * Compares an existing file with a new one. If this time is the first difference, returns the time in the existing
     * file; otherwise empty.
     */
    public Optional<BuildTime> standingIn(byte[] existing, byte[] written) {
        int difference = Arrays.mismatch(existing, written);
        String text = text();
        String after = new String(written, StandardCharsets.ISO_8859_1);
        int at = difference < 0 ? -1 : after.lastIndexOf(text, difference);
        if (at < 0 || difference >= at + text.length() || existing.length < at + text.length()) {
            return Optional.empty();
        }
        String before = new String(existing, at, text.length(), StandardCharsets.ISO_8859_1);
        return WRITTEN.matcher(before).matches() ? parsed(before) : Optional.empty();
    }

    private static Optional<BuildTime> parsed(String written) {
        try {
            return Optional.of(new BuildTime(Instant.parse(written), true));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
