package io.github.syscallmaven.checksum.list.entry;

/** The cause of a problem in a list, if the remedy depends on it. */
public enum Cause {
    /** A list is unreadable because it does not exist. */
    NO_SUCH_LIST,
    /** A line is malformed because it is of an algorithm that is not available, but Bouncy Castle has it. */
    ALGORITHM_OF_BOUNCY_CASTLE,
    /** A line is malformed because it is of an algorithm that is not available. */
    NO_SUCH_ALGORITHM,
    /** It is no list because it is UTF-16 without a byte order mark. */
    UTF_16,
    /** It is no list, but has a name like that of a sidecar. */
    STRANGE_SIDECAR,
    /** A list is empty because all that it has is reported as something else. */
    NOTHING_ELSE
}
