package io.github.syscallmaven.info.ci;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An environment that fails the test when it is listed, or when a variable is read whose name says that it is secret.
 */
public final class GuardedEnvironment extends AbstractMap<String, String> {
    private static final Pattern SECRET =
            Pattern.compile("TOKEN|PASS|SECRET|CREDENTIAL|PRIVATE|SIGNATURE|AUTH", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> variables = new TreeMap<>();

    /** Lines of {@code NAME=value}; of a name that comes twice the last counts. */
    public GuardedEnvironment(String... lines) {
        for (String block : lines) {
            block.lines().filter(line -> !line.isBlank()).forEach(line -> {
                int separator = line.indexOf('=');
                variables.put(line.substring(0, separator).strip(), line.substring(separator + 1));
            });
        }
    }

    @Override
    public @Nullable String get(Object name) {
        if (SECRET.matcher((String) name).find()) {
            throw new AssertionError("the secret " + name + " was read");
        }
        return variables.get(name);
    }

    @Override
    public String getOrDefault(Object name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        throw new AssertionError("the environment was listed");
    }
}
