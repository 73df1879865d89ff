package io.github.syscallmaven.info;

import io.github.syscallmaven.io.Printable;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When the build was made, in whole seconds (the rest is cut off). A time that somebody gives is between 1970 and 9999.
 *
 * @param instant the time
 * @param fromSessionStart whether it is only this Maven session's start, so that the next build has another
 */
public record BuildTime(Instant instant, boolean fromSessionStart) {
    /** What Maven 4's super POM sets {@code project.build.outputTimestamp} to: it means that nobody chose a time. */
    private static final String MAVEN_4_DEFAULT = "1980-02-01T00:00:00Z";

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]+");
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
    private static final String FORMS =
            "an ISO instant or offset date-time such as 2024-01-01T00:00:00Z, or seconds since 1970, before the year"
                    + " 10000";

    /** How much of a wrong value is shown, in characters. */
    private static final int SHOWN = 100;

    /** Cuts off fractions of the second. */
    public BuildTime {
        instant = instant.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The time that the parameter {@code time} asks for; none for {@code off}, and for {@code commit} without a commit.
     *
     * <p>{@code auto} takes the first that is set of
     *
     * <ol>
     *   <li>{@code project.build.outputTimestamp}. One character that is no digit means unset, by Maven's convention;
     *       and so does 1980-02-01T00:00:00Z, which Maven 4 sets by itself: a POM that means exactly this time cannot
     *       be told apart (write {@code <time>1980-02-01T00:00:00Z</time>} for it).
     *   <li>The environment variable {@code SOURCE_DATE_EPOCH}: digits, see
     *       <a href="https://reproducible-builds.org/specs/source-date-epoch/">its specification</a>.
     *   <li>The session's start.
     * </ol>
     *
     * @param time {@code auto}, {@code commit}, {@code off}, an ISO instant or offset date-time, or seconds since 1970
     * @param outputTimestamp the property's value, null if there is none
     * @param commitTime asked only for {@code commit}
     * @throws IllegalArgumentException if the value that counts is none of the allowed
     */
    public static Optional<BuildTime> resolve(
            String time,
            @Nullable String outputTimestamp,
            Map<String, String> environment,
            Instant sessionStart,
            Supplier<Optional<Instant>> commitTime) {
        return switch (time.strip()) {
            case "off" -> Optional.empty();
            case "commit" -> commitTime.get().map(BuildTime::chosen);
            case "auto" -> Optional.of(automatic(outputTimestamp, environment, sessionStart));
            default -> Optional.of(chosen(parse("<time> (-Dsyscall.time)", time, "auto, commit, off, " + FORMS)));
        };
    }

    /** As it is written to files: {@code 2024-01-01T00:00:00Z}. */
    public String text() {
        return instant.toString();
    }

    /**
     * The time of an earlier session that stands in an existing file where a new one has this time, at the first place
     * where they differ; empty when they do not differ, or in something else.
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

    private static BuildTime automatic(
            @Nullable String outputTimestamp, Map<String, String> environment, Instant sessionStart) {
        if (outputTimestamp != null && isSet(outputTimestamp.strip())) {
            return chosen(parse("project.build.outputTimestamp", outputTimestamp, FORMS));
        }
        String epoch = environment.getOrDefault("SOURCE_DATE_EPOCH", "").strip();
        if (!epoch.isEmpty()) {
            return chosen(sourceDateEpoch(epoch));
        }
        return new BuildTime(sessionStart, true);
    }

    private static boolean isSet(String timestamp) {
        boolean off =
                timestamp.length() < 2 && !EPOCH_SECONDS.matcher(timestamp).matches();
        return !off && !timestamp.equals(MAVEN_4_DEFAULT);
    }

    private static Instant sourceDateEpoch(String epoch) {
        String allowed = "seconds since 1970 in digits, before the year 10000";
        if (!EPOCH_SECONDS.matcher(epoch).matches()) {
            throw notATime("SOURCE_DATE_EPOCH", epoch, allowed);
        }
        return parse("SOURCE_DATE_EPOCH", epoch, allowed);
    }

    private static BuildTime chosen(Instant instant) {
        return new BuildTime(instant, false);
    }

    private static Instant parse(String name, String value, String allowed) {
        String text = value.strip();
        Instant instant;
        try {
            instant = EPOCH_SECONDS.matcher(text).matches()
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            throw notATime(name, text, allowed);
        }
        if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(END)) {
            throw notATime(name, text, allowed);
        }
        return instant;
    }

    private static IllegalArgumentException notATime(String name, String value, String allowed) {
        return new IllegalArgumentException(
                name + " '" + Printable.of(value, SHOWN) + "' is not a time: allowed are " + allowed);
    }
}
