package io.github.syscallmaven.checksum.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1200 | 1200 | 50000 | false | -1 | 5 | 1,200 of at least 50,000 files, 1.2 GiB, 240.0 MiB/s",
                "1200 | 1200 | 50000 | true | 4800 | 5"
                        + " | 1,200 of 50,000 files, 1.2 of 4.7 GiB (25 %), 240.0 MiB/s, 15 s left",
                "1 | 50 | 2 | true | 40960 | 5 | 1 of 2 files, 50.0 MiB of 40.0 GiB (0 %), 10.0 MiB/s, 1 h 8 min left",
                "10 | 1 | 1000 | true | -1 | 5 | 10 of 1,000 files, 1.0 MiB (1 %), 8 min left",
                "0 | 0 | 0 | false | -1 | 5 | 0 of at least 0 files, 0 bytes",
                "0 | 0 | 3 | true | 0 | 5 | 0 of 3 files, 0 of 0 bytes (0 %)",
                // A file that grew, or that was read in part and failed.
                "3 | 30 | 3 | true | 20 | 1 | 3 of 3 files, 30.0 of 20.0 MiB (100 %), 30.0 MiB/s, 0 s left",
            })
    void progressIsReadable(long files, long mib, long found, boolean all, long ofMib, long seconds, String text) {
        assertThat(progress(files, mib, found, all, ofMib, seconds)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1200 | 1200 | 50000 | false | -1 | 5 | 1,200 files, 1.2 GiB, 240.0 MiB/s",
                "1200 | 1200 | 50000 | true | 4800 | 5 | 25 % of 4.7 GiB, 240.0 MiB/s, 15 s left",
                "10 | 1 | 1000 | true | -1 | 5 | 1 % of 1,000 files, 8 min left",
            })
    void briefProgressIsReadable(long files, long mib, long found, boolean all, long ofMib, long seconds, String text) {
        assertThat(progress(files, mib, found, all, ofMib, seconds).brief()).isEqualTo(text);
    }

    private static Progress progress(long files, long mib, long found, boolean all, long ofMib, long seconds) {
        Totals done = new Totals(files, mib << 20, Duration.ofSeconds(seconds));
        return new Progress(done, found, all, ofMib < 0 ? -1 : ofMib << 20, null);
    }
}
