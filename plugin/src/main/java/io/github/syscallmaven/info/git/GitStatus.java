package io.github.syscallmaven.info.git;

import io.github.syscallmaven.info.git.process.GitException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The worktree and its branch: {@code git status --porcelain=v2 --branch -z}, git-status(1).
 *
 * @param commit null before the first commit
 * @param branch null when HEAD is detached
 * @param ahead null without an upstream that exists; so is {@code behind}
 */
record GitStatus(
        @Nullable String commit,
        @Nullable String branch,
        @Nullable String ahead,
        @Nullable String behind,
        boolean tracked,
        boolean untracked) {

    private static final String DETACHED = "(detached)";

    /**
     * A submodule at the right commit, nothing changed in it except for untracked files: no change to {@code describe}.
     */
    private static final Pattern ONLY_UNTRACKED_IN_SUBMODULE = Pattern.compile("1 \\.M S\\.\\.U .*", Pattern.DOTALL);

    /**
     * The command, as cheap as the wanted keys allow. Each option outdoes a configuration that would change the answer.
     */
    static List<String> command(Set<GitKey> keys) {
        List<String> command = new ArrayList<>(List.of("status", "--porcelain=v2", "--branch", "-z", "--no-renames"));
        boolean counts = keys.contains(GitKey.LOCAL_BRANCH_AHEAD) || keys.contains(GitKey.LOCAL_BRANCH_BEHIND);
        command.add(counts ? "--ahead-behind" : "--no-ahead-behind");
        command.add("--untracked-files=" + (keys.contains(GitKey.DIRTY_UNTRACKED) ? "normal" : "no"));
        return command;
    }

    /** The cheapest command that says whether a tracked file differs from the commit. */
    static final List<String> OF_TRACKED = command(Set.of());

    static GitStatus parse(String output) throws GitException {
        Map<String, String> headers = new HashMap<>();
        boolean tracked = false;
        boolean untracked = false;
        for (String entry : output.split("\0", -1)) {
            if (entry.startsWith("# ")) {
                String[] header = entry.split(" ", 3);
                headers.put(header[1], header[header.length - 1]);
            } else if (entry.startsWith("? ")
                    || ONLY_UNTRACKED_IN_SUBMODULE.matcher(entry).matches()) {
                untracked = true;
            } else if (!entry.isEmpty()) {
                tracked = true;
            }
        }
        return of(headers, tracked, untracked);
    }

    private static GitStatus of(Map<String, String> headers, boolean tracked, boolean untracked) throws GitException {
        String commit = headers.get("branch.oid");
        String branch = headers.get("branch.head");
        if (commit == null || branch == null) {
            throw GitException.notUnderstood("status", headers.toString());
        }
        String[] counts = headers.getOrDefault("branch.ab", "").split(" ", -1);
        boolean upstream = counts.length == 2;
        return new GitStatus(
                "(initial)".equals(commit) ? null : commit,
                DETACHED.equals(branch) ? null : branch,
                upstream ? counts[0].substring(1) : null,
                upstream ? counts[1].substring(1) : null,
                tracked,
                untracked);
    }

    /** "(detached)" is also a name that a branch can have. */
    GitStatus onBranch(Optional<String> head) {
        return branch == null && head.filter(DETACHED::equals).isPresent()
                ? new GitStatus(commit, DETACHED, ahead, behind, tracked, untracked)
                : this;
    }

    GitStatus withTracked(boolean now) {
        return new GitStatus(commit, branch, ahead, behind, now, untracked);
    }

    /**
     * Whether the branch and its upstream are at the same commit. Then the counts are right even in a shallow clone.
     */
    boolean isEven() {
        return "0".equals(ahead) && "0".equals(behind);
    }
}
