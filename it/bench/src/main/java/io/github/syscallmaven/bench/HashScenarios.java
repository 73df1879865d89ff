package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checksums of files. */
final class HashScenarios {
    private static final int KIB = 1024;
    private static final String BARE = "bare mvn validate";
    private static final String GOAL = "write-checksums";
    private static final String CHECKSUM_PLUGIN = "checksum-maven-plugin";
    private static final String OPENSSL = "openssl dgst";

    private final Settings settings;
    private final Report report;
    private final Processes processes;
    private final Inputs inputs;
    private final Hashers hashers;

    HashScenarios(Settings settings, Report report, Processes processes) throws IOException, InterruptedException {
        this.settings = settings;
        this.report = report;
        this.processes = processes;
        this.inputs = new Inputs(settings.work());
        this.hashers = Hashers.create(settings);
    }

    void run() throws IOException, InterruptedException {
        if (settings.wants("many")) {
            many();
        }
        if (settings.wants("sources")) {
            int count = settings.scaled(10_000);
            all(String.format("A source tree of %,d files", count), inputs.sources("sources", count), count);
        }
        if (settings.wants("half-million")) {
            halfMillion();
        }
        if (settings.wants("single")) {
            single();
        }
        if (settings.wants("four")) {
            large("4 files of %d MiB, SHA-256", inputs.large("four", 4, settings.scaled(500)), settings.scaled(500));
        }
        if (settings.wants("scaling")) {
            scaling();
        }
    }

    private void many() throws IOException, InterruptedException {
        int count = settings.scaled(50_000);
        String title = String.format("%,d files of 1 KiB, SHA-256", count);
        Results results = all(title, inputs.files("many", count, KIB), count);
        Result goal = results.of(GOAL);
        Result theirs = results.of(CHECKSUM_PLUGIN);
        Result bare = results.of(BARE);
        double cpu = goal.added(bare, Sample::cpu);
        report.target(
                title + ", in goal",
                "checksum-maven-plugin ÷ ours",
                "≥ 15",
                theirs,
                goal,
                theirs.added(bare, Sample::cpu) / cpu);
        results.find(Hashers.cProgram(Hashers.THREADS)).ifPresent(c -> {
            String against = "ours ÷ C program, as many threads";
            report.target(title + ", in goal", against, "≤ 2", goal, c, cpu / c.median(Sample::cpu));
            Result engine = results.of(engine(Hashers.THREADS));
            report.target(
                    title + ", engine since main()",
                    against,
                    "≤ 2.5",
                    engine,
                    c,
                    engine.median(Sample::cpu) / c.median(Sample::cpu));
        });
    }

    private static String engine(int threads) {
        return "engine, " + Hashers.threads(threads);
    }

    /** Everybody against everybody; the inputs are removed afterwards. */
    private Results all(String title, Path tree, int count) throws IOException, InterruptedException {
        Race race = race();
        race.add(hashers.bareMaven(BARE));
        race.add(hashers.goal(GOAL, tree));
        race.add(hashers.checksumPlugin(tree));
        engines(race, tree);
        race.add(hashers.nioLoop(tree));
        yardsticks(race, tree);
        race.add(hashers.tool("sha256sum, " + Hashers.THREADS + " processes", tree, "sha256sum"));
        race.add(hashers.tool("openssl dgst, " + Hashers.THREADS + " processes", tree, "openssl dgst -sha256"));
        Results results = finish(title, race, Hashers.cProgram(Hashers.THREADS));
        counts(results, count);
        Inputs.remove(tree);
        return results;
    }

    private void engines(Race race, Path tree) {
        IntStream.of(1, Hashers.THREADS)
                .distinct()
                .forEach(threads -> race.add(hashers.engine(engine(threads), tree, threads, "SHA-256")));
    }

    private void yardsticks(Race race, Path tree) {
        IntStream.of(1, Hashers.THREADS)
                .distinct()
                .mapToObj(threads -> hashers.yardstick(tree, threads))
                .flatMap(Optional::stream)
                .forEach(race::add);
    }

    private Race race() {
        return new Race(processes, settings.countedRuns());
    }

    /** Without a compiler there is no C program, and the NIO loop is what the others are compared with. */
    private Results finish(String title, Race race, String yardstick) throws IOException, InterruptedException {
        Results results = race.run();
        Optional<Result> measure = results.find(yardstick);
        if (measure.isEmpty()) {
            report.line("");
            report.line("C program: no compiler, or no headers of OpenSSL.");
        }
        report.race(title, results.all(), measure.orElse(results.all().get(0)));
        return results;
    }

