package io.github.syscallmaven.checksum.verify.verdict;

import io.github.syscallmaven.checksum.list.name.FingerprintTable;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import java.util.ArrayList;
import java.util.List;

/** Counts files by their status. A file that is in several lists counts once. Takes up to 43 bytes a file. */
public final class FileTally {
    /** Of files with nothing but weak digests so many are remembered by name, and so many of them are told. */
    private static final int REMEMBERED = 1000;

    private static final int NAMED = 10;

    private static final int MOST_WEAK = 16;
    private static final int FIRST_WEAK = 40;
    private static final long FAILED = 1L << 32;
    private static final long STRONG = 1L << 33;
    private static final long LIST = 1L << 34;
    private static final long WEAK = ((1L << MOST_WEAK) - 1) << FIRST_WEAK;

    private static final List<Status> STATUSES = List.of(Status.values());

    private final FingerprintTable files = new FingerprintTable();
    private final List<Algorithm> weak = new ArrayList<>();
    private final List<WeakFile> firstWeak = new ArrayList<>();

    private record WeakFile(long file, BytePath name) {}

    /** This file is a list. */
    public void add(long file) {
        files.put(file, files.get(file) | LIST);
    }

    /** Whether a list has this file, or it is a list. */
    public boolean contains(long file) {
        return files.get(file) != 0;
    }

    /** What was found of an entry for this file. */
    public void add(long file, Verdict verdict) {
        long known = files.get(file) | bit(verdict.status()) | (verdict.isFailure() ? FAILED : 0);
        if (verdict.status() == Status.OK && verdict.expected() != null) {
            known |= strength(verdict.expected().algorithm());
        }
        if (isWeak(known) && verdict.name() != null && firstWeak.size() < REMEMBERED) {
            firstWeak.add(new WeakFile(file, verdict.name()));
        }
        files.put(file, known);
    }

    private static long bit(Status status) {
        return 1L << STATUSES.indexOf(status);
    }

    private long strength(Algorithm algorithm) {
        if (!algorithm.isWeak()) {
            return STRONG;
        }
        if (!weak.contains(algorithm) && weak.size() < MOST_WEAK) {
            weak.add(algorithm);
        }
        return 1L << (FIRST_WEAK + Math.max(0, weak.indexOf(algorithm)));
    }

    /** How many files have this status; those that are well have it only if nothing speaks against them. */
    long count(Status status) {
        long[] count = new long[1];
        files.forEach(
                known -> count[0] += (known & bit(status)) != 0 && (status != Status.OK || isVerified(known)) ? 1 : 0);
        return count[0];
    }

    private static boolean isVerified(long known) {
        return (known & bit(Status.OK)) != 0 && (known & FAILED) == 0;
    }

    private static boolean isWeak(long known) {
        return isVerified(known) && (known & STRONG) == 0;
    }

    /**
     * How many files are well by weak digests only, by which algorithms, and some by name; empty when there are none.
     */
    String weak() {
        long[] found = new long[2];
        files.forEach(known -> {
            found[0] += isWeak(known) ? 1 : 0;
            found[1] |= isWeak(known) ? known & WEAK : 0;
        });
        if (found[0] == 0) {
            return "";
        }
        List<String> algorithms = new ArrayList<>();
        for (int i = 0; i < weak.size(); i++) {
            if ((found[1] & 1L << (FIRST_WEAK + i)) != 0) {
                algorithms.add(weak.get(i).name());
            }
        }
        algorithms.sort(null);
        List<String> named = firstWeak.stream()
                .filter(first -> isWeak(files.get(first.file)))
                .map(first -> "'" + first.name + "'")
                .distinct()
                .limit(NAMED)
                .toList();
        return "only " + String.join(" and ", algorithms) + " for " + found[0] + (found[0] == 1 ? " file" : " files")
                + (named.isEmpty() ? "" : ", such as " + String.join(", ", named));
    }
}
