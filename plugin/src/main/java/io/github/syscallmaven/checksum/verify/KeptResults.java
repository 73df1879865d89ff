package io.github.syscallmaven.checksum.verify;

import io.github.syscallmaven.checksum.hashing.task.HashResult;
import io.github.syscallmaven.checksum.list.name.FingerprintTable;
import io.github.syscallmaven.checksum.verify.verdict.FileResult;
import io.github.syscallmaven.checksum.verify.verdict.FileResult.Failure;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask;
import io.github.syscallmaven.checksum.verify.verdict.ListedTask.Entries;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the results of files that later entries need again. A result takes the length of its digest and at most 43
 * bytes of a {@link FingerprintTable}, as digests are stored in pages.
 */
final class KeptResults {
    private static final int PAGE = 1 << 16;

    /** Reasons that differ, mostly by a name; what is beyond is remembered without its reason. */
    private static final int MOST_REASONS = 10_000;

    /** Where in the pages the digests of a file are, from 1; below 0 the number of its failure. */
    private final FingerprintTable places = new FingerprintTable();

    private final List<byte[]> pages = new ArrayList<>();
    private int used = PAGE;
    private final Map<Failure, Integer> numbers = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();

    /**
     * The result for these entries, kept by an earlier task or, if need be, kept for later ones. In the order of the
     * tasks.
     */
    FileResult of(Entries task, HashResult<ListedTask> hashed) {
        if (task.isReadEarlier()) {
            return kept(task);
        }
        FileResult result = FileResult.of(hashed);
        if (!task.keep().isEmpty()) {
            places.put(task.file(), result.failure() == null ? keep(task, result) : -number(result.failure()));
        }
        return result;
    }

    private long keep(Entries task, FileResult result) {
        int length = lengthOf(task.keep());
        if (length > PAGE - used) {
            pages.add(new byte[Math.max(PAGE, length)]);
            used = 0;
        }
        long place = (pages.size() - 1L) * PAGE + used + 1;
        for (Algorithm algorithm : task.keep()) {
            byte[] digest = result.digest(algorithm).toBytes();
            System.arraycopy(digest, 0, pages.get(pages.size() - 1), used, digest.length);
            used += digest.length;
        }
        return place;
    }

    private static int lengthOf(List<Algorithm> algorithms) {
        return algorithms.stream().mapToInt(Algorithm::length).sum();
    }

    private long number(Failure failure) {
        boolean isNew = !numbers.containsKey(failure);
        Failure known = isNew && failures.size() >= MOST_REASONS
                ? new Failure(failure.status(), "for the reason given above")
                : failure;
        return numbers.computeIfAbsent(known, first -> {
            failures.add(known);
            return failures.size();
        });
    }

    private FileResult kept(Entries task) {
        long place = places.get(task.file());
        if (place < 0) {
            return new FileResult(task.keep(), List.of(), failures.get((int) -place - 1));
        }
        List<Digest> digests = new ArrayList<>();
        byte[] page = pages.get((int) ((place - 1) / PAGE));
        int at = (int) ((place - 1) % PAGE);
        for (Algorithm algorithm : task.keep()) {
            byte[] digest = new byte[algorithm.length()];
            System.arraycopy(page, at, digest, 0, digest.length);
            digests.add(algorithm.digest(digest));
            at += digest.length;
        }
        return new FileResult(task.keep(), digests, null);
    }
}
