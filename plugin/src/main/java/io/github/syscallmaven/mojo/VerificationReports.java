package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.JUnitReport;
import io.github.syscallmaven.checksum.JsonReport;
import io.github.syscallmaven.checksum.Status;
import io.github.syscallmaven.checksum.Verdict;
import io.github.syscallmaven.checksum.VerdictSink;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.Content;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.io.WriteOptions;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where verdicts go: into the log, and into files that are written at the end. */
final class VerificationReports implements VerdictSink {
    private final Log log;
    private final List<VerdictSink> sinks = new ArrayList<>();
    private final List<ReportFile> files = new ArrayList<>();

    private VerificationReports(Log log) {
        this.log = log;
    }

    private record ReportFile(String parameter, Output output, Content content) {}

    static VerificationReports of(Log log, ProjectFolders folders, @Nullable File json, @Nullable File junit)
            throws MojoFailureException {
        VerificationReports reports = new VerificationReports(log);
        if (json != null) {
            JsonReport report = new JsonReport();
            reports.add(report, report.content(), "reportFile", json, folders);
        }
        if (junit != null) {
            JUnitReport report = new JUnitReport("read-checksums");
            reports.add(report, report.content(), "junitFile", junit, folders);
        }
        return reports;
    }

    private void add(VerdictSink sink, Content content, String parameter, File file, ProjectFolders folders)
            throws MojoFailureException {
        Output output = Output.of(Setting.named(parameter).file(file), folders.build(), folders.base());
        sinks.add(sink);
        files.add(new ReportFile(parameter, output, content));
    }

    /** To be called before there is anything to report. */
    void claim(WrittenFiles written) throws AlreadyWrittenException {
        for (ReportFile file : files) {
            written.claim(file.parameter, file.output.path());
        }
    }

    /** The files that will be written. */
    List<BytePath> paths() {
        return files.stream().map(file -> file.output.path()).toList();
    }

    @Override
    public void accept(Verdict verdict) throws IOException {
        if (verdict.isFailure()) {
            log.error(verdict.toString());
        } else if (verdict.status() != Status.OK) {
            log.warn(verdict.toString());
        } else if (log.isDebugEnabled()) {
            log.debug(verdict.toString());
        }
        for (VerdictSink sink : sinks) {
            sink.accept(verdict);
        }
    }

    void write(FileIo io) throws IOException {
        for (ReportFile file : files) {
            try (Root root = io.openOrCreate(file.output.root())) {
                root.write(file.output.name(), file.content, WriteOptions.DEFAULT)
                        .warnings()
                        .forEach(log::warn);
            }
        }
    }
}
