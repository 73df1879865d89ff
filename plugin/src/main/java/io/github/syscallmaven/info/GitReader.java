package io.github.syscallmaven.info;

import io.github.syscallmaven.info.GitKey.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one repository, once: {@code git status} and {@code git log}, {@code git config} for remote and user, and one more
 * for each key that {@link GitKey#costsProcess()}; each only when something that it tells is wanted.
 */
final class GitReader {
    private final GitRoot root;
    private final GitRequest request;
    private final GitProcess git;
    private final boolean shallow;
    private final SortedMap<String, String> values = new TreeMap<>();
    private final List<String> cutOff = new ArrayList<>();

    GitReader(GitRoot root, GitRequest request, Map<String, String> environment) {
        this.root = root;
        this.request = request;
        this.git = new GitProcess(request.executable(), root.directory(), request.timeout(), environment);
        this.shallow = root.isShallow();
    }

    GitInfo read() throws GitException {
        GitStatus status = wantsStatus() ? status() : null;
        GitCommit commit = wants(Source.LOG) ? commit(status) : null;
        if (status != null) {
            putStatus(status);
            putHistory(status);
        }
        if (commit != null) {
            putCommit(commit);
            putDescription(commit, status != null && status.tracked());
        }
        if (wants(Source.CONFIG)) {
            putConfig(status != null || commit != null);
        }
        Instant commitTime = commit == null ? null : commit.committerTime();
        boolean detached = status != null && status.branch() == null;
        return new GitInfo(root.directory(), values, commitTime, detached, shallow, notes());
    }

    private boolean wants(GitKey key) {
        return request.keys().contains(key);
    }

    private boolean wants(Source source) {
        return request.keys().stream().anyMatch(key -> key.source() == source);
    }

    private void put(GitKey key, @Nullable Object value) {
        if (value != null && wants(key)) {
            values.put(key.key(), value.toString());
        }
    }

    /** Puts what only a complete history tells. */
    private void putOrCutOff(GitKey key, @Nullable Object value, boolean certain) {
        if (certain) {
            put(key, value);
        } else if (wants(key)) {
            cutOff.add(key.key());
        }
    }

    private boolean wantsStatus() {
        boolean marksDirty = !request.describe().dirtyMark().isEmpty()
                && (wants(GitKey.COMMIT_ID_DESCRIBE) || wants(GitKey.COMMIT_ID_DESCRIBE_SHORT));
        return marksDirty || wants(Source.STATUS) || wants(Source.COUNT) || wants(Source.CONTAINS);
    }

    private GitStatus status() throws GitException {
        return GitStatus.parse(git.run(GitStatus.command(request.keys())));
    }

    /** Asked by the id that the status told, so that both speak of one commit even when somebody commits in between. */
    private @Nullable GitCommit commit(@Nullable GitStatus status) throws GitException {
        String revision = status == null ? "HEAD" : status.commit();
        if (revision == null) {
            return null;
        }
        try {
            return GitCommit.parse(git.run(GitCommit.command(revision, request.keys(), request.describe())));
        } catch (GitException e) {
            if (status == null && status().commit() == null) {
                return null;
            }
            throw e;
        }
    }

    private void putStatus(GitStatus status) {
        put(GitKey.BRANCH, status.branch() == null ? status.commit() : status.branch());
        put(GitKey.DIRTY, status.tracked());
        put(GitKey.DIRTY_TRACKED, status.tracked());
        put(GitKey.DIRTY_UNTRACKED, status.untracked());
        boolean certain = !shallow || status.ahead() == null || status.isEven();
        putOrCutOff(GitKey.LOCAL_BRANCH_AHEAD, status.ahead() == null ? "NO_REMOTE" : status.ahead(), certain);
        putOrCutOff(GitKey.LOCAL_BRANCH_BEHIND, status.behind() == null ? "NO_REMOTE" : status.behind(), certain);
    }

    private void putHistory(GitStatus status) throws GitException {
        String commit = status.commit();
        if (commit == null) {
            return;
        }
        if (wants(GitKey.TOTAL_COMMIT_COUNT)) {
            List<String> count = List.of("rev-list", "--count", commit, "--");
            putOrCutOff(
                    GitKey.TOTAL_COMMIT_COUNT, shallow ? null : git.run(count).strip(), !shallow);
        }
        if (wants(GitKey.TAGS)) {
            List<String> contains =
                    List.of("for-each-ref", "--contains=" + commit, "--format=%(refname:strip=2)", "refs/tags");
            putOrCutOff(GitKey.TAGS, shallow ? null : git.run(contains).strip().replace('\n', ','), !shallow);
        }
    }

    private void putCommit(GitCommit commit) {
        put(GitKey.COMMIT_ID, commit.id());
        put(GitKey.COMMIT_ID_FULL, commit.id());
        put(
                GitKey.COMMIT_ID_ABBREV,
                commit.id()
                        .substring(
                                0, Math.min(request.abbrevLength(), commit.id().length())));
        put(GitKey.COMMIT_MESSAGE_FULL, commit.message());
        put(GitKey.COMMIT_MESSAGE_SHORT, commit.subject());
        put(GitKey.COMMIT_TIME, commit.committerTime());
        put(GitKey.COMMIT_COMMITTER_TIME, commit.committerTime());
        put(GitKey.COMMIT_AUTHOR_TIME, commit.authorTime());
        put(GitKey.COMMIT_USER_NAME, commit.authorName());
        put(GitKey.COMMIT_USER_EMAIL, commit.authorEmail());
        put(GitKey.TAG, String.join(",", commit.tags()));
    }

    private void putDescription(GitCommit commit, boolean dirty) throws GitException {
        if (!GitCommit.describes(request.keys())) {
            return;
        }
        GitDescribe describe = request.describe();
        GitDescription description = commit.isUndescribed()
                ? GitDescription.ofLongForm(
                        git.run(GitDescription.command(commit.id(), describe)).strip(), commit)
                : GitDescription.of(commit);
        String mark = dirty ? describe.dirtyMark() : "";
        boolean certain = !shallow || description.isExact();
        putOrCutOff(GitKey.COMMIT_ID_DESCRIBE, description.text(describe) + mark, certain);
        putOrCutOff(GitKey.COMMIT_ID_DESCRIBE_SHORT, description.shortText(describe) + mark, certain);
        putOrCutOff(GitKey.CLOSEST_TAG_NAME, description.tag(), certain);
        putOrCutOff(
                GitKey.CLOSEST_TAG_COMMIT_COUNT, description.tag().isEmpty() ? "" : description.distance(), certain);
    }

    /**
     * In a repository that it mistrusts, {@code git config} silently reads the user's configuration alone; so another
     * command must have found the repository good.
     */
    private void putConfig(boolean trusted) throws GitException {
        if (!trusted) {
            git.run(List.of("rev-parse", "--git-dir"));
        }
        GitConfig config = GitConfig.parse(git.run(GitConfig.COMMAND, GitConfig.NOTHING_FOUND));
        put(GitKey.REMOTE_ORIGIN_URL, GitUrl.withoutCredentials(config.remoteOriginUrl()));
        put(GitKey.BUILD_USER_NAME, config.userName());
        put(GitKey.BUILD_USER_EMAIL, config.userEmail());
    }

    private List<Note> notes() {
        return cutOff.isEmpty()
                ? List.of()
                : List.of(Note.warn("Git keys left out, because '" + root.directory()
                        + "' is a shallow clone and cannot tell them: " + String.join(", ", cutOff)
                        + ". Fetch the whole history first: git fetch --unshallow"));
    }
}
