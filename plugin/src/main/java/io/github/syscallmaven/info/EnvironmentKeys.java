package io.github.syscallmaven.info;

import io.github.syscallmaven.io.Printable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a build. Written only on request, group by group, because it makes two builds differ and may
 * disclose more than a company wants.
 *
 * <table>
 * <caption>Groups and their keys</caption>
 * <tr><th>group</th><th>keys</th><th>from</th></tr>
 * <tr><td>{@code jdk}</td><td>{@code build.jdk.version}, {@code build.jdk.vendor}</td><td>the JVM that runs
 * Maven</td></tr>
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

    private static final Map<String, List<String>> GROUPS = Map.of(
            "jdk", List.of("build.jdk.version", "build.jdk.vendor"),
            "maven", List.of("build.maven.version"),
            "os", List.of("build.os.name", "build.os.version", "build.os.arch"),
            "user", List.of("build.user.name"),
            "host", List.of("build.host"));

    /** The keys of all groups. */
    public static List<String> all() {
        return GROUPS.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The keys of these groups.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    public static List<String> of(Collection<String> groups) {
        return groups.stream().flatMap(group -> of(group).stream()).toList();
    }

    /**
     * The group itself.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    public static String checked(String group) {
        of(group);
        return group;
    }

    private static List<String> of(String group) {
        List<String> keys = GROUPS.get(group.strip());
        if (keys == null) {
            throw new IllegalArgumentException("'" + Printable.of(group) + "' is not a group of keys: allowed are "
                    + String.join(", ", new TreeSet<>(GROUPS.keySet())));
        }
        return keys;
    }

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
        SortedMap<String, String> found = new TreeMap<>();
        of(groups).stream().filter(selection::wants).forEach(key -> {
            String value = switch (key) {
                case "build.jdk.version" -> systemProperties.get("java.version");
                case "build.jdk.vendor" -> systemProperties.get("java.vendor");
                case "build.maven.version" -> mavenVersion;
                case "build.host" -> hostName.get();
                // build.os.*, build.user.name
                default -> systemProperties.get(key.substring(BuildInfo.BUILD.length()));
            };
            if (value != null && !value.isBlank()) {
                found.put(key, value);
            }
        });
        return found;
    }
}
