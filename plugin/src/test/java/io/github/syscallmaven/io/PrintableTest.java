package io.github.syscallmaven.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "plain text|plain text",
                "C:\\dir|C:\\dir",
                "Grüße 日本 😀|Grüße 日本 😀",
            })
    void harmlessTextStaysAsItIs(String text, String shown) {
        assertThat(Printable.of(text)).isEqualTo(shown);
    }

    @Test
    void whatCouldForgeALineOrTurnTheTextIsEscaped() {
        assertThat(Printable.of("a\n[INFO] BUILD SUCCESS")).isEqualTo("a\\u000a[INFO] BUILD SUCCESS");
        assertThat(Printable.of("\u001b[2Ja\rb\u0000\u0085")).isEqualTo("\\u001b[2Ja\\u000db\\u0000\\u0085");
        assertThat(Printable.of("\u2028\u2029\u202e\u2066\u200b\ufeff"))
                .isEqualTo("\\u2028\\u2029\\u202e\\u2066\\u200b\\ufeff");
        assertThat(Printable.of("\ud800x\ue000")).isEqualTo("\\ud800x\\ue000");
        assertThat(Printable.of("\udb40\udc01")).isEqualTo("\\udb40\\udc01");
    }

    @Test
    void anEscapeCannotBeForged() {
        assertThat(Printable.of("\\u000a\n")).isEqualTo("\\\\u000a\\u000a");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(Printable.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Printable.of("abcdef", 3)).isEqualTo("abc...");
        assertThat(Printable.of("ab😀cd", 3)).isEqualTo("ab...");
    }

    @Test
    void pathsAreShownByTheSameRule() {
        assertThat(BytePath.of("a\u202eb")).hasToString("a\\xe2\\x80\\xaeb");
    }
}
