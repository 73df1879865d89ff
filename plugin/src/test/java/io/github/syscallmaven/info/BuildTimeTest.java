package io.github.syscallmaven.info;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BuildTimeTest {
    private static final Instant SESSION = Instant.parse("2026-05-04T03:02:01.987654321Z");
    private static final String SESSION_TEXT = "2026-05-04T03:02:01Z";

    @Test
    void theTimeOfAnEarlierBuildIsFoundInItsPlace() {
        Map<String, String> pairs = Map.of("build.name", "app", "git.commit.time", "2020-02-02T02:02:02Z");
        BuildTime now = new BuildTime(SESSION, true);

        for (boolean json : new boolean[] {false, true}) {
            byte[] written = write(json, pairs, SESSION_TEXT);
            assertThat(now.standingIn(write(json, pairs, "2025-12-31T23:59:59Z"), written))
                    .contains(new BuildTime(Instant.parse("2025-12-31T23:59:59Z"), true));
            assertThat(now.standingIn(written.clone(), written)).isEmpty();
            assertThat(now.standingIn(write(json, pairs, "not yet known to us!"), written))
                    .isEmpty();
            assertThat(now.standingIn(write(json, pairs, "2025-99-31T23:59:59Z"), written))
                    .isEmpty();
            assertThat(now.standingIn(
                            write(
                                    json,
                                    Map.of("build.name", "old", "git.commit.time", "2020-02-02T02:02:02Z"),
                                    SESSION_TEXT),
                            written))
                    .isEmpty();
            assertThat(now.standingIn(
                            write(
                                    json,
                                    Map.of("build.name", "app", "git.commit.time", "2020-02-02T02:02:03Z"),
                                    SESSION_TEXT),
                            written))
                    .isEmpty();
            assertThat(now.standingIn(new byte[0], written)).isEmpty();
            byte[] cut = write(json, pairs, "2025-12-31T23:59:59Z");
            assertThat(now.standingIn(
                            Arrays.copyOf(cut, new String(cut, StandardCharsets.US_ASCII).indexOf("2025") + 19),
                            written))
                    .isEmpty();
        }
    }

    private static byte[] write(boolean json, Map<String, String> pairs, String time) {
        Map<String, String> all = new TreeMap<>(pairs);
        all.put("build.time", time);
        return json ? JsonFormat.write(all) : PropertiesFormat.write(all);
    }
}
