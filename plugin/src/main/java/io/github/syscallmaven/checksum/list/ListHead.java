package io.github.syscallmaven.checksum.list;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a list begins.
 *
 * @param latin1 one char a byte, for comparisons with ASCII
 * @param text the same in lower case, without white space at the beginning
 */
record ListHead(String latin1, String text) {
    static ListHead of(byte[] bytes) {
        String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
        return new ListHead(latin1, latin1.stripLeading().toLowerCase(Locale.ROOT));
    }

    /** Whether the text begins with one of these, which have to be in lower case. */
    boolean beginsWith(String... beginnings) {
        for (String beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
