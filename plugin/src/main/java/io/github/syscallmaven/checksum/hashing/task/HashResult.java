package io.github.syscallmaven.checksum.hashing.task;

import io.github.syscallmaven.digest.Digest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a task.
 *
 * @param size of the file, in bytes
 * @param digests one for each algorithm of the task, in its order; none when the file could not be read
 * @param failure why it could not be read; null when it could
 */
public record HashResult<T extends HashTask>(
        T task, long size, List<Digest> digests, @Nullable IOException failure) {}
