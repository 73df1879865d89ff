package io.github.syscallmaven.info;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a CI provider says of the build it runs. Absent is what it does not say.
 *
 * @param provider the provider's name, such as {@code github-actions}; the names are those of {@link CiProviders}
 * @param buildNumber the number that people see, unique within one project at best
 * @param buildId what tells this build from all others of the provider
 * @param buildUrl the page of this build, without user or password
 * @param branch the branch that is built, for a pull request its source branch; none when a tag is built
 * @param tag the tag that is built
 * @param pullRequest the number of the pull or merge request that is built
 */
public record CiBuild(
        String provider,
        @Nullable String buildNumber,
        @Nullable String buildId,
        @Nullable String buildUrl,
        @Nullable String branch,
        @Nullable String tag,
        @Nullable String pullRequest) {

    /**
     * The keys {@code build.ci.provider}, {@code .number}, {@code .id}, {@code .url}, {@code .branch}, {@code .tag} and
     * {@code .pull-request}; and {@code git.build.number} and {@code git.build.number.unique}, the names that git-commit-id
     * has for number and id. Only what is known.
     */
    public SortedMap<String, String> keys() {
        SortedMap<String, String> keys = new TreeMap<>();
        put(keys, "build.ci.provider", provider);
        put(keys, "build.ci.number", buildNumber);
        put(keys, "build.ci.id", buildId);
        put(keys, "build.ci.url", buildUrl);
        put(keys, "build.ci.branch", branch);
        put(keys, "build.ci.tag", tag);
        put(keys, "build.ci.pull-request", pullRequest);
        put(keys, "git.build.number", buildNumber);
        put(keys, "git.build.number.unique", buildId);
        return keys;
    }

    private static void put(SortedMap<String, String> keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(key, value);
        }
    }
}
