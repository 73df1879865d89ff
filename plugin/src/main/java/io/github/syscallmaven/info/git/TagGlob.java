package io.github.syscallmaven.info.git;

/**
 * Which tags count.
 *
 * @param text a glob as {@code git describe --match} takes it, {@code *} for all
 */
public record TagGlob(String text) {
    public static final TagGlob ALL = new TagGlob("*");

    /** Refuses what git's log format cannot quote. */
    public TagGlob {
        if (text.contains(",") || text.contains(")")) {
            throw new IllegalArgumentException(
                    "'" + text + "' has ',' or ')', which git's log format cannot quote; use '?' in their place");
        }
    }
}
