package io.github.syscallmaven.checksum.verify.verdict;

import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Printable;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a verification.
 *
 * @param isFailure whether the verification fails by it
 * @param list that has it; null for a file that no list has, and for what is about all lists together
 * @param line of the list, from 1; 0 for the whole list
 * @param name of the file, or of what else it is about; null when that has no name
 * @param expected the algorithm and the digest that the list has; null for what is not about an entry
 * @param actual the digest of the file; null when it has not been read
 * @param what more there is to say, a sentence without its stop, made harmless to show; empty when the status says it
 *     all
 */
public record Verdict(
        Status status,
        boolean isFailure,
        @Nullable BytePath list,
        int line,
        @Nullable BytePath name,
        @Nullable Expected expected,
        @Nullable Digest actual,
        String what) {
    public Verdict {
        // Much of it is made of what lists hold.
        what = Printable.of(what);
    }

    /** In bytes. */
    private static final int MOST_NAME = 300;

    /** What a list says. */
    public record Expected(Algorithm algorithm, Digest digest) {}

    /** Readable text: {@code 'a/b.jar': missing (checksums.sha256, line 7)}. Long names are cut. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (name != null) {
            text.append('\'').append(cut(name)).append("': ");
        }
        text.append(status).append(what.isEmpty() ? "" : ", ").append(what);
        return list == null
                ? text.toString()
                : text.append(" (").append(place()).append(')').toString();
    }

    /** The list and the line. */
    public String place() {
        return list == null ? "" : cut(list) + (line == 0 ? "" : ", line " + line);
    }

    /** A list can have names of megabytes, and each of them in very many lines. */
    private static String cut(BytePath name) {
        return name.length() <= MOST_NAME ? name.toString() : name.slice(0, MOST_NAME) + "...";
    }
}
