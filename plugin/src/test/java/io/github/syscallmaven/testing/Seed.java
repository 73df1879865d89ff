package io.github.syscallmaven.testing;

import java.util.Random;

/**
 * Where generated tests start: the same in every run, so that a failure tells of a change and not of bad luck. {@code
 * -Dtest.seed=random} looks further, and a number repeats what a failure names.
 */
public final class Seed {
    private static final long EVERYBODYS = 20_261_125;

    private Seed() {}

    public static long next() {
        String chosen = System.getProperty("test.seed");
        if (chosen == null) {
            return EVERYBODYS;
        }
        return chosen.equals("random") ? new Random().nextLong() : Long.parseLong(chosen);
    }
}
