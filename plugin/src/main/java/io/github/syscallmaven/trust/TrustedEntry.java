package io.github.syscallmaven.trust;

import java.util.List;

/**
 * One line of a file of trusted checksums.
 *
 * @param path as in a remote repository
 * @param hash lower-case hexadecimal digits
 * @param comments the lines above it that begin with {@code #}
 * @param line its number in the file that it was read from, from 1; 0 for one that is new
 */
public record TrustedEntry(String path, String hash, List<String> comments, int line) {
    public TrustedEntry {
        comments = List.copyOf(comments);
    }
}
