package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.create.CreationReport;
import io.github.syscallmaven.io.WriteResult.Outcome;
import io.github.syscallmaven.mojo.ShownPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Logs what {@code write-checksums} did: one message, and none if nothing has changed. */
record CreationLog(Log log, ShownPaths paths) {
    void log(CreationReport report) {
        report.warnings().forEach(log::warn);
        if (report.skipped().count() > 0) {
            log.warn(report.skipped().count() + " skipped, as only regular files are hashed:\n"
                    + report.skipped().lines());
        }
        if (report.totals().files() == 0) {
            return;
        }
        List<String> changed = changed(report);
        if (changed.isEmpty()) {
            log.debug("Checksums are up to date: " + report.totals() + ".");
        } else {
            log.info("Wrote " + String.join(", ", changed) + " of " + report.totals() + digests(report));
        }
    }

    private List<String> changed(CreationReport report) {
        List<String> changed = new ArrayList<>();
        report.lists().forEach((file, outcome) -> {
            if (outcome != Outcome.UNCHANGED) {
                changed.add("'" + paths.of(file) + "'");
            }
        });
        if (report.changedSidecars() > 0) {
            changed.add(report.changedSidecars() + (report.changedSidecars() == 1 ? " sidecar" : " sidecars"));
        }
        return changed;
    }

    /** Logs of releases are evidence; those of many files are unreadable. */
    private static String digests(CreationReport report) {
        if (report.totals().files() > CreationReport.SHOWN) {
            return ".";
        }
        return report.entries().stream()
                .map(entry -> "\n  " + entry.algorithm() + " " + entry.digest() + "  " + entry.name())
                .collect(Collectors.joining("", ":", ""));
    }
}
