package io.github.syscallmaven.checksum.list.text;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Printable;

/** Shows text from lists in messages: harmless, and at most a line long. */
public final class Shown {
    private static final int NAME = 200;
    private static final int ALGORITHM = 40;
    private static final int MAX_UTF8 = 4;

    private Shown() {}

    public static String name(BytePath name) {
        return of(name, NAME);
    }

    public static String algorithm(String algorithm) {
        return Printable.of(algorithm, ALGORITHM);
    }

    /** The first {@code most} bytes, followed by {@code ...} when there are more. */
    static String of(BytePath text, int most) {
        if (text.length() <= most) {
            return text.toString();
        }
        int end = most;
        // Not within a character of UTF-8: what is left would not be text.
        while (end > most - MAX_UTF8 && (text.at(end) & 0xc0) == 0x80) {
            end--;
        }
        return text.slice(0, end) + "...";
    }
}
