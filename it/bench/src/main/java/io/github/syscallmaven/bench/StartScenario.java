package io.github.syscallmaven.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lies between the goal's first class and the stub in a fresh JVM, by the time at which the JVM loads the class
 * that a stage begins with.
 */
final class StartScenario {
    private static final Pattern LOADED = Pattern.compile("\\[([0-9.]+)s] (\\S+).*");
    private static final String OURS = "io.github.syscallmaven.";
    private static final String JNAS = "com.sun.jna.";

    /** Stages in their order, and the class that each begins with. */
    private static final Map<String, String> STAGES = stages();

    private final Settings settings;
    private final Report report;
    private final Processes processes;
    private final Path log;

    StartScenario(Settings settings, Report report, Processes processes) {
        this.settings = settings;
        this.report = report;
        this.processes = processes;
        this.log = settings.work().resolve("classes.log");
    }

    private static Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("the loader begins", "StubLoader");
        stages.put("the image is verified, beside all else", "StubImage");
        stages.put("a folder is made", "TrustedFolder");
        stages.put("JNA's library is unpacked", "JnaStart");
        stages.put("JNA starts", "Native");
        stages.put("JNA looks for folders with libraries", "NativeLibrary");
        stages.put("the stub is mapped", "Stub");
        stages.put("the stub is tried out", "SelfTest");
        return stages;
    }

    void run() throws IOException, InterruptedException {
        if (!settings.wants("start")) {
            return;
        }
        Path tree = new Inputs(settings.work()).files("start", 1, 1024);
        Hashers hashers = Hashers.create(settings);
        String option = "-Xlog:class+load:file=" + log + ":uptime";
        Contestant plain = hashers.engine("a plain JVM", tree, 1, "SHA-256", option);
        Contestant goal = hashers.goal("Maven's JVM", tree);
        Map<String, String> environment = new HashMap<>(goal.environment());
        environment.merge("MAVEN_OPTS", option, (given, added) -> given + " " + added);
        Contestant maven = new Contestant(
                goal.name(), goal.command(), goal.directory(), environment, goal.clock(), goal.outputs());
        List<Run> plainRuns = new ArrayList<>();
        List<Run> mavenRuns = new ArrayList<>();
        for (int round = 0; round <= settings.countedRuns(); round++) {
            plainRuns.add(run(plain));
            mavenRuns.add(run(maven));
        }
        show(plainRuns.subList(1, plainRuns.size()), mavenRuns.subList(1, mavenRuns.size()));
        Inputs.remove(tree);
    }

    /** The milliseconds at which each stage begins, and how many classes there were in the end. */
    private record Run(Map<String, Double> stages, int ours, int jnas) {
        /** NaN when the class was never loaded. */
        double begin(String type) {
            return stages.getOrDefault(type, Double.NaN);
        }
    }

    private Run run(Contestant contestant) throws IOException, InterruptedException {
        processes.run(contestant);
        Map<String, Double> loaded = new HashMap<>();
        int ours = 0;
        int jnas = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher matcher = LOADED.matcher(line);
            if (matcher.matches()) {
                String name = matcher.group(2);
                ours += name.startsWith(OURS) ? 1 : 0;
                jnas += name.startsWith(JNAS) ? 1 : 0;
                if (name.startsWith(OURS) || name.startsWith(JNAS)) {
                    loaded.putIfAbsent(
                            name.substring(name.lastIndexOf('.') + 1), Double.parseDouble(matcher.group(1)) * 1000);
                }
            }
        }
        return new Run(loaded, ours, jnas);
    }

    private void show(List<Run> plain, List<Run> maven) {
        report.heading("The start of the stub, ms since its loader began");
        List<List<String>> rows = new ArrayList<>();
        STAGES.forEach((stage, type) -> rows.add(
                Report.cells(stage, Report.number(since(plain, type), 0), Report.number(since(maven, type), 0))));
        rows.add(Report.cells(
                "classes of ours; of JNA's",
                plain.get(0).ours() + "; " + plain.get(0).jnas(),
                maven.get(0).ours() + "; " + maven.get(0).jnas()));
        report.table(List.of("", "a plain JVM", "Maven's JVM"), rows);
    }

    /** The median. */
    private static double since(List<Run> runs, String type) {
        double[] sorted = runs.stream()
                .mapToDouble(run -> run.begin(type) - run.begin("StubLoader"))
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
