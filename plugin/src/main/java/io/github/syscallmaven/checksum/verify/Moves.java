package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import io.github.syscallmaven.io.BytePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds missing files under other names, by their digests. */
final class Moves {
    /**
     * Bounds memory, for instance if a list is for quite another directory: moves are found for this many missing
     * files.
     */
    private static final long MOST_BYTES = 32 * 1024 * 1024;

    /** What an entry takes, about. */
    private static final int ENTRY_BYTES = 300;

    /** Combinations of algorithms that lists have for a file. Each is a look for each file. */
    private static final int MOST_COMBINATIONS = 32;

    private static final Comparator<Algorithm> BY_NAME = Comparator.comparing(Algorithm::name);

    private final Map<BytePath, SortedMap<Algorithm, Digest>> missing = new LinkedHashMap<>();
    private final Map<List<Algorithm>, Map<List<Digest>, Deque<BytePath>>> combinations = new LinkedHashMap<>();
    private final SortedMap<Algorithm, Boolean> algorithms = new TreeMap<>(BY_NAME);
    private long bytes;

    /** A file that a list has and that is not there. */
    void missing(BytePath name, ListEntry entry) {
        if (bytes <= MOST_BYTES) {
            bytes += name.length() + ENTRY_BYTES;
            missing.computeIfAbsent(name, first -> new TreeMap<>(BY_NAME)).put(entry.algorithm(), entry.digest());
        }
    }

    /** To be called when all missing files are known. */
    void index() {
        missing.forEach((name, digests) -> {
            List<Algorithm> combination = List.copyOf(digests.keySet());
            if (combinations.containsKey(combination) || combinations.size() < MOST_COMBINATIONS) {
                combination.forEach(algorithm -> algorithms.put(algorithm, true));
                combinations
                        .computeIfAbsent(combination, first -> new HashMap<>())
                        .computeIfAbsent(List.copyOf(digests.values()), first -> new ArrayDeque<>(1))
                        .add(name);
            }
        });
        missing.clear();
    }

    /** Those that a file has to be hashed with, to be recognised. */
    List<Algorithm> algorithms() {
        return List.copyOf(algorithms.keySet());
    }

    /**
     * The missing file that this one is by all its digests; null when it is none. Each is found once: there is one file
     * of that name, so one file only can be it.
     */
    @Nullable
    BytePath find(List<Algorithm> of, List<Digest> digests) {
        for (Map.Entry<List<Algorithm>, Map<List<Digest>, Deque<BytePath>>> combination : combinations.entrySet()) {
            List<Digest> wanted = new ArrayList<>();
            combination.getKey().forEach(algorithm -> wanted.add(digests.get(of.indexOf(algorithm))));
            Deque<BytePath> names = combination.getValue().get(wanted);
            if (names != null) {
                BytePath found = names.remove();
                if (names.isEmpty()) {
                    combination.getValue().remove(wanted);
                }
                return found;
            }
        }
        return null;
    }
}
