package io.github.syscallmaven.checksum.list.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
    private static final int MANY = 100_000;

    private final FingerprintTable table = new FingerprintTable();

    @Test
    void knowsTheLastValueOfEach() {
        // All of one place at first, which only costs time.
        for (long i = 0; i < 100; i++) {
            table.put(i << 40, i + 1);
        }
        for (long i = 0; i < MANY; i++) {
            table.put(i, 1);
            table.put(i, i - MANY);
        }

        assertThat(table.size()).isEqualTo(MANY + 99);
        assertThat(table.get(0)).isEqualTo(-MANY);
        assertThat(table.get(99L << 40)).isEqualTo(100);
        assertThat(table.get(MANY - 1)).isEqualTo(-1);
        assertThat(table.get(MANY)).isZero();
    }

    @Test
    void givesOutTheValuesThatAreWanted() {
        for (long i = 1; i <= MANY; i++) {
            table.put(i * i, i);
        }
        AtomicLong sum = new AtomicLong();
        table.only(value -> value % 2 == 0).forEach(sum::addAndGet);

        assertThat(sum).hasValue(MANY / 2L * (MANY / 2L + 1));
    }

    @Test
    void fingerprintsDependOnTheKeyAndOnNothingElse() {
        Fingerprints fingerprints = new Fingerprints();
        byte[] name = {1, 2};

        assertThat(fingerprints.of(name)).isEqualTo(fingerprints.of(new byte[] {1}, new byte[] {2}));
        assertThat(fingerprints.of(name)).isEqualTo(fingerprints.another().of(name));
        assertThat(fingerprints.of(name)).isNotEqualTo(new Fingerprints().of(name));
    }
}
