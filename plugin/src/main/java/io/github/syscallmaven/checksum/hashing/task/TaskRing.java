package io.github.syscallmaven.checksum.hashing.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places for a limited number of tasks and their results, used round and round. Tasks are numbered from 0 in the order
 * in which they are added. Not for two threads at once.
 */
final class TaskRing<T extends HashTask> {
    private final List<Place<T>> places;
    private long added;
    private long taken;
    private long finished;
    private long out;

    TaskRing(int size) {
        this.places = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            places.add(new Place<>());
        }
    }

    private static final class Place<T extends HashTask> {
        private @Nullable T task;
        private @Nullable HashResult<T> result;
    }

    private Place<T> place(long number) {
        return places.get((int) (number % places.size()));
    }

    boolean hasRoomFor(int count) {
        return added + count - out <= places.size();
    }

    void add(T task) {
        place(added++).task = task;
    }

    /** How many were ever added. */
    long added() {
        return added;
    }

    /** How many wait to be taken. */
    long waiting() {
        return added - taken;
    }

    /** Takes the next {@code size} that wait. */
    Chunk<T> take(int size) {
        List<T> tasks = new ArrayList<>(size);
        for (long number = taken; number < taken + size; number++) {
            tasks.add(Objects.requireNonNull(place(number).task));
        }
        Chunk<T> chunk = new Chunk<>(taken, tasks);
        taken += size;
        return chunk;
    }

    /** The results of neighbouring tasks from number {@code start} on. */
    void finish(long start, List<HashResult<T>> results) {
        for (int i = 0; i < results.size(); i++) {
            place(start + i).result = results.get(i);
        }
        finished += results.size();
    }

    boolean areAllFinished() {
        return finished == added;
    }

    boolean areAllOut() {
        return out == added;
    }

    /** Whether the result that is next in order is there. */
    boolean hasNext() {
        return place(out).result != null;
    }

    /** The first task whose result is not out; null when there is none. */
    @Nullable
    T first() {
        return place(out).task;
    }

    /** The tasks whose results are not there. */
    List<T> unfinished() {
        List<T> tasks = new ArrayList<>();
        for (long number = out; number < added; number++) {
            Place<T> place = place(number);
            if (place.result == null) {
                tasks.add(Objects.requireNonNull(place.task));
            }
        }
        return tasks;
    }

    /** In bytes, of the files whose results are there and not out. */
    long finishedBytes() {
        long bytes = 0;
        for (long number = out; number < added; number++) {
            HashResult<T> result = place(number).result;
            bytes += result == null ? 0 : result.size();
        }
        return bytes;
    }

    /** All results that are next in order and there. */
    List<HashResult<T>> removeNext() {
        List<HashResult<T>> next = new ArrayList<>();
        for (Place<T> place = place(out); place.result != null; place = place(out)) {
            next.add(place.result);
            place.task = null;
            place.result = null;
            out++;
        }
        return next;
    }
}
