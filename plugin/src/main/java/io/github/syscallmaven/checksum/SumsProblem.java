package io.github.syscallmaven.checksum;

/**
 * Something about a list that its user should know.
 *
 * @param line where, from 1; 0 when it is about the whole
 * @param what for people: what follows "line 7 of x.sha256 ", with a remedy where there is one
 */
public record SumsProblem(Kind kind, int line, String what) implements Finding {
    /** What it is about; what of it is a failure is for the caller to decide. */
    public enum Kind {
        /** A line that is not in any form that is read. */
        MALFORMED,
        /** A digest longer or shorter than its algorithm's. */
        WRONG_LENGTH,
        /** A line with a NUL, which no name and no digest can have. */
        NUL,
        /** A line, row, record or element of more than {@link SumsReader#MAX_LINE} bytes. */
        TOO_LONG,
        /** An entry of an algorithm that is not available. */
        UNKNOWN_ALGORITHM,
        /** A second digest for the same file and algorithm that differs from the first. Both entries are reported as entries. */
        CONFLICT,
        /** The whole is something else: a web page, another XML or JSON document, UTF-16. Nothing more is read. */
        NOT_A_LIST,
        /** There is not one entry. */
        EMPTY,
        /** A note: the list began with the byte order mark of UTF-8, which was skipped. */
        BYTE_ORDER_MARK,
        /** A note: a second entry with the same digest for the same file. */
        DUPLICATE,
        /** A note: a sidecar that names another file than the one that it stands beside. */
        OTHER_NAME;

        /** Whether it is worth a remark, but does not cast doubt on the list. */
        public boolean isNote() {
            return this == BYTE_ORDER_MARK || this == DUPLICATE || this == OTHER_NAME;
        }

        /** Whether coreutils would count the line as improperly formatted. */
        public boolean isMalformedLine() {
            return switch (this) {
                case MALFORMED, WRONG_LENGTH, NUL, TOO_LONG, UNKNOWN_ALGORITHM -> true;
                default -> false;
            };
        }
    }
}
