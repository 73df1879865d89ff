package io.github.syscallmaven.info;

import java.util.List;
import java.util.Random;

/** Texts made of what file formats trip over. The same seed gives the same texts. */
final class RandomText {
    private static final List<String> PIECES = List.of(
            " ",
            "  ",
            "\t",
            "\f",
            "\n",
            "\r",
            "\r\n",
            "=",
            ":",
            "#",
            "!",
            "\\",
            "\\\\",
            "\\u0041",
            "\\n",
            "\"",
            "'",
            "/",
            ".",
            "a",
            "Z",
            "0",
            "\0",
            "\b",
            "\u001f",
            "\u007f",
            "\u0080",
            "\u0085",
            "\u00a0",
            "ä",
            "ÿ",
            "Ā",
            "\u2028",
            "\u2029",
            "€",
            "\ud83d\ude00",
            "\ud800",
            "\udc00",
            "\ufeff",
            "\uffff");

    private final Random random;

    RandomText(long seed) {
        random = new Random(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(9); left > 0; left--) {
            text.append(
                    random.nextInt(8) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
