package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.verify.report.JUnitReport;
import io.github.syscallmaven.checksum.verify.report.JsonReport;
import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.Verdict;
import io.github.syscallmaven.checksum.verify.verdict.VerdictSink;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Printable;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Reports verdicts: the first ones of each kind in the log, all of them in files that are written at the end. */
public final class ReportFiles implements VerdictSink {
    private static final int MOST_LOGGED = 100;

    private final Log log;
    private final ProgressDisplay progress;
    private final ProjectFolders folders;
    private final ShownPaths shown;
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private final Set<Status> failing = EnumSet.noneOf(Status.class);
    private final List<VerdictSink> sinks = new ArrayList<>();
    private final List<ReportFile> files = new ArrayList<>();

    private ReportFiles(Log log, ProgressDisplay progress, ProjectFolders folders, ShownPaths shown) {
        this.log = log;
        this.progress = progress;
        this.folders = folders;
        this.shown = shown;
    }

    /** @param shown how messages name it */
    private record ReportFile(String parameter, Output output, Content content, BytePath shown) {}

    public static ReportFiles of(
            GoalCall call, Log log, ProgressDisplay progress, @Nullable File json, @Nullable File junit)
            throws MojoFailureException {
        MavenProject project = call.project();
        ProjectFolders folders = ProjectFolders.of(call.session(), project);
        ReportFiles reports = new ReportFiles(log, progress, folders, ShownPaths.of(call.session()));
        String group = folders.isProject() ? project.getGroupId() : null;
        if (json != null) {
            JsonReport report = new JsonReport(group == null ? null : group + ":" + project.getArtifactId());
            reports.add(report, report.content(), "reportFile", json);
        }
        if (junit != null) {
            long start = System.nanoTime();
            JUnitReport report = new JUnitReport(
                    call.execution().getGoal(),
                    group == null ? null : group + "." + project.getArtifactId(),
                    () -> Duration.ofNanos(System.nanoTime() - start));
            reports.add(report, report.content(), "junitFile", junit);
        }
        return reports;
    }

    private void add(VerdictSink sink, Content content, String parameter, File file) throws MojoFailureException {
        Output output = Output.of(Setting.named(parameter).file(file, folders.base()), folders.build(), folders.base());
        sinks.add(sink);
        files.add(new ReportFile(parameter, output, content, shown.of(output.path())));
    }

    /** To be called before there is anything to report. */
    public void claim(WrittenFiles written) throws AlreadyWrittenException {
        for (ReportFile file : files) {
            written.claim(file.parameter, file.output.path());
        }
    }

    /** The files that will be written. */
    public List<BytePath> paths() {
        return files.stream().map(file -> file.output.path()).toList();
    }

    @Override
    public void accept(Verdict verdict) throws IOException {
        if (verdict.status() == Status.UNUSED) {
            // Whatever a goal resolves while it runs; there are many in every project.
            log.debug(verdict.toString());
        } else if (verdict.status() != Status.OK) {
            if (verdict.isFailure()) {
                failing.add(verdict.status());
            }
            if (counts.merge(verdict.status(), 1L, Long::sum) <= MOST_LOGGED) {
                progress.clear();
                log(verdict.isFailure(), verdict.toString());
            }
        } else if (log.isDebugEnabled()) {
            log.debug(verdict.toString());
        }
        for (VerdictSink sink : sinks) {
            sink.accept(verdict);
        }
    }

    private void log(boolean failure, String line) {
        if (failure) {
            log.error(line);
        } else {
            log.warn(line);
        }
    }

    /** Logs how many verdicts were not, and where to find them. To be called when there are no more. */
    public void logRest() {
        String where = files.isEmpty()
                ? "; set <reportFile> (-Dsyscall.reportFile) to have them all"
                : "; '" + files.get(0).shown + "' has them all";
        counts.forEach((status, count) -> {
            if (count > MOST_LOGGED) {
                String more = String.format(Locale.ROOT, "... and %,d more: %s%s", count - MOST_LOGGED, status, where);
                log(failing.contains(status), more);
            }
        });
    }

    @Override
    public void aborted(String reason) {
        sinks.forEach(sink -> sink.aborted(reason));
    }

    /** No report of an earlier run stays behind, and none of this run looks as if it were whole. */
    public void abort(FileIo io, Throwable reason) {
        try {
            aborted(Printable.of(String.valueOf(reason.getMessage())));
            write(io);
        } catch (IOException | RuntimeException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
    }

    public void write(FileIo io) throws IOException {
        for (ReportFile file : files) {
            try (Root root = io.openOrCreate(file.output.root())) {
                root.write(file.output.name(), file.content, WriteOptions.DEFAULT)
                        .warnings()
                        .forEach(log::warn);
            }
        }
    }
}
