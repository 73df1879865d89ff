package io.github.syscallmaven.mojo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** A parameter that takes one of a few words: the constants of an enum, in lower case. */
final class Choice {
    private Choice() {}

    /** The constant that the parameter's value names. */
    static <E extends Enum<E>> E of(String parameter, String value, Class<E> allowed) throws MojoFailureException {
        for (E constant : allowed.getEnumConstants()) {
            if (word(constant).equals(value)) {
                return constant;
            }
        }
        String words = Arrays.stream(allowed.getEnumConstants())
                .map(constant -> "'" + word(constant) + "'")
                .collect(Collectors.joining(", "));
        throw new MojoFailureException(
                "<" + parameter + "> (-Dsyscall." + parameter + ") is '" + value + "'; allowed are " + words + ".");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
