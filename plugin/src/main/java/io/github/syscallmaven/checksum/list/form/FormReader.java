package io.github.syscallmaven.checksum.list.form;

import java.io.IOException;
import java.io.InputStream;

/** Reads lists of one form, and passes on what they yield. {@code ListForms} says which reader reads which lists. */
public interface FormReader {
    /**
     * Reads all of this list, or up to where it is clear that it is none.
     *
     * @throws IOException only when the stream does
     */
    void read(InputStream in) throws IOException;
}
