package io.github.syscallmaven.info;

import io.github.syscallmaven.io.Printable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which keys are written: those that an include matches and no exclude does.
 *
 * <p>Includes and excludes are globs over whole keys, such as {@code git.commit.*}: {@code *} stands for any
 * characters, dots included, {@code ?} for exactly one. No include means every key. An exclude always wins. Keys are
 * meant as documented, before any prefix of the user's is put in front. Immutable.
 */
public final class KeySelection {
    /**
     * Globs for what two checkouts of one commit do not share, though both are unchanged.
     *
     * <table>
     * <caption>Excluded when reproducible</caption>
     * <tr><th>keys</th><th>why they differ</th></tr>
     * <tr><td>{@code build.ci.*}, {@code git.build.number}</td><td>each run of a CI job has its own</td></tr>
     * <tr><td>{@code build.host}, {@code git.build.host}, {@code build.os.*}</td><td>another machine</td></tr>
     * <tr><td>{@code build.user.*}, {@code git.build.user.*}</td><td>another person, another git
     * configuration</td></tr>
     * <tr><td>{@code build.jdk.*}, {@code build.maven.*}</td><td>another patch release that compiles to the same
     *     classes</td></tr>
     * <tr><td>{@code git.branch}, {@code git.local.branch.*}</td><td>the commit may be checked out detached, from
     *     another branch, or before others are pushed</td></tr>
     * <tr><td>{@code git.remote.*}</td><td>ssh or https, a fork, a mirror</td></tr>
     * <tr><td>{@code git.tag*}, {@code git.closest.tag.*}, {@code git.commit.id.describe*}</td><td>tags are added
     *     later, or not fetched</td></tr>
     * <tr><td>{@code git.total.commit.count}</td><td>a shallow clone has fewer commits</td></tr>
     * <tr><td>{@code git.dirty-untracked}</td><td>left-over files that are no part of the commit</td></tr>
     * </table>
     *
     * <p>Kept are the project's coordinates, the commit's id, times (in UTC), message and people, whether tracked files
     * were changed, and what the user adds.
     */
    public static final List<String> NOT_REPRODUCIBLE = List.of(
            "build.ci.*",
            "git.build.number",
            "build.host",
            "git.build.host",
            "build.os.*",
            "build.user.*",
            "git.build.user.*",
            "build.jdk.*",
            "build.maven.*",
            "git.branch",
            "git.local.branch.*",
            "git.remote.*",
            "git.tag*",
            "git.closest.tag.*",
            "git.commit.id.describe*",
            "git.total.commit.count",
            "git.dirty-untracked");

    /** The build time's keys: not reproducible either if it is the session's start, see {@link BuildTime}. */
    public static final List<String> BUILD_TIME = List.of("build.time", "git.build.time");

    private static final Pattern GLOB = Pattern.compile("[^\\s^$|+(){}\\[\\]\\\\]+");

    private final List<Pattern> includes;
    private final List<Pattern> excludes;

    private KeySelection(List<Pattern> includes, List<Pattern> excludes) {
        this.includes = includes;
        this.excludes = excludes;
    }

    /**
     * The selection by these globs; an empty list of includes means every key.
     *
     * @throws IllegalArgumentException if one is blank or looks like a regular expression, which would silently match
     *     nothing
     */
    public static KeySelection of(Collection<String> includes, Collection<String> excludes) {
        return new KeySelection(compile(includes), compile(excludes));
    }

    /** This selection without the keys that these globs match. */
    public KeySelection without(Collection<String> globs) {
        List<Pattern> more = compile(globs);
        return new KeySelection(
                includes, Stream.concat(excludes.stream(), more.stream()).toList());
    }

    public boolean wants(String key) {
        return (includes.isEmpty() || anyMatches(includes, key)) && !anyMatches(excludes, key);
    }

    /** Whether it is worth to find out these keys' values at all. */
    public boolean wantsAny(Collection<String> keys) {
        return keys.stream().anyMatch(this::wants);
    }

    /** The wanted of these pairs, sorted by key. */
    public SortedMap<String, String> select(Map<String, String> pairs) {
        SortedMap<String, String> selected = new TreeMap<>(pairs);
        selected.keySet().removeIf(key -> !wants(key));
        return selected;
    }

    /** Those of these globs that match none of these keys. */
    public static List<String> unmatched(Collection<String> globs, Collection<String> keys) {
        return globs.stream()
                .map(String::strip)
                .filter(glob -> !of(List.of(glob), List.of()).wantsAny(keys))
                .toList();
    }

    private static boolean anyMatches(List<Pattern> globs, String key) {
        return globs.stream().anyMatch(glob -> glob.matcher(key).matches());
    }

    /**
     * The glob itself.
     *
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static String checked(String glob) {
        Pattern unused = compile(glob);
        return glob;
    }

    private static List<Pattern> compile(Collection<String> globs) {
        return globs.stream().map(KeySelection::compile).toList();
    }

    private static Pattern compile(String given) {
        String glob = given.strip();
        if (!GLOB.matcher(glob).matches()) {
            throw new IllegalArgumentException(
                    "'" + Printable.of(glob) + "' is not a glob over keys: allowed are a key's characters, * for"
                            + " any of them and ? for one, as in git.commit.*; regular"
                            + " expressions are not");
        }
        String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
