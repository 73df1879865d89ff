package io.github.syscallmaven.info.git;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a commit stands in relation to tags: git-describe(1).
 *
 * @param tag empty when no tag was found
 * @param distance commits since the tag; 0 for the tagged commit itself, and without a tag
 * @param shortId the start of the commit's id
 * @param isExact whether git writes the tag alone: not for a tag that is called otherwise than the tag object says
 */
record GitDescription(String tag, int distance, String shortId, boolean isExact) {
    private static final Pattern LONG_FORM =
            Pattern.compile("(?<tag>.+)-(?<distance>\\d{1,9})-g\\p{XDigit}+", Pattern.DOTALL);

    /** Without a tag. */
    static GitDescription none(GitCommit commit) {
        return new GitDescription("", 0, commit.shortId(), false);
    }

    /**
     * Whether {@code %(describe)} may be a tag of this commit or the long form of another, which only {@code --long}
     * can say.
     */
    static boolean isAmbiguous(GitCommit commit) {
        String text = commit.description();
        return commit.tags().contains(text) && LONG_FORM.matcher(text).matches();
    }

    /** From {@code %(describe)}: empty without a tag, only the tag's name for the tagged commit itself. */
    static GitDescription of(GitCommit commit) {
        String text = commit.description();
        return commit.tags().contains(text)
                ? new GitDescription(text, 0, commit.shortId(), true)
                : ofLongForm(text, commit);
    }

    /** From {@code git describe --always --long}: only the commit's id without a tag. */
    static GitDescription ofLongForm(String text, GitCommit commit) {
        Matcher matcher = LONG_FORM.matcher(text);
        if (!matcher.matches()) {
            return none(commit);
        }
        String tag = matcher.group("tag");
        int distance = Integer.parseInt(matcher.group("distance"));
        return new GitDescription(
                tag, distance, commit.shortId(), distance == 0 && commit.tags().contains(tag));
    }

    /**
     * The process for gits before 2.35, and for what is ambiguous. It always succeeds, and its answer is never
     * ambiguous.
     */
    static List<String> command(String commit, GitDescribe describe) {
        return List.of(
                "describe",
                "--always",
                "--long",
                "--abbrev=" + describe.digits(),
                describe.tags() ? "--tags" : "--no-tags",
                "--match=" + describe.match().text(),
                commit);
    }

    /** Is it certain whatever the history is? */
    boolean isAtTag() {
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
        return isExact && !describe.longFormat();
    }
}
