package io.github.syscallmaven.info.ci;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a CI provider tells about the build that it runs; null for what it does not tell.
 *
 * @param provider the provider's name, such as {@code github-actions}; the names are those of {@link CiProviders}
 * @param recognizedBy the variable that gave the provider away, for those who wonder
 * @param buildNumber the number that people see, unique within one project at best
 * @param attempt which run of this number it is, counted from 1, where a build that is run again keeps its number
 * @param buildId what tells this build from all others of the provider
 * @param buildUrl the page of this build, without user or password
 * @param branch the branch that is built, for a pull request its source branch; none when a tag is built
 * @param tag the tag that is built
 * @param pullRequest the number of the pull or merge request that is built
 * @param commits what the provider may have checked out, usually one; empty when it does not say
 */
public record CiBuild(
        String provider,
        String recognizedBy,
        @Nullable String buildNumber,
        @Nullable String attempt,
        @Nullable String buildId,
        @Nullable String buildUrl,
        @Nullable String branch,
        @Nullable String tag,
        @Nullable String pullRequest,
        List<String> commits) {

    /** All that {@link #keys()} can have. */
    public static final Set<String> KEYS =
            new CiBuild("", "", "", "", "", "", "", "", "", List.of()).keys().keySet();

    public CiBuild {
        commits = List.copyOf(commits);
    }

    /**
     * Whether it is this commit that the provider builds: a repository within the build, such as a submodule, is at
     * another one. True also when the provider names none.
     */
    public boolean isOf(@Nullable String commit) {
        return commit == null || commits.isEmpty() || commits.contains(commit);
    }

    /**
     * The keys {@code build.ci.provider}, {@code .number}, {@code .attempt}, {@code .id}, {@code .url}, {@code
     * .branch}, {@code .tag} and {@code .pull-request}; and {@code git.build.number}, the name that git-commit-id has
     * for the number. Only what is known.
     */
    public SortedMap<String, String> keys() {
        SortedMap<String, String> keys = new TreeMap<>();
        put(keys, "build.ci.provider", provider);
        put(keys, "build.ci.number", buildNumber);
        put(keys, "build.ci.attempt", attempt);
        put(keys, "build.ci.id", buildId);
        put(keys, "build.ci.url", buildUrl);
        put(keys, "build.ci.branch", branch);
        put(keys, "build.ci.tag", tag);
        put(keys, "build.ci.pull-request", pullRequest);
        put(keys, "git.build.number", buildNumber);
        return keys;
    }

    private static void put(SortedMap<String, String> keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}
