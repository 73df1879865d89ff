package io.github.syscallmaven.info.ci;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one CI build: those of its environment, then those of the properties files that were added. Asked by
 * name, never listed, so that a secret is not touched unless the provider table names it. A blank one counts as absent.
 */
final class CiVariables {
    private static final Pattern REFERENCE = Pattern.compile("\\{([^:{}]+)(?::([^{}]+))?}");

    private final Map<String, String> environment;
    private final NavigableMap<String, String> fromFiles = new TreeMap<>();

    CiVariables(Map<String, String> environment) {
        this.environment = environment;
    }

    void addFile(Map<String, String> variables) {
        variables.forEach(fromFiles::putIfAbsent);
    }

    /**
     * The template with its references replaced by values, or null if one has none. The forms of a reference are in
     * {@link CiProviderTable}.
     */
    @Nullable
    String expand(String template) {
        Matcher reference = REFERENCE.matcher(template);
        StringBuilder text = new StringBuilder();
        while (reference.find()) {
            String value = part(get(reference.group(1)), reference.group(2));
            if (value == null) {
                return null;
            }
            reference.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return reference.appendTail(text).toString();
    }

    /** Of the variables that the template refers to. */
    static String names(String template) {
        return REFERENCE
                .matcher(template)
                .results()
                .map(reference -> reference.group(1))
                .collect(Collectors.joining(", "));
    }

    private @Nullable String get(String name) {
        String value = name.endsWith("*")
                ? onlyValue(name.substring(0, name.length() - 1))
                : environment.getOrDefault(name, fromFiles.get(name));
        return value == null || value.isBlank() ? null : value;
    }

    private @Nullable String onlyValue(String prefix) {
        Set<String> values = new TreeSet<>(
                fromFiles.subMap(prefix, prefix + Character.MAX_VALUE).values());
        return values.size() == 1 ? values.iterator().next() : null;
    }

    private static @Nullable String part(@Nullable String value, @Nullable String regex) {
        if (value == null || regex == null) {
            return value;
        }
        Matcher matcher = Pattern.compile(regex).matcher(value);
        if (!matcher.matches()) {
            return null;
        }
        return matcher.group(matcher.groupCount() == 0 ? 0 : 1);
    }
}
