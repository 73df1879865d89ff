package io.github.syscallmaven.checksum.create;

import java.util.ArrayList;
import java.util.List;

/** Messages for the user: their number, and the first {@value #SIZE}. Safe for many threads. */
public final class CappedMessages {
    static final int SIZE = 100;

    private final List<String> first = new ArrayList<>();
    private long count;

    synchronized void add(String thing) {
        if (count++ < SIZE) {
            first.add(thing);
        }
    }

    public synchronized long count() {
        return count;
    }

    /** The first ones, a line each, and how many more there are. */
    public synchronized String lines() {
        String more = count > first.size() ? "\n  and " + (count - first.size()) + " more" : "";
        return "  " + String.join("\n  ", first) + more;
    }
}
