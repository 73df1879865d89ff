package io.github.syscallmaven.mojo;

import io.github.syscallmaven.checksum.CreationReport;
import org.apache.maven.plugin.logging.Log;

/** Tells what {@code write-checksums} did. */
record CreationLog(Log log) {
    void log(CreationReport report) {
        report.warnings().forEach(log::warn);
        if (report.skipped().count() > 0) {
            log.warn(report.skipped().count() + " skipped, as only regular files are hashed:\n"
                    + report.skipped().lines());
        }
        if (report.totals().files() == 0) {
            log.info("No file to hash, so nothing is written.");
            return;
        }
        report.sumsFiles()
                .forEach((file, outcome) -> log.info(
                        switch (outcome) {
                            case CREATED, REPLACED -> "Wrote '" + file + "'.";
                            case UNCHANGED -> "'" + file + "' is up to date.";
                        }));
        if (report.sidecars() > 0) {
            log.info("Wrote " + report.sidecars() + (report.sidecars() == 1 ? " sidecar." : " sidecars."));
        }
        log.info("Hashed " + report.totals() + ".");
    }
}
