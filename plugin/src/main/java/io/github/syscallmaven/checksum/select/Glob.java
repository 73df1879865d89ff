package io.github.syscallmaven.checksum.select;

import io.github.syscallmaven.io.BytePath;

/** A pattern for one part of a name, of {@code ?} and {@code *}. */
final class Glob {
    private final BytePath pattern;

    private Glob(BytePath pattern) {
        this.pattern = pattern;
    }

    static Glob of(String pattern) {
        return new Glob(BytePath.of(pattern));
    }

    /** Whether it matches this part of a name: after a mismatch, the last star takes one more character. */
    boolean matches(BytePath name) {
        int to = name.length();
        int at = 0;
        int p = 0;
        int afterStar = -1;
        int retryAt = 0;
        while (at < to) {
            int c = p < pattern.length() ? pattern.at(p) : -1;
            if (c == '*') {
                p++;
                afterStar = p;
                retryAt = at;
            } else if (c == '?') {
                p++;
                at = next(name, at, to);
            } else if (p < pattern.length() && c == name.at(at)) {
                p++;
                at++;
            } else if (afterStar >= 0) {
                p = afterStar;
                retryAt = next(name, retryAt, to);
                at = retryAt;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.at(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** After the character of UTF-8 that begins here; after this byte when none does. */
    private static int next(BytePath name, int at, int to) {
        int lead = name.at(at) & 0xff;
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
        for (int i = 1; i < length; i++) {
            if (at + i >= to || (name.at(at + i) & 0xc0) != 0x80) {
                return at + 1;
            }
        }
        return at + length;
    }
}
