package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what {@code -Dbench} chooses and prints it in Markdown; README.md tells what there is. */
public final class GoalsBenchmark {
    private GoalsBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Settings settings = Settings.ofSystem();
        Inputs.remove(settings.work());
        Files.createDirectories(settings.work().resolve("home"));
        Report report = new Report();
        try {
            report.line("# Benchmarks");
            report.line("");
            report.line(Machine.describe(settings.maven().version()) + "; medians of " + settings.countedRuns()
                    + " runs in turn after one that does not count.");
            Processes processes = new Processes(settings.work());
            new ReleaseScenario(settings, report, processes).run();
            new StartScenario(settings, report, processes).run();
            new CallScenario(settings, report, processes).run();
            new InfoScenarios(settings, report, processes).run();
            new HashScenarios(settings, report, processes).run();
            report.targets();
        } finally {
            Files.writeString(Path.of("bench.md"), report.toString());
            Inputs.remove(settings.work());
        }
    }
}
