package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.checksum.hashing.Progress;
import io.github.syscallmaven.checksum.hashing.Totals;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.testing.maven.RecordingLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private static final long GIB = 1L << 30;
    private static final ShownPaths SHOWN = new ShownPaths(BytePath.of("/home/me/app"));

    private final RecordingLog log = new RecordingLog();
    private final List<String> written = new ArrayList<>();

    @Test
    void withoutATerminalThereIsALineEveryFiveSeconds() {
        ProgressDisplay display = new ProgressDisplay(log, SHOWN, () -> null);

        for (int second = 1; second <= 12; second++) {
            display.show(progress(second, "dir/big.iso"));
        }
        display.end();

        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Hashed 5 of 20 files, 5.0 of 20.0 GiB (25 %), 1.0 GiB/s, 15 s left, at 'dir/big.iso'",
                        "[INFO] Hashed 10 of 20 files, 10.0 of 20.0 GiB (50 %), 1.0 GiB/s, 10 s left, at"
                                + " 'dir/big.iso'");
    }

    @Test
    void onATerminalOneLineIsRewrittenAndTakenBackAtTheEnd() {
        ProgressDisplay display = new ProgressDisplay(log, SHOWN, () -> written::add);

        display.show(progress(5, "dir/big.iso"));
        display.show(progress(10, "b"));
        display.clear();
        display.end();

        String first = "Hashed 25 % of 20.0 GiB, 1.0 GiB/s, 15 s left, at 'dir/big.iso'";
        String second = "Hashed 50 % of 20.0 GiB, 1.0 GiB/s, 10 s left, at 'b'";
        assertThat(written)
                .containsExactly(
                        "\r" + first,
                        "\r" + second + " ".repeat(first.length() - second.length()),
                        "\r" + " ".repeat(second.length()) + "\r");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void theLineFitsIntoTheTerminalWhateverTheName() {
        ProgressDisplay display = new ProgressDisplay(log, SHOWN, () -> written::add);

        display.show(progress(5, "a/very/long/".repeat(20) + "name.iso"));
        display.show(progress(5, "\u6f22".repeat(200)));
        display.show(progress(5, "two\nlines"));

        assertThat(written.get(0)).hasSize(80).endsWith("g/name.iso'").contains(", at '...");
        assertThat(written.get(1)).hasSizeLessThan(80).contains("\u6f22'");
        assertThat(written.get(2)).contains("'two\\x0alines'");
    }

    @Test
    void whereInfoLinesAreNotShownProgressIsNeither() {
        RecordingLog quiet = new RecordingLog() {
            @Override
            public boolean isInfoEnabled() {
                return false;
            }
        };
        ProgressDisplay display = new ProgressDisplay(quiet, SHOWN, () -> written::add);

        display.show(progress(10, "a"));
        display.end();

        assertThat(written).isEmpty();
        assertThat(quiet.lines()).isEmpty();
    }

    private static Progress progress(int seconds, String at) {
        Totals done = new Totals(seconds, seconds * GIB, Duration.ofSeconds(seconds));
        return new Progress(done, 20, true, 20 * GIB, BytePath.of("/home/me/app/" + at));
    }
}
