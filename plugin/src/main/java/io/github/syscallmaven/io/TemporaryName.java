package io.github.syscallmaven.io;

import java.util.HexFormat;

/** The names of files that {@link Root#write} has not finished. */
public final class TemporaryName {
    private static final String PREFIX = ".syscall-";
    private static final int NAME_LENGTH = PREFIX.length() + 16;

    private TemporaryName() {}

    public static BytePath of(long random) {
        return BytePath.of(PREFIX + HexFormat.of().toHexDigits(random));
    }

    /** Whether the last part of this path is the name of a temporary file. */
    public static boolean is(BytePath path) {
        int start = path.length() - NAME_LENGTH;
        if (start < 0 || (start > 0 && path.at(start - 1) != '/')) {
            return false;
        }
        for (int i = 0; i < NAME_LENGTH; i++) {
            byte b = path.at(start + i);
            boolean right = i < PREFIX.length() ? b == PREFIX.charAt(i) : isLowerCaseHexDigit(b);
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerCaseHexDigit(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f');
    }
}
