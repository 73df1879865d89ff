package io.github.syscallmaven.testing.git;

import io.github.syscallmaven.info.git.GitDescribe;
import io.github.syscallmaven.info.git.GitKey;
import io.github.syscallmaven.info.git.GitRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Requests with the defaults of the goal. */
public final class GitRequests {
    public static final GitDescribe DESCRIBE = new GitDescribe(false, false, 7, GitDescribe.TagGlob.ALL, "-dirty");
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    private GitRequests() {}

    public static GitRequest of(String directory, Set<GitKey> keys) {
        return new GitRequest(directory, keys, 7, DESCRIBE, TIMEOUT, "git");
    }

    /** The keys whose names, without the prefix {@code git.}, this predicate wants. */
    public static Set<GitKey> keys(Predicate<String> wanted) {
        Set<GitKey> keys = EnumSet.allOf(GitKey.class);
        keys.removeIf(key -> !wanted.test(key.key()));
        return keys;
    }
}
