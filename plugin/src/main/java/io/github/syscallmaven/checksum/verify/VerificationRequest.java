package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.PathFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to verify.
 *
 * @param base the directory that all names are relative to, absolute and without {@code .} and {@code ..}
 * @param shownFrom the directory that verdicts show lists and files from, written as {@code base} is
 * @param lists files with checksums, written as {@code base} is; a sidecar is one, too
 * @param sidecars which sidecars below the base directory to look for; null not to
 * @param untagged the algorithm of digests that do not say theirs; null to go by the name of the list and their length
 * @param audit which files below the base directory have to be in a list; null not to look for any
 * @param unaudited files that need not be in any list, written as {@code base} is; the lists themselves need not be
 *     either
 */
public record VerificationRequest(
        BytePath base,
        BytePath shownFrom,
        List<BytePath> lists,
        @Nullable SidecarSearch sidecars,
        @Nullable Algorithm untagged,
        Leniency leniency,
        @Nullable PathFilter audit,
        List<BytePath> unaudited) {
    /**
     * Which sidecars to look for.
     *
     * @param of the files that they are to be of
     * @param names how they may be called themselves
     */
    public record SidecarSearch(PathFilter of, PathFilter names) {}
}
