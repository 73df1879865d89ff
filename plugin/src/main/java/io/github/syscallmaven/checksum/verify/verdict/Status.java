package io.github.syscallmaven.checksum.verify.verdict;

import io.github.syscallmaven.digest.Algorithm;
import java.util.Locale;

/**
 * The status of an entry, a line, a whole list, or a file that is in no list; and of the settings by which Maven
 * verifies.
 */
public enum Status {
    /** The file has the digest. */
    OK,
    /** The file has another digest. */
    MISMATCH,
    /** There is no such file. */
    MISSING,
    /** There is such a file, and it cannot be read. */
    UNREADABLE,
    /** The name leads, or might lead, out of the base directory, or is not that of a regular file. It is not opened. */
    REFUSED,
    /** The file was written to while it was read. */
    CHANGED,
    /** The line is no checksum in any form, or one of the wrong length or an unknown algorithm. */
    MALFORMED,
    /** The digest is of another algorithm than the name of the list promises. It is not compared. */
    OTHER_ALGORITHM,
    /** The list has two different digests of one algorithm for the file. */
    CONFLICT,
    /** The file that should be a list is something else, such as a web page. */
    NOT_A_LIST,
    /** The list has no checksum in it. */
    EMPTY,
    /** No file at all was verified. */
    NOTHING_VERIFIED,
    /** All digests of the file are of algorithms that prove little; see {@link Algorithm#isWeak}. */
    WEAK,
    /** No list has the file. */
    EXTRA,
    /** No list has the file, but its digest is that of a missing one. */
    MOVED,
    /** Maven does not verify by the list, or not all that it should. */
    NOT_ENFORCED,
    /** Maven resolves an artifact that the list does not have. */
    NOT_LISTED,
    /** Maven is not known to resolve the artifact that the list has. */
    UNUSED,
    /** Maven cannot build this part of the project while it verifies. */
    TRAP,
    /** Something worth a remark. */
    NOTE;

    /** In lower case, words separated by blanks. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
