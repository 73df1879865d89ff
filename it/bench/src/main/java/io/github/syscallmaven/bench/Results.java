package io.github.syscallmaven.bench;

import java.util.List;
import java.util.Optional;

/** The results of one race, in the order in which the contestants ran. */
record Results(List<Result> all) {
    Optional<Result> find(String name) {
        return all.stream()
                .filter(result -> result.contestant().name().equals(name))
                .findFirst();
    }

    /** One that has taken part for certain. */
    Result of(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' did not run"));
    }
}
