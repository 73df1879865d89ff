package io.github.syscallmaven.checksum.verify.verdict;

import io.github.syscallmaven.checksum.list.entry.Cause;
import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.io.BytePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Counts the causes of failures, as far as remedies depend on them. */
public final class Causes {
    /** Of files that are missing so many are remembered by name. */
    private static final int MOST_MISSING = 3;

    private static final int MOST_ORIGINS = 1000;

    private final Map<Status, Long> failures = new EnumMap<>(Status.class);
    private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    private final List<BytePath> missing = new ArrayList<>();
    private final Set<String> rightGuesses = new TreeSet<>();
    private final Map<String, List<String>> wrongGuesses = new TreeMap<>();
    private final Set<String> origins = new LinkedHashSet<>();

    void failed(Status status) {
        failures.merge(status, 1L, Long::sum);
    }

    public void found(Cause cause) {
        causes.merge(cause, 1L, Long::sum);
    }

    public void missing(BytePath name) {
        if (missing.size() < MOST_MISSING) {
            missing.add(name);
        }
    }

    /** The algorithm of a digest follows from its length, and nothing else. */
    public void guessed(ListEntry entry, boolean matches) {
        if (matches) {
            rightGuesses.add(entry.algorithm().name());
        } else if (!entry.otherAlgorithms().isEmpty()) {
            wrongGuesses.put(entry.algorithm().name(), entry.otherAlgorithms());
        }
    }

    public boolean hasRoomForOrigins() {
        return origins.size() < MOST_ORIGINS;
    }

    public void origin(String origin) {
        origins.add(origin);
    }

    /** The kinds of verdicts by which it fails. */
    public Set<Status> failing() {
        return Collections.unmodifiableSet(failures.keySet());
    }

    /** Whether there are failures of this status that none of these is the cause of. */
    public boolean isOther(Status status, Cause... known) {
        long explained = Stream.of(known)
                .mapToLong(cause -> causes.getOrDefault(cause, 0L))
                .sum();
        return failures.getOrDefault(status, 0L) > explained;
    }

    public boolean has(Cause cause) {
        return causes.containsKey(cause);
    }

    /** Some names of files that are missing, from the base directory. */
    public List<BytePath> missing() {
        return Collections.unmodifiableList(missing);
    }

    /**
     * The algorithms that digests were taken to be of because of their length, none of which matched, and the others.
     */
    public Map<String, List<String>> wrongGuesses() {
        Map<String, List<String>> wrong = new TreeMap<>(wrongGuesses);
        wrong.keySet().removeAll(rightGuesses);
        return wrong;
    }

    /** Where the algorithms of lists come from, for people; not more than a thousand. */
    public Set<String> origins() {
        return Collections.unmodifiableSet(origins);
    }
}
