package io.github.syscallmaven.info;

import io.github.syscallmaven.io.Printable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of a build comes from.
 *
 * @param fixed the time itself for {@link Kind#FIXED}, else null
 */
public record TimeSource(Kind kind, @Nullable BuildTime fixed) {
    /** The words of the parameter, and a time. */
    public enum Kind {
        AUTO,
        COMMIT,
        OFF,
        FIXED
    }

    /** What Maven 4's super POM sets {@code project.build.outputTimestamp} to: it means that nobody chose a time. */
    private static final String MAVEN_4_DEFAULT = "1980-02-01T00:00:00Z";

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]+");
    private static final String FORMS =
            "an ISO instant or offset date-time such as 2024-01-01T00:00:00Z, or seconds since 1970, before the year"
                    + " 10000";

    /** How much of a wrong value is shown, in characters. */
    private static final int SHOWN = 100;

    /**
     * Reads {@code auto}, {@code commit}, {@code off}, an ISO instant or offset date-time, or seconds since 1970.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static TimeSource parse(String text) {
        return switch (text.strip()) {
            case "off" -> new TimeSource(Kind.OFF, null);
            case "commit" -> new TimeSource(Kind.COMMIT, null);
            case "auto" -> new TimeSource(Kind.AUTO, null);
            default -> new TimeSource(Kind.FIXED, given(parse("", text, "auto, commit, off, " + FORMS)));
        };
    }

    /** Whether git has to be asked for it. */
    public boolean isCommit() {
        return kind == Kind.COMMIT;
    }

    /**
     * The time; none for {@code off}, and for {@code commit} without a commit.
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
     * @param outputTimestamp the property's value, null if there is none
     * @param commitTime asked only for {@code commit}
     * @throws IllegalArgumentException if the value that counts is none of the allowed
     */
    public Optional<BuildTime> resolve(
            @Nullable String outputTimestamp,
            Map<String, String> environment,
            Instant sessionStart,
            Supplier<Optional<Instant>> commitTime) {
        return switch (kind) {
            case OFF -> Optional.empty();
            case COMMIT -> commitTime.get().map(TimeSource::given);
            case AUTO -> Optional.of(automatic(outputTimestamp, environment, sessionStart));
            case FIXED -> Optional.ofNullable(fixed);
        };
    }

    private static BuildTime automatic(
            @Nullable String outputTimestamp, Map<String, String> environment, Instant sessionStart) {
        if (outputTimestamp != null && isSet(outputTimestamp.strip())) {
            return given(parse("project.build.outputTimestamp ", outputTimestamp, FORMS));
        }
        String epoch = environment.getOrDefault("SOURCE_DATE_EPOCH", "").strip();
        if (!epoch.isEmpty()) {
            return given(sourceDateEpoch(epoch));
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
            throw notATime("SOURCE_DATE_EPOCH ", epoch, allowed);
        }
        return parse("SOURCE_DATE_EPOCH ", epoch, allowed);
    }

    private static BuildTime given(Instant instant) {
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
                name + "'" + Printable.of(value, SHOWN) + "' is not a time: allowed are " + allowed);
    }
}
