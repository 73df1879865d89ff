package io.github.syscallmaven.checksum.list.name;

import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * A hash table from {@link Fingerprints} to 64 bits that are not all 0. A place takes 16 bytes and at most three
 * quarters of the places are used, so an entry takes 22 to 43 bytes. For one thread at a time.
 */
public final class FingerprintTable {
    private long[] prints = new long[64];
    /** 0 for a free place. */
    private long[] values = new long[64];

    private int size;

    public int size() {
        return size;
    }

    /** 0 when nothing is known. */
    public long get(long print) {
        return values[place(print, prints, values)];
    }

    public void put(long print, long value) {
        if (value == 0) {
            throw new IllegalArgumentException("0 stands for a free place");
        }
        int at = place(print, prints, values);
        boolean isNew = values[at] == 0;
        prints[at] = print;
        values[at] = value;
        if (isNew && ++size > prints.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        long[] morePrints = new long[prints.length * 2];
        long[] moreValues = new long[prints.length * 2];
        for (int i = 0; i < prints.length; i++) {
            if (values[i] != 0) {
                int at = place(prints[i], morePrints, moreValues);
                morePrints[at] = prints[i];
                moreValues[at] = values[i];
            }
        }
        prints = morePrints;
        values = moreValues;
    }

    private static int place(long print, long[] prints, long[] values) {
        int at = (int) print & (prints.length - 1);
        while (values[at] != 0 && prints[at] != print) {
            at = (at + 1) & (prints.length - 1);
        }
        return at;
    }

    /** Tells all values, in no order. */
    public void forEach(LongConsumer consumer) {
        for (long value : values) {
            if (value != 0) {
                consumer.accept(value);
            }
        }
    }

    /** A table of those whose value is like this. */
    public FingerprintTable only(LongPredicate wanted) {
        FingerprintTable only = new FingerprintTable();
        for (int i = 0; i < prints.length; i++) {
            if (values[i] != 0 && wanted.test(values[i])) {
                only.put(prints[i], values[i]);
            }
        }
        return only;
    }
}
