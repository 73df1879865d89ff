package io.github.syscallmaven.info;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a build ran on, told only on request, group by group, because it makes two builds differ and may say more than a
 * company wants its users to know.
 *
 * <table>
 * <caption>Groups and their keys</caption>
 * <tr><th>group</th><th>keys</th><th>from</th></tr>
 * <tr><td>{@code jdk}</td><td>{@code build.jdk.version}, {@code build.jdk.vendor}</td><td>the JVM that runs Maven</td></tr>
 * <tr><td>{@code maven}</td><td>{@code build.maven.version}</td><td>Maven</td></tr>
 * <tr><td>{@code os}</td><td>{@code build.os.name}, {@code build.os.version}, {@code build.os.arch}</td><td>the JVM's
 *     {@code os.*} properties</td></tr>
 * <tr><td>{@code user}</td><td>{@code build.user.name}</td><td>the JVM's {@code user.name} property</td></tr>
 * <tr><td>{@code host}</td><td>{@code build.host}</td><td>the machine's host name</td></tr>
 * </table>
 *
 * A value that is unknown or blank gives no key.
 */
public final class EnvironmentKeys {
    private EnvironmentKeys() {}

    /**
     * The wanted keys of these groups.
     *
     * @param hostName asked only if the host is wanted, as it may take a look-up; null if unknown
     * @throws IllegalArgumentException if there is no such group
     */
    public static SortedMap<String, String> collect(
            Collection<String> groups,
            KeySelection selection,
            Map<String, String> systemProperties,
            String mavenVersion,
            Supplier<@Nullable String> hostName) {
        Map<String, Map<String, Supplier<@Nullable String>>> known = groups(systemProperties, mavenVersion, hostName);
        SortedMap<String, String> found = new TreeMap<>();
        for (String group : groups) {
            Map<String, Supplier<@Nullable String>> keys = known.get(group.strip());
            if (keys == null) {
                throw new IllegalArgumentException("<environment> '" + group + "' is not a group of keys: allowed are "
                        + String.join(", ", new TreeSet<>(known.keySet())));
            }
            keys.forEach((key, value) -> {
                String text = selection.wants(key) ? value.get() : null;
                if (text != null && !text.isBlank()) {
                    found.put(key, text);
                }
            });
        }
        return found;
    }

    private static Map<String, Map<String, Supplier<@Nullable String>>> groups(
            Map<String, String> system, String mavenVersion, Supplier<@Nullable String> hostName) {
        return Map.of(
                "jdk",
                Map.of(
                        "build.jdk.version", () -> system.get("java.version"),
                        "build.jdk.vendor", () -> system.get("java.vendor")),
                "maven",
                Map.of("build.maven.version", () -> mavenVersion),
                "os",
                Map.of(
                        "build.os.name", () -> system.get("os.name"),
                        "build.os.version", () -> system.get("os.version"),
                        "build.os.arch", () -> system.get("os.arch")),
                "user",
                Map.of("build.user.name", () -> system.get("user.name")),
                "host",
                Map.of("build.host", hostName));
    }
}
