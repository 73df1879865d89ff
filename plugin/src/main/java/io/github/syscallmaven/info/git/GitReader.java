package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.Note;
import io.github.syscallmaven.info.git.GitAnswers.Answer;
import io.github.syscallmaven.info.git.GitKey.Source;
import io.github.syscallmaven.info.git.process.GitException;
import io.github.syscallmaven.io.Printable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one repository, once: {@code git status} and {@code git log}, {@code git config} for remote and user, and one
 * more for each key that {@link GitKey#costsProcess()}; each only when something that it answers is wanted.
 */
final class GitReader {
    private static final int LONGEST_SHOWN = 200;

    private final GitRoot root;
    private final GitRequest request;
    private final GitAnswers answers;
    private final boolean isSharedBuild;
    private final boolean shallow;
    private final SortedMap<String, String> values = new TreeMap<>();
    private final List<String> cutOff = new ArrayList<>();
    private boolean unborn;
    private final Map<Source, List<String>> done = new EnumMap<>(Source.class);

    GitReader(GitRoot root, GitRequest request, GitAnswers answers, boolean isSharedBuild) {
        this.root = root;
        this.request = request;
        this.answers = answers;
        this.isSharedBuild = isSharedBuild;
        this.shallow = root.isShallow();
    }

    /** The commands for this request that can be started before anything is known of the repository. */
    static List<List<String>> first(GitRequest request) {
        List<List<String>> commands = new ArrayList<>();
        commands.add(GitStatus.command(request.keys()));
        if (request.wants(Source.LOG)) {
            commands.add(commitCommand(GitCommit.HEAD, request));
        }
        if (request.wants(Source.CONFIG)) {
            commands.add(GitConfig.COMMAND);
        }
        return commands;
    }

    private static List<String> commitCommand(String revision, GitRequest request) {
        return GitCommit.command(revision, request.keys(), request.describe());
    }

    GitInfo read() throws GitException {
        GitStatus status = request.wantsStatus() ? status() : null;
        GitCommit commit = wants(Source.LOG) ? commit(status) : null;
        unborn = wants(Source.LOG) && commit == null;
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
        return request.wants(source);
    }

    private void put(GitKey key, @Nullable Object value) {
        if (value != null && wants(key)) {
            values.put(key.key(), value.toString());
        }
    }

    /** Puts what only history can say. */
    private void putOrCutOff(GitKey key, @Nullable Object value, boolean certain) {
        if (certain) {
            put(key, value);
        } else if (wants(key)) {
            cutOff.add(key.documented());
        }
    }

    private Answer noted(Source source, Answer answer) {
        done.computeIfAbsent(source, first -> new ArrayList<>()).add(answer.text());
        return answer;
    }

    private String ask(Source source, List<String> command) throws GitException {
        return noted(source, answers.ask(command, 0)).output();
    }

    private boolean wantsTracked() {
        return request.marksDirty() || wants(GitKey.DIRTY) || wants(GitKey.DIRTY_TRACKED);
    }

    /** Untracked files are those of the build's first look: a build leaves some behind itself. */
    private GitStatus status() throws GitException {
        List<String> command = GitStatus.command(request.keys());
        if (isSharedBuild && wantsTracked()) {
            answers.noteWorktree(command);
        }
        Answer answer = noted(Source.STATUS, answers.ask(command, 0));
        GitStatus status = GitStatus.parse(answer.output()).onBranch(root.branch());
        return answer.isNew() || !wantsTracked() ? status : status.withTracked(isTrackedChanged(command, status));
    }

    /** The same answer as before when no tracked file has changed since. */
    private boolean isTrackedChanged(List<String> command, GitStatus before) throws GitException {
        String worktree = answers.worktree().orElse(null);
        if (worktree != null && answers.isWorktreeOf(command, worktree)) {
            return before.tracked();
        }
        Answer again = worktree == null
                ? answers.askAnew(GitStatus.OF_TRACKED)
                : answers.ask(worktree, GitStatus.OF_TRACKED, 0);
        return GitStatus.parse(noted(Source.STATUS, again).output()).tracked();
    }

    /** That of the status, so that both speak of one commit even when somebody commits in between. */
    private @Nullable GitCommit commit(@Nullable GitStatus status) throws GitException {
        String revision = status == null ? GitCommit.HEAD : status.commit();
        if (revision == null) {
            return null;
        }
        Answer begun = answers.begun(commitCommand(GitCommit.HEAD, request), 0).orElse(null);
        if (begun != null) {
            GitCommit head = GitCommit.parse(noted(Source.LOG, begun).output());
            if (status == null || head.id().equals(revision)) {
                return head;
            }
        }
        try {
            return GitCommit.parse(ask(Source.LOG, commitCommand(revision, request)));
        } catch (GitException e) {
            if (e.reason() != GitException.Reason.NOT_STARTED && status == null && status().commit() == null) {
                return null;
            }
            throw e;
        }
    }

    private void putStatus(GitStatus status) throws GitException {
        put(GitKey.BRANCH, status.branch() == null ? status.commit() : status.branch());
        put(GitKey.DIRTY, status.tracked());
        put(GitKey.DIRTY_TRACKED, status.tracked());
        put(GitKey.DIRTY_UNTRACKED, status.untracked());
        if (wants(GitKey.LOCAL_BRANCH_AHEAD) || wants(GitKey.LOCAL_BRANCH_BEHIND)) {
            boolean certain = status.ahead() == null
                    || status.isEven()
                    || isWhole(Source.STATUS, status.commit() + "...@{upstream}");
            putOrCutOff(GitKey.LOCAL_BRANCH_AHEAD, status.ahead() == null ? "NO_REMOTE" : status.ahead(), certain);
            putOrCutOff(GitKey.LOCAL_BRANCH_BEHIND, status.behind() == null ? "NO_REMOTE" : status.behind(), certain);
        }
    }

    /**
     * Whether all commits between these are here. The commits at which a shallow clone ends have no parents; if none is
     * between them, all that is missing is behind both ends.
     */
    private boolean isWhole(Source source, String... range) throws GitException {
        if (!shallow) {
            return true;
        }
        List<String> command = new ArrayList<>(List.of("rev-list", "--count", "--max-parents=0"));
        command.addAll(List.of(range));
        command.add("--");
        return ask(source, command).strip().equals("0");
    }

    private void putHistory(GitStatus status) throws GitException {
        String commit = status.commit();
        if (commit == null) {
            return;
        }
        if (wants(GitKey.TOTAL_COMMIT_COUNT)) {
            List<String> count = List.of("rev-list", "--count", commit, "--");
            String answer = shallow ? null : ask(Source.COUNT, count).strip();
            putOrCutOff(GitKey.TOTAL_COMMIT_COUNT, answer, !shallow);
        }
        if (wants(GitKey.TAGS)) {
            // for-each-ref --contains gives the same, but walks the history of each tag anew.
            List<String> contains = List.of(
                    "tag",
                    "--list",
                    "--contains=" + commit,
                    "--no-column",
                    "--sort=refname",
                    "--format=%(refname:strip=2)");
            String answer =
                    shallow ? null : ask(Source.CONTAINS, contains).strip().replace('\n', ',');
            putOrCutOff(GitKey.TAGS, answer, !shallow);
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
        GitDescription found = describe(commit);
        boolean certain = found.isAtTag() || (found.tag().isEmpty() ? !shallow : isWhole(commit, found.tag()));
        // Without history this is what git describe --always prints, too, unless it finds a tag too near.
        GitDescription shown = certain ? found : GitDescription.none(commit);
        String mark = dirty ? describe.dirtyMark() : "";
        put(GitKey.COMMIT_ID_DESCRIBE, shown.text(describe) + mark);
        put(GitKey.COMMIT_ID_DESCRIBE_SHORT, shown.shortText(describe) + mark);
        putOrCutOff(GitKey.CLOSEST_TAG_NAME, found.tag(), certain);
        putOrCutOff(GitKey.CLOSEST_TAG_COMMIT_COUNT, found.tag().isEmpty() ? "" : found.distance(), certain);
    }

    private GitDescription describe(GitCommit commit) throws GitException {
        if (!commit.isUndescribed() && !GitDescription.isAmbiguous(commit)) {
            return GitDescription.of(commit);
        }
        List<String> command = GitDescription.command(commit.id(), request.describe());
        return GitDescription.ofLongForm(ask(Source.LOG, command).strip(), commit);
    }

    /** A glob that matches the tag alone: it is no error if the tag is called otherwise than the tag object says. */
    private boolean isWhole(GitCommit commit, String tag) throws GitException {
        return isWhole(Source.LOG, commit.id(), "--not", "--glob=refs/tag[s]/" + tag);
    }

    /**
     * In a repository that it mistrusts, {@code git config} silently reads the user's configuration alone; so another
     * command must have found the repository good.
     */
    private void putConfig(boolean trusted) throws GitException {
        if (!trusted) {
            String unused = ask(Source.CONFIG, List.of("rev-parse", "--git-dir"));
        }
        Answer answer = noted(Source.CONFIG, answers.ask(GitConfig.COMMAND, GitConfig.NOTHING_FOUND));
        GitConfig config = GitConfig.parse(answer.output());
        put(GitKey.REMOTE_ORIGIN_URL, GitUrl.withoutCredentials(config.remoteUrl()));
        put(GitKey.BUILD_USER_NAME, config.userName());
        put(GitKey.BUILD_USER_EMAIL, config.userEmail());
    }

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        String directory = "'" + Printable.of(root.directory()) + "'";
        if (!cutOff.isEmpty()) {
            notes.add(Note.warn(directory + " is a shallow clone, whose history does not reach back far enough for "
                            + String.join(", ", cutOff) + ": left out. Fetch all of it first: git fetch --unshallow")
                    .about("shallow " + root.directory()));
        }
        if (unborn) {
            notes.add(Note.warn(directory + " has no commit yet: the keys that a commit has, such as git.commit.id, are"
                            + " left out.")
                    .about("unborn " + root.directory()));
        }
        done.forEach((source, commands) -> {
            commands.forEach(command -> notes.add(Note.debug(command + ", in " + directory)));
            request.keys().stream()
                    .filter(key -> key.source() == source && values.containsKey(key.key()))
                    .sorted()
                    .forEach(key -> notes.add(Note.debug("  " + key.documented() + "='"
                            + Printable.of(values.getOrDefault(key.key(), ""), LONGEST_SHOWN) + "'")));
        });
        return notes;
    }
}
