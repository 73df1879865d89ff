package io.github.syscallmaven.bench;

import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The call layer alone: {@link CallBenchmark}, and the same call by java.lang.foreign where a newer JDK is installed.
 */
final class CallScenario {
    private static final int FIRST_WITH_FOREIGN = 22;
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)(.*)\"");

    private final Settings settings;
    private final Report report;
    private final Processes processes;

    CallScenario(Settings settings, Report report, Processes processes) {
        this.settings = settings;
        this.report = report;
        this.processes = processes;
    }

    void run() throws IOException, InterruptedException, RunnerException {
        if (!settings.wants("calls")) {
            return;
        }
        Map<String, RunResult> results = new TreeMap<>();
        for (RunResult result : new Runner(options().build()).run()) {
            results.put(result.getPrimaryResult().getLabel(), result);
        }
        double stub3 = best(result(results, "stub3"));
        List<List<String>> rows = new ArrayList<>();
        results.forEach((name, result) -> rows.add(Report.cells(
                name,
                Report.number(best(result), 0),
                Report.number(mean(result), 0) + " ± "
                        + Report.number(result.getPrimaryResult().getScoreError(), 0),
                Report.number(best(result) / stub3, 2))));
        foreign(stub3).ifPresent(rows::add);
        report.heading("getpid(2)");
        report.table(List.of("", "ns, best round", "mean (99.9 %)", "best ÷ stub3"), rows);
        RunResult stub = result(results, "stub3");
        promise(
                "a call through the stub",
                "JNA interface mapping ÷ ours",
                "≥ 5",
                result(results, "stub3ByInterface"),
                stub);
        promise(
                "one of 32 calls in a sequence",
                "JNA interface mapping ÷ ours",
                "≥ 5",
                result(results, "stub3ByInterface"),
                result(results, "stubN"));
        promise("a call, trace off", "Syscalls ÷ gate", "1", result(results, "syscallsTraceOff"), stub);
    }

    private void promise(String work, String against, String target, RunResult over, RunResult under) {
        report.target(work, against, target, mean(over) / mean(under), best(over) / best(under), Double.NaN);
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(CallBenchmark.class.getName())
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Djava.io.tmpdir=" + settings.work());
        return settings.quick() ? options.forks(1).warmupIterations(1).measurementIterations(2) : options;
    }

    private static RunResult result(Map<String, RunResult> results, String name) {
        return Objects.requireNonNull(results.get(name));
    }

    private static double mean(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    /** Other work on the machine makes calls dearer, never cheaper: the best round is what tells. */
    private static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private Optional<List<String>> foreign(double stub3) throws IOException, InterruptedException {
        Optional<Path> jdk = newerJdk();
        if (jdk.isEmpty()) {
            return Optional.empty();
        }
        Path source = settings.work().resolve("ForeignCall.java");
        try (var in = CallScenario.class.getResourceAsStream("ForeignCall.java")) {
            Files.copy(Objects.requireNonNull(in), source);
        }
        Contestant contestant = new Contestant(
                "java.lang.foreign",
                settings.work(),
                source.resolveSibling("none"),
                jdk.get() + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstub=" + CallBenchmark.unpackStub(settings.work()),
                source.toString(),
                Integer.toString(Arch.X86_64.number(Call.GETPID)));
        List<String> output = processes.output(contestant, List.of());
        double nanos = Double.parseDouble(output.get(output.size() - 1));
        return Optional.of(Report.cells(
                "stub3 by java.lang.foreign, JDK " + version(jdk.get()),
                Report.number(nanos, 0),
                "–",
                Report.number(nanos / stub3, 2)));
    }

    private static Optional<Path> newerJdk() throws IOException {
        Path folder = Path.of("/usr/lib/jvm");
        try (Stream<Path> homes = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return homes.filter(home -> version(home) >= FIRST_WITH_FOREIGN)
                    .max(Comparator.comparing(CallScenario::version));
        }
    }

    private static int version(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.map(VERSION::matcher)
                    .filter(Matcher::matches)
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException noJdk) {
            return 0;
        }
    }
}
