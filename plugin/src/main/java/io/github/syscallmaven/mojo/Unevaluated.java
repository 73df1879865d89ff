package io.github.syscallmaven.mojo;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes values that Maven does not evaluate. A property's value is evaluated again wherever the property is used, so a
 * branch called {@code ${env.TOKEN}} would become the token: in plugin parameters by {@code ${...}}, in filtered
 * resources by {@code @...@} as well, and some plugins know {@code @{...}} and {@code #{...}}.
 */
public final class Unevaluated {
    private static final Pattern OPENING = Pattern.compile("[$@#](?=\\{)");

    private Unevaluated() {}

    /**
     * The value itself, or with {@code _} in place of each character that Maven may take for the start of an
     * expression.
     */
    public static String of(String value) {
        String closed = OPENING.matcher(value).replaceAll("_");
        return hasKeyBetweenAts(closed) ? closed.replace('@', '_') : closed;
    }

    /** No key has a line end in it; so the addresses in the trailers of a commit message are no expression. */
    private static boolean hasKeyBetweenAts(String value) {
        String[] parts = value.split("@", -1);
        return parts.length > 2
                && Stream.of(parts)
                        .limit(parts.length - 1L)
                        .skip(1)
                        .map(String::strip)
                        .anyMatch(key -> !key.isEmpty() && key.lines().count() == 1);
    }
}
