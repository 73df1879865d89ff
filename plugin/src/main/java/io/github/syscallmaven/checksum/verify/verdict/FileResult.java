package io.github.syscallmaven.checksum.verify.verdict;

import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.hashing.task.HashTask;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.ChangedWhileReadingException;
import io.github.syscallmaven.io.RefusedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a file.
 *
 * @param digests one for each of the algorithms; none when it could not be read
 * @param failure why it could not be read; null when it could
 */
public record FileResult(
        List<Algorithm> algorithms,
        List<Digest> digests,
        @Nullable Failure failure) {
    /** Why a file could not be read: {@code what} says more, and is empty when the status says it all. */
    public record Failure(Status status, String what) {
        public static Failure of(IOException reason) {
            if (reason instanceof NoSuchFileException) {
                return new Failure(Status.MISSING, "");
            }
            if (reason instanceof RefusedException) {
                return new Failure(Status.REFUSED, text(reason));
            }
            boolean changed = reason instanceof ChangedWhileReadingException;
            return new Failure(changed ? Status.CHANGED : Status.UNREADABLE, text(reason));
        }

        private static String text(IOException failure) {
            String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
            return reason == null ? failure.toString() : reason;
        }
    }

    public static FileResult of(HashResult<? extends HashTask> hashed) {
        Failure failure = hashed.failure() == null ? null : Failure.of(hashed.failure());
        return new FileResult(hashed.task().algorithms(), hashed.digests(), failure);
    }

    /** By an algorithm that is among them. */
    public Digest digest(Algorithm algorithm) {
        return digests.get(algorithms.indexOf(algorithm));
    }
}
