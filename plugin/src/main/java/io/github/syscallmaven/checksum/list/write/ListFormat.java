package io.github.syscallmaven.checksum.list.write;

import java.io.IOException;
import java.io.OutputStream;

/** The formats that lists of checksums are written in. {@code ChecksumListReader} reads them all back. */
public enum ListFormat {
    /**
     * What {@code sha256sum} writes and {@code sha256sum -c} reads: digest, two blanks, name. A name with a backslash,
     * LF or CR has them escaped and a backslash before the digest. Does not say which algorithm: one list, one
     * algorithm.
     */
    GNU {
        @Override
        public ListWriter to(OutputStream out) {
            return new LineWriter(out, false);
        }
    },

    /** What {@code sha256sum --tag} and the BSDs write: {@code SHA256 (name) = digest}, escaped as {@link #GNU} is. */
    BSD {
        @Override
        public ListWriter to(OutputStream out) {
            return new LineWriter(out, true);
        }
    },

    /**
     * RFC 4180 with LF: columns {@code name,nameBytes,algorithm,digest}, the first always quoted. A name that is not
     * UTF-8 stands in the second as lower-case hexadecimal digits, and the first is empty; otherwise the second is
     * empty.
     */
    CSV {
        @Override
        public ListWriter to(OutputStream out) throws IOException {
            return new CsvWriter(out);
        }
    },

    /**
     * {@code {"checksums":[{"name":"…","algorithm":"SHA-256","digest":"…"},…]}}, one entry a line. A name that is not
     * UTF-8 stands as lower-case hexadecimal digits in {@code nameBytes}, and there is no {@code name}.
     */
    JSON {
        @Override
        public ListWriter to(OutputStream out) throws IOException {
            return new JsonWriter(out);
        }
    };

    /** A writer to this stream, which should be buffered; what opens the list is written at once. */
    public abstract ListWriter to(OutputStream out) throws IOException;
}
