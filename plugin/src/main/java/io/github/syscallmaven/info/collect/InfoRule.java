package io.github.syscallmaven.info.collect;

import io.github.syscallmaven.io.Printable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A condition on a key's value. If it does not hold, nothing is written. A key without a value has the empty text.
 *
 * @param key as documented, before any change of its prefix
 * @param wanted the pattern that the whole value has to match
 * @param shown how messages describe such values, as in {@code 'false'}
 * @param message what the user says about it; may be empty
 */
public record InfoRule(String key, Pattern wanted, String shown, String message) {
    private static final int LONGEST = 200;

    /** A sentence for people if it is broken. */
    Optional<String> broken(Map<String, String> keys) {
        String value = keys.getOrDefault(key, "");
        if (wanted.matcher(value).matches()) {
            return Optional.empty();
        }
        String what = key + (value.isEmpty() ? " has no value" : " is '" + Printable.of(value, LONGEST) + "'")
                + ", but has to be " + Printable.of(shown, LONGEST);
        return Optional.of(message.isEmpty() ? what : what + ": " + Printable.of(message));
    }
}
