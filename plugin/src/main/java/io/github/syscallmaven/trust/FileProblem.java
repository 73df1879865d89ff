package io.github.syscallmaven.trust;

import io.github.syscallmaven.io.Printable;

/**
 * What is wrong with a file of trusted checksums.
 *
 * @param line its number, from 1
 * @param text what the line holds, safe to show; empty where it does not matter
 */
public record FileProblem(Kind kind, int line, String text) {
    private static final int LONGEST_TEXT = 160;

    /** The kinds, with what Maven makes of them. */
    public enum Kind {
        CONFLICT_MARKER(true, "is a conflict marker of a version control system"),
        BYTE_ORDER_MARK(true, "begins with a byte order mark, which Maven takes for a part of the digest"),
        NOT_UTF_8(true, "is not UTF-8; Maven cannot read the file"),
        MALFORMED(true, "is not a digest, two blanks and a path; Maven ignores the line"),
        SEPARATOR(true, "does not have two blanks between digest and path; Maven ignores the line"),
        WRONG_LENGTH(true, "has a digest of the wrong length for the algorithm; no file matches it"),
        UPPER_CASE(true, "has upper-case digits; no file matches them, as Maven compares with lower-case digits"),
        UNKNOWN_PATH(true, "has a path that no repository has; Maven never looks for it"),
        CONTRADICTION(true, "has another digest for a path of a line above; Maven takes the last one"),
        DUPLICATE(false, "repeats the path and the digest of a line above"),
        CARRIAGE_RETURN(false, "ends in a carriage return; something converts the file's line ends"),
        UNSORTED(false, "and perhaps others are not sorted by path"),
        NO_FINAL_NEWLINE(false, "does not end in a line feed");

        private final boolean harmful;
        private final String meaning;

        Kind(boolean harmful, String meaning) {
            this.harmful = harmful;
            this.meaning = meaning;
        }

        /** Whether Maven verifies less than the file seems to say, or refuses what it should accept. */
        public boolean isHarmful() {
            return harmful;
        }
    }

    static FileProblem of(Kind kind, int line, String text) {
        return new FileProblem(kind, line, Printable.of(text, LONGEST_TEXT));
    }

    /** A sentence without a full stop. */
    @Override
    public String toString() {
        return "line " + line + " " + kind.meaning + (text.isEmpty() ? "" : ": '" + text + "'");
    }
}
