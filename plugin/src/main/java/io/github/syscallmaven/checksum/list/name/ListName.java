package io.github.syscallmaven.checksum.list.name;

import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.io.BytePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a list tells about it: {@code x.jar.sha256}, {@code x.jar.sha256sum.txt}, {@code SHA256SUMS.asc},
 * {@code b2sums.txt}, {@code checksums_sha512}, {@code CHECKSUM.SHA256-FreeBSD} …
 *
 * @param likeness how much it is like that of a sidecar
 * @param target the name of the file that it stands beside if it is a sidecar; null when the name is not like that of
 *     one
 * @param promise what it says about its digests; null when it says nothing
 */
public record ListName(
        Likeness likeness,
        @Nullable BytePath target,
        @Nullable PromisedAlgorithm promise) {
    /** How much a name is like that of a sidecar. */
    public enum Likeness {
        /** It ends as sidecars do, and nothing else. */
        SIDECAR,
        /** It ends as sidecars do, and other files as well. */
        MAYBE,
        /** It ends as if it had to do with checksums, but not in a way that is known here. */
        STRANGE,
        NONE
    }

    /** That a list is text, or signed. */
    private static final Pattern WRAPPERS = Pattern.compile("(\\.txt)?(\\.(asc|gpg|sig|sign))?\\z");

    /** The suffixes of sidecars that say nothing about the algorithm. */
    private static final Set<String> PLAIN =
            Set.of("checksum", "checksums", "crc", "digest", "digests", "hash", "hashes", "sum", "sums");

    private static final Pattern OF_TOOL = Pattern.compile("(.+?)sums?");

    private static final String BEGINNING = "(?:.*[-_.+~])?";
    private static final String ALGORITHM = "([a-z]+[0-9]*(?:-[0-9]+)?)";

    /** Not {@code b2}, which is a second beta as well. */
    private static final String MEMBER = "([a-z]{2,}[0-9]+(?:-[0-9]+)?)";

    /** Whole names; the groups together are that of the algorithm. */
    private static final List<Pattern> LISTS = List.of(
            Pattern.compile(BEGINNING + ALGORITHM + "[-_]?sums?"),
            Pattern.compile(BEGINNING + "(sha)sums?([0-9]+)"),
            Pattern.compile(BEGINNING + "(?:check|hash)?sums?[-_.]" + ALGORITHM + "(?:-.*)?"),
            Pattern.compile("([a-z]+[0-9]+(?:-[0-9]+)?)"));

    /** Whole names that say an algorithm as well, but not that they are those of lists. */
    private static final List<Pattern> MENTIONS = List.of(
            Pattern.compile(BEGINNING + MEMBER + "[-_.]?(?:(?:check|hash)?sums?|hash(?:es)?|digests?)(?:[-_.].*)?"),
            Pattern.compile(".*[-_.+~]" + MEMBER));

    private static final Pattern STRANGE = Pattern.compile(
            "(md|sha|shake|blake|crc|xxh|rmd|ripemd|sm|gost|fnv)[a-z_-]*[0-9].*|.*(checksum|digest|hash|sum)(e?s)?");

    private static final int SHORT = 2;

    public static ListName of(Algorithms algorithms, BytePath path) {
        BytePath name = path.fileName();
        // One char a byte, so that they have the same positions.
        String text = new String(name.toBytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        Matcher wrappers = WRAPPERS.matcher(text);
        String stem = wrappers.find() ? text.substring(0, wrappers.start()) : text;
        int dot = stem.lastIndexOf('.');
        ListName unsigned = of(algorithms, stem, dot, dot > 0 ? name.slice(0, dot) : null);
        boolean signature = wrappers.group(2) != null;
        return signature ? new ListName(Likeness.NONE, unsigned.target, unsigned.promise) : unsigned;
    }

    private static ListName of(Algorithms algorithms, String stem, int dot, @Nullable BytePath target) {
        String suffix = stem.substring(dot + 1);
        if (dot >= 0) {
            PromisedAlgorithm promise = ofSuffix(algorithms, suffix);
            if (promise != null) {
                boolean doubtful = suffix.length() <= SHORT || suffix.chars().noneMatch(c -> c >= '0' && c <= '9');
                boolean certain = !doubtful || OF_TOOL.matcher(suffix).matches();
                return new ListName(certain ? Likeness.SIDECAR : Likeness.MAYBE, target, promise);
            }
            if (PLAIN.contains(suffix)) {
                return new ListName(Likeness.MAYBE, target, null);
            }
        }
        PromisedAlgorithm promise = ofWhole(algorithms, LISTS, stem);
        if (promise != null) {
            return new ListName(Likeness.NONE, null, promise);
        }
        PromisedAlgorithm mentioned = ofWhole(algorithms, MENTIONS, stem);
        return target != null && STRANGE.matcher(suffix).matches()
                ? new ListName(Likeness.STRANGE, target, mentioned)
                : new ListName(Likeness.NONE, null, mentioned);
    }

    private static @Nullable PromisedAlgorithm ofSuffix(Algorithms algorithms, String suffix) {
        PromisedAlgorithm promise = PromisedAlgorithm.of(algorithms, suffix);
        Matcher tool = OF_TOOL.matcher(suffix);
        return promise == null && tool.matches() ? PromisedAlgorithm.of(algorithms, tool.group(1)) : promise;
    }

    private static @Nullable PromisedAlgorithm ofWhole(Algorithms algorithms, List<Pattern> patterns, String stem) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(stem);
            if (matcher.matches()) {
                String more = matcher.groupCount() > 1 ? matcher.group(2) : "";
                PromisedAlgorithm promise = PromisedAlgorithm.of(algorithms, matcher.group(1) + more);
                if (promise != null) {
                    return promise;
                }
            }
        }
        return null;
    }
}
