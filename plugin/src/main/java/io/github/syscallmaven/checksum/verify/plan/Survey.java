package io.github.syscallmaven.checksum.verify.plan;

import io.github.syscallmaven.checksum.list.entry.ListEntry;
import io.github.syscallmaven.checksum.list.entry.ListProblem;
import io.github.syscallmaven.checksum.list.name.FingerprintTable;
import io.github.syscallmaven.checksum.list.name.ListedNames;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds files that are listed several times, before anything is hashed, so that each is read once. This only affects
 * how often a file is read, not what is verified: a list may still change before it is read for the verification. Takes
 * up to 43 bytes a name, and after {@link #end} only for names in several places. For one thread.
 */
public final class Survey implements ListedSink {
    /** Entries for further algorithms are read by themselves. */
    private static final int MOST_ALGORITHMS = 48;

    /** In bytes. Files for whose digests there is no room until they are needed again are read again. */
    private static final long MOST_KEPT = 64L << 20;

    private static final int KEPT_BYTES = 32;

    private static final long SEEN = 1L << 63;
    private static final long PLANNED = 1L << 62;
    private static final long LATER = (1L << MOST_ALGORITHMS) - 1;

    private final ListedNames names;
    private final List<Algorithm> algorithms = new ArrayList<>();
    private FingerprintTable files = new FingerprintTable();
    private long found;
    private long keptBytes;
    private BytePath folder = BytePath.of("");
    private BytePath last = BytePath.of("");
    private int neighbours;
    private boolean isLater;

    public Survey(ListedNames names) {
        this.names = names;
    }

    @Override
    public ListedSink from(BytePath list, BytePath nextFolder) {
        folder = nextFolder;
        return this;
    }

    @Override
    public void entry(ListEntry entry) {
        add(names.plain(folder, entry.name()), entry.algorithm());
    }

    @Override
    public void problem(ListProblem problem) {
        // It comes between neighbours, as it does when tasks are collected.
        neighbours = 0;
    }

    @Override
    public void unread(BytePath list, IOException reason) {
        neighbours = 0;
    }

    /** There will be an entry of this algorithm for the file of this plain name. */
    public void add(BytePath name, Algorithm algorithm) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted();
        }
        long file = names.fingerprint(name);
        long known = files.get(file);
        if (neighbours == 0 || neighbours == TaskCollector.MOST || !name.equals(last)) {
            neighbours = 0;
            isLater = known != 0;
        }
        neighbours++;
        last = name;
        files.put(file, known | SEEN | (isLater ? bit(algorithm) : 0));
    }

    private long bit(Algorithm algorithm) {
        int number = algorithms.indexOf(algorithm);
        if (number < 0 && algorithms.size() < MOST_ALGORITHMS) {
            number = algorithms.size();
            algorithms.add(algorithm);
        }
        return number < 0 ? 0 : 1L << number;
    }

    /** There are no more entries. */
    public void end() {
        found = files.size();
        files = files.only(known -> (known & LATER) != 0);
    }

    /** How many files there are. */
    public long files() {
        return found;
    }

    /**
     * What to do for entries of a file, the next ones in order.
     *
     * @param hash the algorithms to read the file with; none where its digests are known
     * @param keep those of which later entries need the digest; they are known to the later ones
     */
    record Plan(List<Algorithm> hash, List<Algorithm> keep) {}

    /**
     * For the next entries of this file, which are of these algorithms, each once. To be asked in the order of the
     * lists.
     */
    Plan plan(long file, List<Algorithm> wanted) {
        long known = files.get(file);
        List<Algorithm> later = later(known);
        if ((known & PLANNED) != 0) {
            return later.containsAll(wanted) ? new Plan(List.of(), later) : new Plan(wanted, List.of());
        }
        if (later.isEmpty() || keptBytes > MOST_KEPT) {
            return new Plan(wanted, List.of());
        }
        keptBytes += KEPT_BYTES + later.stream().mapToInt(Algorithm::length).sum();
        files.put(file, known | PLANNED);
        Set<Algorithm> all = new LinkedHashSet<>(wanted);
        all.addAll(later);
        return new Plan(List.copyOf(all), later);
    }

    private List<Algorithm> later(long known) {
        if ((known & LATER) == 0) {
            return List.of();
        }
        List<Algorithm> later = new ArrayList<>();
        for (int i = 0; i < algorithms.size(); i++) {
            if ((known & 1L << i) != 0) {
                later.add(algorithms.get(i));
            }
        }
        return later;
    }
}
