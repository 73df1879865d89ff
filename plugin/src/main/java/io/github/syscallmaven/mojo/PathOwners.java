package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.list.name.Fingerprints;
import io.github.syscallmaven.io.BytePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records which path belongs to which owner. An owner is a number with a name; several numbers may have one name. All
 * of it is in a locked map that all loads of the plugin in one build share.
 *
 * <p>A path takes 16 to 32 bytes, because only its {@linkplain Fingerprints fingerprint} is kept: a million sidecars
 * must fit.
 */
final class PathOwners {
    private static final int FIRST_PLACES = 64;

    private final Map<String, Object> shared;

    /** Only types of the JDK are put into the map. */
    PathOwners(Map<String, Object> shared) {
        this.shared = shared;
    }

    /** The number of a new owner, from 1. */
    int add(String name) {
        synchronized (shared) {
            names().add(name);
            return names().size();
        }
    }

    /**
     * Gives the path to this owner, if it is nobody's, or if another owner of the same name has it.
     *
     * @return the name of the owner who has it and keeps it; null when it is the new owner's now
     */
    @Nullable
    String claim(BytePath path, int owner) {
        synchronized (shared) {
            long print = fingerprint(path);
            int at = place(print, prints(), owners());
            int before = owners()[at];
            String name = before == 0 ? null : names().get(before - 1);
            if (name != null && (before == owner || !name.equals(names().get(owner - 1)))) {
                return name;
            }
            prints()[at] = print;
            owners()[at] = owner;
            if (before == 0) {
                count();
            }
            return null;
        }
    }

    private void count() {
        int size = (int) shared.merge("size", 1, (one, more) -> (int) one + (int) more);
        if (size > owners().length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        long[] prints = prints();
        int[] owners = owners();
        long[] morePrints = new long[prints.length * 2];
        int[] moreOwners = new int[prints.length * 2];
        for (int i = 0; i < prints.length; i++) {
            if (owners[i] != 0) {
                int at = place(prints[i], morePrints, moreOwners);
                morePrints[at] = prints[i];
                moreOwners[at] = owners[i];
            }
        }
        shared.put("prints", morePrints);
        shared.put("owners", moreOwners);
    }

    private static int place(long print, long[] prints, int[] owners) {
        int at = (int) print & (prints.length - 1);
        while (owners[at] != 0 && prints[at] != print) {
            at = (at + 1) & (prints.length - 1);
        }
        return at;
    }

    private long fingerprint(BytePath path) {
        byte[] key = (byte[]) shared.computeIfAbsent("key", first -> Fingerprints.randomKey());
        return new Fingerprints(key).of(path.toBytes());
    }

    private long[] prints() {
        return (long[]) shared.computeIfAbsent("prints", first -> new long[FIRST_PLACES]);
    }

    /** 0 is a free place. */
    private int[] owners() {
        return (int[]) shared.computeIfAbsent("owners", first -> new int[FIRST_PLACES]);
    }

    @SuppressWarnings("unchecked") // Nothing else is put there.
    private List<String> names() {
        return (List<String>) shared.computeIfAbsent("names", first -> new ArrayList<String>());
    }
}
