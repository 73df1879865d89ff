package io.github.syscallmaven.info.git;

/**
 * The options of {@code git describe}. The same for {@code closest.tag.*}, so that these keys agree.
 *
 * @param tags also tags that are not annotated ({@code --tags})
 * @param longFormat tag, count and commit even when the commit is tagged itself ({@code --long})
 * @param abbrev digits of the commit's name, more when they are ambiguous ({@code --abbrev}); 0 names the tag only
 * @param match only these tags ({@code --match})
 * @param dirtyMark what ends the description when tracked files differ from the commit ({@code --dirty}); empty for
 *     none
 */
public record GitDescribe(boolean tags, boolean longFormat, int abbrev, TagGlob match, String dirtyMark) {
    /**
     * Which tags count.
     *
     * @param text a glob as {@code git describe --match} takes it, {@code *} for all
     */
    public record TagGlob(String text) {
        public static final TagGlob ALL = new TagGlob("*");

        /** Whether every tag counts. */
        boolean isAll() {
            return text.equals(ALL.text);
        }

        /** Refuses what git's log format cannot quote. */
        public TagGlob {
            if (text.contains(",") || text.contains(")")) {
                throw new IllegalArgumentException(
                        "'" + text + "' has ',' or ')', which git's log format cannot quote; use '?' in their place");
            }
        }
    }

    /** As git-commit-id-maven-plugin asks: annotated tags, seven digits, {@code -dirty}. */
    public GitDescribe {
        if (abbrev < 0 || abbrev > 64) {
            throw new IllegalArgumentException("abbrev '" + abbrev + "' is not from 0 to 64");
        }
        if (abbrev == 0 && longFormat) {
            throw new IllegalArgumentException(
                    "abbrev '0' leaves nothing for longFormat 'true' to add; change one of them");
        }
    }

    /** The digits to ask git for. Without a tag the whole id stands for 0; fewer than four git does not give. */
    int digits() {
        return abbrev == 0 ? 64 : Math.max(4, abbrev);
    }
}
