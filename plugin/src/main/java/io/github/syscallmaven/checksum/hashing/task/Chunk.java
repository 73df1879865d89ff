package io.github.syscallmaven.checksum.hashing.task;

import java.util.List;

/** Consecutive tasks, the first of which has the number {@code start}. */
public record Chunk<T extends HashTask>(long start, List<T> tasks) {
    /** All tasks after the first {@code count}. */
    public Chunk<T> after(int count) {
        return new Chunk<>(start + count, tasks.subList(count, tasks.size()));
    }
}
