package io.github.syscallmaven.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Contestants that run in turn, so that whatever else the machine does hits all alike; after one round that does not
 * count.
 */
final class Race {
    private final Processes processes;
    private final int rounds;
    private final List<Contestant> contestants = new ArrayList<>();

    Race(Processes processes, int rounds) {
        this.processes = processes;
        this.rounds = rounds;
    }

    void add(Contestant contestant) {
        contestants.add(contestant);
    }

    Results run() throws IOException, InterruptedException {
        List<Result> results = contestants.stream()
                .map(contestant -> new Result(contestant, new ArrayList<>()))
                .toList();
        for (int round = 0; round <= rounds; round++) {
            for (Result result : results) {
                Sample sample = processes.run(result.contestant());
                if (round > 0) {
                    result.samples().add(sample);
                }
            }
        }
        for (Contestant contestant : contestants) {
            processes.removeOutputs(contestant);
        }
        return new Results(results);
    }
}
