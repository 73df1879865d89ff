package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.BuildInfo;

/**
 * The keys of a repository, under the names that git-commit-id-maven-plugin established, and the git command that each
 * comes from. A command runs only when one of its keys is wanted.
 */
public enum GitKey {
    /** The branch that is checked out; the commit id when HEAD is detached. */
    BRANCH("branch", Source.STATUS),
    /** Does a tracked file differ from the commit? True exactly when {@code git describe --dirty} says dirty. */
    DIRTY("dirty", Source.STATUS),
    /** The same as {@link #DIRTY}, under the name that tells it from {@link #DIRTY_UNTRACKED}. */
    DIRTY_TRACKED("dirty-tracked", Source.STATUS),
    /**
     * Were there files that are neither tracked nor ignored when the build first looked? Those that it leaves behind
     * itself do not count. Finding out is the slow part of {@code git status}.
     */
    DIRTY_UNTRACKED("dirty-untracked", Source.STATUS),
    /** Commits that the branch has and its upstream has not; {@code NO_REMOTE} without an upstream. */
    LOCAL_BRANCH_AHEAD("local.branch.ahead", Source.STATUS),
    /** Commits that the upstream has and the branch has not; {@code NO_REMOTE} without an upstream. */
    LOCAL_BRANCH_BEHIND("local.branch.behind", Source.STATUS),

    /** All hexadecimal digits of the commit's name. */
    COMMIT_ID("commit.id", Source.LOG),
    /** The same as {@link #COMMIT_ID}, under the name that Spring Boot and the mode {@code full} use. */
    COMMIT_ID_FULL("commit.id.full", Source.LOG),
    /** The first digits of the commit's name, always as many as asked for: two clones always agree. */
    COMMIT_ID_ABBREV("commit.id.abbrev", Source.LOG),
    /**
     * What {@code git describe --always --dirty} says. The commit's name alone where a shallow clone does not have all
     * commits since the tag.
     */
    COMMIT_ID_DESCRIBE("commit.id.describe", Source.LOG),
    /** The same without the commit's name. */
    COMMIT_ID_DESCRIBE_SHORT("commit.id.describe-short", Source.LOG),
    /** The whole message, without white space around it. */
    COMMIT_MESSAGE_FULL("commit.message.full", Source.LOG),
    /** The message's first paragraph as one line. */
    COMMIT_MESSAGE_SHORT("commit.message.short", Source.LOG),
    /** The committer's time: UTC, whole seconds, {@code 2024-01-01T00:00:00Z}. */
    COMMIT_TIME("commit.time", Source.LOG),
    /** The same as {@link #COMMIT_TIME}. */
    COMMIT_COMMITTER_TIME("commit.committer.time", Source.LOG),
    /** The author's time, in the same form. */
    COMMIT_AUTHOR_TIME("commit.author.time", Source.LOG),
    /** The author's name. */
    COMMIT_USER_NAME("commit.user.name", Source.LOG),
    /** The author's address. */
    COMMIT_USER_EMAIL("commit.user.email", Source.LOG),
    /** The tag that {@link #COMMIT_ID_DESCRIBE} starts from; empty when there is none. */
    CLOSEST_TAG_NAME("closest.tag.name", Source.LOG),
    /** Commits that HEAD has and that tag has not; empty when there is none. */
    CLOSEST_TAG_COMMIT_COUNT("closest.tag.commit.count", Source.LOG),
    /** The tags of this commit, sorted and separated by commas. */
    TAG("tag", Source.LOG),

    /**
     * {@code remote.origin.url} as configured, without credentials. Where no remote is called origin, the URL of the
     * only one; empty when there is none.
     */
    REMOTE_ORIGIN_URL("remote.origin.url", Source.CONFIG),
    /** {@code user.name} as configured: who builds, not who committed; empty when there is none. */
    BUILD_USER_NAME("build.user.name", Source.CONFIG),
    /** {@code user.email} as configured; empty when there is none. */
    BUILD_USER_EMAIL("build.user.email", Source.CONFIG),

    /** Commits that HEAD has. Costs a process of its own that reads the whole history. */
    TOTAL_COMMIT_COUNT("total.commit.count", Source.COUNT),
    /** Tags that have this commit in their history, sorted and separated by commas. Costs a process of its own. */
    TAGS("tags", Source.CONTAINS);

    private final String key;
    private final Source source;

    GitKey(String key, Source source) {
        this.key = key;
        this.source = source;
    }

    /** The key as written, without the prefix {@code git.}. */
    public String key() {
        return key;
    }

    /** The key as the manual has it, before any change of a prefix. */
    public String documented() {
        return BuildInfo.GIT + key;
    }

    /** Does this key alone cost a git process? Such keys are for those who ask for them by name. */
    public boolean costsProcess() {
        return source == Source.COUNT || source == Source.CONTAINS;
    }

    Source source() {
        return source;
    }

    /** The git commands. */
    enum Source {
        STATUS,
        LOG,
        CONFIG,
        COUNT,
        CONTAINS
    }
}
