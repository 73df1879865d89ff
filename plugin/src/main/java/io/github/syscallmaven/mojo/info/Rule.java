package io.github.syscallmaven.mojo.info;

import io.github.syscallmaven.info.EnvironmentKeys;
import io.github.syscallmaven.info.collect.InfoKeys;
import io.github.syscallmaven.info.collect.InfoRule;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.mojo.Setting;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** A {@code <rule>}: a condition on the value of a key. If it does not hold, nothing is written and the build fails. */
public final class Rule {
    /** The key, such as {@code git.dirty}. Required. */
    @Nullable
    String key;

    /** The value that it has to have. This or {@code pattern} is required. */
    @Nullable
    String value;

    /** A regular expression that its whole value has to match; a key without a value has the empty text. */
    @Nullable
    String pattern;

    /** What to do about it, for people. */
    @Nullable
    String message;

    /** {@code additional}: the keys that the user adds, with their prefix. */
    InfoRule read(Set<String> additional) throws MojoFailureException {
        String wantedKey = Setting.tag("key").text(required("key", key));
        SortedSet<String> allowed = InfoKeys.all();
        allowed.removeAll(EnvironmentKeys.all());
        allowed.addAll(additional);
        if (!allowed.contains(wantedKey)) {
            throw Setting.tag("key").wrong(wantedKey, ", which no rule can be about; allowed are " + allowed);
        }
        String text = message == null ? "" : Setting.tag("message").text(message);
        if (value != null && pattern == null) {
            String exact = Setting.tag("value").text(value);
            return new InfoRule(wantedKey, Pattern.compile(Pattern.quote(exact)), "'" + exact + "'", text);
        } else if (pattern != null && value == null) {
            Pattern wanted = Setting.tag("pattern").meant(pattern, Rule::compile);
            return new InfoRule(wantedKey, wanted, "what the pattern '" + pattern + "' matches", text);
        }
        throw new MojoFailureException(
                "The <rule> about '" + Printable.of(wantedKey) + "' has to have either a <value> or a <pattern>.");
    }

    private static String required(String tag, @Nullable String value) throws MojoFailureException {
        if (value == null) {
            throw new MojoFailureException("A <rule> has no <" + tag + ">; give it one.");
        }
        return value;
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + Printable.of(regex) + "' is not a regular expression: " + Printable.of(e.getDescription())
                            + " at position " + e.getIndex(),
                    e);
        }
    }
}
