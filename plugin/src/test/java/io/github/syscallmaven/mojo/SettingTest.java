package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.io.Durability;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SettingTest {
    private final Setting names = Setting.named("names");

    @Test
    void aWrongValueIsNamedWithItsTagItsPropertyAndWhatIsAllowed() {
        assertFailure(
                () -> names.choice("fulll", Durability.class),
                "<names> (-Dsyscall.names) is 'fulll'; allowed are 'none', 'full'.");
        assertFailure(() -> names.number(7, 1, 6, "1 to 6"), "<names> (-Dsyscall.names) is '7'; allowed are 1 to 6.");
        assertFailure(
                () -> names.text("a/${b}/c"),
                "<names> (-Dsyscall.names) is 'a/${b}/c': Maven knows no such property. Define it, or give another"
                        + " value.");
        assertFailure(() -> Setting.tag("directory").file(new File("${x}")), "<directory> is '${x}': Maven knows");
    }

    @Test
    void anEmptyItemOfAListIsNoNullPointerException() {
        String message = "<names> (-Dsyscall.names) has an empty item; take it out, with the comma beside it.";

        assertFailure(() -> names.words(Arrays.asList("a", null)), message);
        assertFailure(() -> names.words(List.of("a,,b")), message);
        assertFailure(() -> names.words(List.of(" ")), message);
        assertFailure(() -> names.files(Arrays.asList(new File("a"), null)), message);
    }

    @Test
    void oneElementMayHoldSeveralWords() throws Exception {
        assertThat(names.words(List.of("a, b", "c"))).containsExactly("a", "b", "c");
    }

    @Test
    void aHostileValueStaysOnOneLine() {
        assertThatThrownBy(() -> names.choice("a\nb\u202e" + "c".repeat(1000), Durability.class))
                .hasMessageContaining("a\\u000ab\\u202ec")
                .hasMessageContaining("ccc...'; allowed");
    }

    private static void assertFailure(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(MojoFailureException.class).hasMessageStartingWith(message);
    }
}
