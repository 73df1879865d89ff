package io.github.syscallmaven.io;

import java.util.HexFormat;

/**
 * Makes foreign text safe to show in logs, tables, reports and messages: it stays on one line, and cannot move the
 * cursor or change the direction of the text around it.
 *
 * <p>All text that a stranger can choose must pass through here before it is shown: names of files and algorithms,
 * lines of lists, values of git and of CI providers.
 */
public final class Printable {
    private static final HexFormat HEX = HexFormat.of();

    private Printable() {}

    /**
     * The text itself when it is harmless. Otherwise control, format and private characters, line and paragraph
     * separators and unpaired surrogates are written as {@code \}{@code uxxxx}, one for each UTF-16 unit, and a
     * backslash is doubled.
     */
    public static String of(String text) {
        return text.codePoints().allMatch(Printable::isHarmless) ? text : escaped(text);
    }

    /** The same of the first {@code most} characters, followed by {@code ...} when there are more. */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return of(text);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return of(text.substring(0, end)) + "...";
    }

    /** Whether a terminal and a log viewer show this code point as itself, where it stands. */
    static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\\') {
                escaped.append("\\\\");
            } else if (isHarmless(codePoint)) {
                escaped.appendCodePoint(codePoint);
            } else {
                for (char unit : Character.toChars(codePoint)) {
                    escaped.append("\\u").append(HEX.toHexDigits(unit));
                }
            }
        });
        return escaped.toString();
    }
}
