package io.github.syscallmaven.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSourceTest {
    private static final Instant SESSION = Instant.parse("2026-05-04T03:02:01.987654321Z");
    private static final String SESSION_TEXT = "2026-05-04T03:02:01Z";

    @ParameterizedTest
    @CsvSource({
        "2024-01-01T00:00:00Z,              2024-01-01T00:00:00Z",
        "2024-01-01T00:00:59.999999999Z,    2024-01-01T00:00:59Z",
        "2024-01-01T09:00:00+09:00,         2024-01-01T00:00:00Z",
        "2024-01-01T01:00:00+01,            2024-01-01T00:00:00Z",
        "2023-12-31T19:30-04:30,            2024-01-01T00:00:00Z",
        "1704067200,                        2024-01-01T00:00:00Z",
        "'\n   1704067200\n  ',             2024-01-01T00:00:00Z",
        "0,                                 1970-01-01T00:00:00Z",
        "253402300799,                      9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59.999Z,          9999-12-31T23:59:59Z",
        "1980-02-01T00:00:00Z,              1980-02-01T00:00:00Z",
    })
    void aGivenTimeIsWrittenInWholeSecondsOfUtc(String time, String written) {
        BuildTime buildTime = resolve(time).orElseThrow();

        assertThat(buildTime.text()).isEqualTo(written);
        assertThat(buildTime.fromSessionStart()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Auto",
                "now",
                "2024-01-01",
                "2024-01-01T00:00:00",
                "2024-13-01T00:00:00Z",
                "-1",
                "1704067200.5",
                "1969-12-31T23:59:59Z",
                "253402300800",
                "+10000-01-01T00:00:00Z",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999999",
                "١٧٠٤٠٦٧٢٠٠",
            })
    void aWrongTimeIsRefusedWithWhatIsAllowed(String time) {
        assertThatThrownBy(() -> resolve(time))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + time
                        + "' is not a time: allowed are auto, commit, off, an ISO instant or offset"
                        + " date-time such as 2024-01-01T00:00:00Z, or seconds since 1970, before"
                        + " the year 10000");
    }

    @Test
    void offIsNoTime() {
        assertThat(resolve("off")).isEmpty();
    }

    @Test
    void commitIsTheCommitsTime() {
        Instant commit = Instant.parse("2020-02-02T02:02:02Z");

        assertThat(TimeSource.parse("commit").resolve("0", Map.of(), SESSION, () -> Optional.of(commit)))
                .contains(new BuildTime(commit, false));
    }

    @Test
    void commitIsNoTimeWithoutACommit() {
        assertThat(TimeSource.parse("commit").resolve("0", Map.of(), SESSION, Optional::empty))
                .isEmpty();
    }

    @Test
    void autoTakesTheOutputTimestampFirst() {
        assertThat(auto("2024-01-01T01:00:00+01:00", "1"))
                .isEqualTo(new BuildTime(Instant.parse("2024-01-01T00:00:00Z"), false));
        assertThat(auto("1704067200", "1")).isEqualTo(new BuildTime(Instant.parse("2024-01-01T00:00:00Z"), false));
        assertThat(auto("7", "1").text()).isEqualTo("1970-01-01T00:00:07Z");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "x", "-", "1980-02-01T00:00:00Z"})
    void autoTakesSourceDateEpochIfNoOutputTimestampIsSet(@Nullable String outputTimestamp) {
        assertThat(auto(outputTimestamp, "1704067200"))
                .isEqualTo(new BuildTime(Instant.parse("2024-01-01T00:00:00Z"), false));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "1980-02-01T00:00:00Z"})
    void autoTakesTheSessionsStartLast(@Nullable String outputTimestamp) {
        BuildTime buildTime = auto(outputTimestamp, "");

        assertThat(buildTime.text()).isEqualTo(SESSION_TEXT);
        assertThat(buildTime.fromSessionStart()).isTrue();
        assertThat(TimeSource.parse("auto").resolve(outputTimestamp, Map.of(), SESSION, Optional::empty))
                .contains(buildTime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${git.commit.time}", "xx", "1980-02-01", "253402300800"})
    void aWrongOutputTimestampIsRefusedByItsName(String outputTimestamp) {
        assertThatThrownBy(() -> auto(outputTimestamp, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "project.build.outputTimestamp '" + outputTimestamp + "' is not a time: allowed are ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "-1", "+1", "1.5", "0x10", "2024-01-01T00:00:00Z", "253402300800", "18446744073709551616"})
    void aWrongSourceDateEpochIsRefusedByItsName(String epoch) {
        assertThatThrownBy(() -> auto(null, epoch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SOURCE_DATE_EPOCH '" + epoch
                        + "' is not a time: allowed are seconds since 1970 in digits, " + "before the year 10000");
    }

    @Test
    void whatIsNotNeededIsNotAskedFor() {
        assertThat(TimeSource.parse("1").resolve("xx", Map.of("SOURCE_DATE_EPOCH", "x"), SESSION, () -> {
                    throw new AssertionError("the commit was asked for");
                }))
                .isPresent();
    }

    private static Optional<BuildTime> resolve(String time) {
        return TimeSource.parse(time).resolve("0", Map.of("SOURCE_DATE_EPOCH", "0"), SESSION, Optional::empty);
    }

    private static BuildTime auto(@Nullable String outputTimestamp, String epoch) {
        return TimeSource.parse("auto")
                .resolve(outputTimestamp, Map.of("SOURCE_DATE_EPOCH", epoch), SESSION, Optional::empty)
                .orElseThrow();
    }
}
