package io.github.syscallmaven.info;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a commit stands in relation to tags: git-describe(1).
 *
 * @param tag empty when no tag was found
 * @param distance commits since the tag; 0 for the tagged commit itself, and without a tag
 * @param shortId the start of the commit's id
 */
record GitDescription(String tag, int distance, String shortId) {
    private static final Pattern LONG_FORM =
            Pattern.compile("(?<tag>.+)-(?<distance>\\d+)-g\\p{XDigit}+", Pattern.DOTALL);

    /** From {@code %(describe)}: empty without a tag, only the tag's name for the tagged commit itself. */
    static GitDescription of(GitCommit commit) {
        String text = commit.description();
        boolean exact = commit.tags().contains(text);
        return exact ? new GitDescription(text, 0, commit.shortId()) : ofLongForm(text, commit);
    }

    /** From {@code git describe --always --long}: only the commit's id without a tag. */
    static GitDescription ofLongForm(String text, GitCommit commit) {
        Matcher matcher = LONG_FORM.matcher(text);
        return matcher.matches()
                ? new GitDescription(
                        matcher.group("tag"), Integer.parseInt(matcher.group("distance")), commit.shortId())
                : new GitDescription("", 0, commit.shortId());
    }

    /** The process that gits before 2.35 need. It always succeeds, and its answer is never ambiguous. */
    static List<String> command(String commit, GitDescribe describe) {
        return List.of(
                "describe",
                "--always",
                "--long",
                "--abbrev=" + describe.digits(),
                describe.tags() ? "--tags" : "--no-tags",
                "--match=" + (describe.match().isEmpty() ? "*" : describe.match()),
                commit);
    }

    /** Is the commit tagged itself? Then history has no part in the answer. */
    boolean isExact() {
        return !tag.isEmpty() && distance == 0;
    }

    /** As {@code git describe --always} writes it, the dirty mark apart. */
    String text(GitDescribe describe) {
        boolean onlyTag = tag.isEmpty() || describe.abbrev() == 0 || isShort(describe);
        return shortText(describe) + (onlyTag ? "" : "-g" + shortId);
    }

    /** The same without the commit's id, unless there is nothing else. */
    String shortText(GitDescribe describe) {
        if (tag.isEmpty()) {
            return shortId;
        }
        return describe.abbrev() == 0 || isShort(describe) ? tag : tag + "-" + distance;
    }

    private boolean isShort(GitDescribe describe) {
        return isExact() && !describe.longFormat();
    }
}
