package io.github.syscallmaven.checksum;

import io.github.syscallmaven.io.BytePath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The files that have matched a weak digest, and no other; the first {@value #NAMED} are remembered by name. */
final class WeakFiles {
    private static final int NAMED = 10;

    private final NameSet strong = new NameSet();
    private final NameSet weak = strong.another();
    private final List<BytePath> first = new ArrayList<>();
    private final TreeSet<String> algorithms = new TreeSet<>();

    void verified(BytePath name, Algorithm algorithm) {
        if (!algorithm.isWeak()) {
            strong.add(name);
        } else if (weak.add(name) && !strong.contains(name)) {
            algorithms.add(algorithm.name());
            if (first.size() < NAMED) {
                first.add(name);
            }
        }
    }

    int count() {
        return weak.countWithout(strong);
    }

    /** How many, by which algorithms, and some by name. */
    @Override
    public String toString() {
        List<String> named = first.stream()
                .filter(name -> !strong.contains(name))
                .map(name -> "'" + name + "'")
                .toList();
        return "only " + String.join(" and ", algorithms) + " for " + count() + (count() == 1 ? " file" : " files")
                + (named.isEmpty() ? "" : ", such as " + String.join(", ", named));
    }
}
