package io.github.syscallmaven.checksum.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1       | 0              | 0     | 1 file, 0 bytes in 0.00 s",
                "2       | 1023           | 10    | 2 files, 1023 bytes in 0.01 s",
                "1       | 10485759       | 10    | 1 file, 10.0 MiB in 0.01 s",
                "1       | 10485760       | 20000 | 1 file, 10.0 MiB in 20.00 s (512.0 KiB/s)",
                "50000   | 51200000       | 250   | 50,000 files, 48.8 MiB in 0.25 s (195.3 MiB/s)",
                "1       | 6442450944     | 3000  | 1 file, 6.0 GiB in 3.00 s (2.0 GiB/s)",
            })
    void totalsAreReadable(long files, long bytes, long millis, String text) {
        assertThat(new Totals(files, bytes, Duration.ofMillis(millis))).hasToString(text);
    }
}
