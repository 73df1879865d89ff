package io.github.syscallmaven.checksum;

import java.io.IOException;
import java.io.InputStream;

/** Reads lists of one form, and passes on what they yield. {@link ListForms} says which reader reads which lists. */
interface ListReader {
    /**
     * Reads all of this list, or up to where it is clear that it is none.
     *
     * @throws IOException only when the stream does
     */
    void read(InputStream in) throws IOException;
}