    private void counts(Results results, int files) throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : results.all()) {
            long calls = SystemCalls.count(processes, result.contestant());
            if (calls > 0) {
                rows.add(Report.cells(
                        result.contestant().name(),
                        String.format("%,d", calls),
                        Report.number(calls / (double) files, 2)));
            }
        }
        report.line("");
        report.table(List.of("", "system calls of all processes", "a file"), rows);
    }

    private void halfMillion() throws IOException, InterruptedException {
        int count = settings.scaled(500_000);
        Path tree = inputs.files("half-million", count, KIB);
        Race race = race();
        yardsticks(race, tree);
        engines(race, tree);
        race.add(hashers.goal(GOAL, tree));
        String title = String.format("%,d files of 1 KiB, SHA-256", count);
        Results results = finish(title, race, Hashers.cProgram(Hashers.THREADS));
        results.find(Hashers.cProgram(Hashers.THREADS))
                .ifPresent(c -> report.target(
                        title,
                        "ours in goal ÷ C program, as many threads",
                        "≤ 1.15",
                        results.of(GOAL),
                        c,
                        results.of(engine(Hashers.THREADS)).median(Sample::cpu) / c.median(Sample::cpu)));
        Inputs.remove(tree);
    }

    private void single() throws IOException, InterruptedException {
        int mebibytes = settings.scaled(2000);
        Path tree = inputs.large("single", 1, mebibytes);
        Results results = large("1 file of %d MiB, SHA-256", tree, mebibytes);
        report.target(
                "one large file, SHA-256, in goal",
                "ours ÷ openssl dgst",
                "≤ 1.0",
                results.of(GOAL),
                results.of(OPENSSL),
                results.of(engine(1)).median(Sample::cpu) / results.of(OPENSSL).median(Sample::cpu));
        algorithms(inputs.large("single", 1, mebibytes), mebibytes);
    }

    private Results large(String title, Path tree, int mebibytes) throws IOException, InterruptedException {
        Race race = race();
        race.add(hashers.goal(GOAL, tree));
        race.add(hashers.checksumPlugin(tree));
        engines(race, tree);
        race.add(hashers.nioLoop(tree));
        hashers.yardstick(tree, Hashers.THREADS).ifPresent(race::add);
        race.add(hashers.tool("sha256sum", tree, "sha256sum"));
        race.add(hashers.tool(OPENSSL, tree, "openssl dgst -sha256"));
        Results results = finish(String.format(title, mebibytes), race, OPENSSL);
        Inputs.remove(tree);
        return results;
    }

    private void algorithms(Path tree, int mebibytes) throws IOException, InterruptedException {
        List<String> names = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");
        Race race = race();
        for (String name : names) {
            race.add(hashers.engine(name, tree, Hashers.THREADS, name));
        }
        race.add(hashers.engine("two, MD5 and SHA-512", tree, Hashers.THREADS, "MD5,SHA-512"));
        race.add(hashers.engine("all four", tree, Hashers.THREADS, String.join(",", names)));
        race.add(hashers.engine("all four, 1 thread", tree, 1, String.join(",", names)));
        Results results = race.run();
        Result slowest = names.stream()
                .map(results::of)
                .max((one, other) -> Double.compare(one.inner(), other.inner()))
                .orElseThrow();
        report.race(
                String.format(
                        "1 file of %d MiB, algorithms, engine in %s", mebibytes, Hashers.threads(Hashers.THREADS)),
                results.all(),
                slowest);
        report.target(
                "the same file, MD5 and SHA-512 at once",
                "ours ÷ slowest of all alone",
                "≤ 1.15, given the cores",
                results.of("two, MD5 and SHA-512"),
                slowest,
                results.of("two, MD5 and SHA-512").median(Sample::cpu) / slowest.median(Sample::cpu));
        double alone =
                names.stream().mapToDouble(name -> results.of(name).inner()).sum();
        report.target(
                "the same file, four algorithms at once",
                "ours ÷ slowest of the four alone; one after the other would be "
                        + Report.number(alone / slowest.inner(), 2),
                "≤ 1.15, given the cores",
                results.of("all four"),
                slowest,
                results.of("all four").median(Sample::cpu) / slowest.median(Sample::cpu));
        Inputs.remove(tree);
    }

    private void scaling() throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (int count : Stream.of(1_000, 10_000, 100_000, 1_000_000)
                .map(settings::scaled)
                .toList()) {
            Path tree = inputs.files("scaling", count, KIB);
            Race race = new Race(processes, Math.min(settings.countedRuns(), 5));
            IntStream.of(1, 2, 4, 8)
                    .filter(threads -> threads <= Hashers.THREADS)
                    .forEach(threads -> {
                        race.add(hashers.engine(
                                engine(threads) + ", 256 MiB heap", tree, threads, "SHA-256", "-Xmx256m"));
                        hashers.yardstick(tree, threads).ifPresent(race::add);
                    });
            for (Result result : race.run().all()) {
                rows.add(Report.cells(
                        String.format(
                                "%,d files, %s", count, result.contestant().name()),
                        Report.number(result.inner(), 0),
                        Report.number(result.inner() * 1000 / count, 2),
                        Report.number(result.most(Sample::peak), 0)));
            }
            Inputs.remove(tree);
        }
        report.heading("Scaling, files of 1 KiB");
        report.table(List.of("", "inside ms", "µs a file", "peak MiB"), rows);
    }
}
