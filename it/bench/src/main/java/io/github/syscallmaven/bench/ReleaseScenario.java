package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What people do with checksums: the artifacts of one release, each build in a fresh JVM. */
final class ReleaseScenario {
    private static final int ARTIFACTS = 3;
    private static final int MEBIBYTES = 5;
    private static final List<List<String>> CHOICES =
            List.of(List.of("SHA-256"), List.of("SHA-256", "SHA-512"), List.of("MD5", "SHA-1", "SHA-256", "SHA-512"));

    private static final String BARE = "bare mvn validate";
    private static final String GOAL = "write-checksums";
    private static final String BY_JDK = "write-checksums, <digests>jdk</digests>";
    private static final String CHECKSUM_PLUGIN = "checksum-maven-plugin";
    private static final String ENGINE = "engine, hashing alone";
    private static final String OPENSSL = "openssl dgst, a process for each algorithm";

    private final Settings settings;
    private final Report report;
    private final Processes processes;

    ReleaseScenario(Settings settings, Report report, Processes processes) {
        this.settings = settings;
        this.report = report;
        this.processes = processes;
    }

    void run() throws IOException, InterruptedException {
        if (!settings.wants("release")) {
            return;
        }
        Path tree = new Inputs(settings.work()).large("release", ARTIFACTS, MEBIBYTES);
        Hashers hashers = Hashers.create(settings);
        for (List<String> algorithms : CHOICES) {
            race(hashers.with(algorithms), tree, String.join(" + ", algorithms), algorithms.size() == 2);
        }
        Inputs.remove(tree);
    }

    private void race(Hashers hashers, Path tree, String algorithms, boolean promised)
            throws IOException, InterruptedException {
        Race race = new Race(processes, settings.countedRuns());
        race.add(hashers.bareMaven(BARE));
        race.add(hashers.goal(GOAL, tree));
        race.add(hashers.goal(BY_JDK, tree, "-Dsyscall.digests=jdk"));
        race.add(hashers.checksumPlugin(tree));
        race.add(hashers.hashingAlone(ENGINE, tree));
        race.add(hashers.nioLoop(tree));
        race.add(hashers.openssl(OPENSSL, tree));
        Results results = race.run();
        Result bare = results.of(BARE);
        String title = String.format("A release: %d artifacts of %d MiB, %s", ARTIFACTS, MEBIBYTES, algorithms);
        report.heading(title);
        report.table(
                List.of("", "whole process ms (min–max)", "added to bare ms", "inside ms", "CPU ms", "peak MiB"),
                results.all().stream()
                        .map(result -> Report.cells(
                                result.contestant().name(),
                                Report.number(result.wall(), 0) + " (" + Report.number(result.least(Sample::wall), 0)
                                        + "–" + Report.number(result.most(Sample::wall), 0) + ")",
                                result.contestant().clock() == InnerClock.MAVEN
                                        ? Report.number(result.added(bare, Sample::wall), 0)
                                        : "–",
                                Report.number(result.median(Sample::inner), 0),
                                Report.number(result.median(Sample::cpu), 0),
                                Report.number(result.most(Sample::peak), 0)))
                        .toList());
        promises(title, results, promised ? "≥ 3.5" : "–");
    }

    private void promises(String title, Results results, String target) {
        Result bare = results.of(BARE);
        Result ours = results.of(GOAL);
        Result theirs = results.of(CHECKSUM_PLUGIN);
        report.target(
                title + ", added to bare Maven",
                "checksum-maven-plugin ÷ ours",
                target,
                theirs.added(bare, Sample::wall) / ours.added(bare, Sample::wall),
                (theirs.least(Sample::wall) - bare.least(Sample::wall))
                        / (ours.least(Sample::wall) - bare.least(Sample::wall)),
                theirs.added(bare, Sample::cpu) / ours.added(bare, Sample::cpu));
        Result engine = results.of(ENGINE);
        Result openssl = results.of(OPENSSL);
        report.target(title, "hashing alone ÷ openssl dgst", "≤ 1.5", engine, openssl, Double.NaN);
    }
}
