package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.verify.verdict.Status;
import io.github.syscallmaven.checksum.verify.verdict.VerificationCounts;
import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileFacts;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.FileType;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.mojo.ShownPaths;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** The outcome of a verification: passes or fails, with its message. */
record VerificationOutcome(VerificationCounts report, ShownPaths shown) {
    /**
     * A success is one line; a failure is one sentence with counts, and what can be done.
     *
     * @param folders where to look for missing files if all are missing, the likeliest first
     */
    void tell(Log log, FileIo io, List<BytePath> folders) throws IOException, MojoFailureException {
        if (log.isDebugEnabled()) {
            report.causes().origins().forEach(log::debug);
        }
        if (report.failures() == 0) {
            log.info("Verified " + report.summary() + ".");
            return;
        }
        BytePath foundIn = report.count(Status.OK) == 0 ? whereAllAre(io, folders) : null;
        boolean isScattered = report.count(Status.OK) == 0 && foundIn == null && isEachSomewhere(io, folders);
        Remedies remedies = new Remedies(report, foundIn == null ? null : shown.of(foundIn), isScattered);
        throw new MojoFailureException(
                "Verification failed: " + report + ". To do: " + String.join("; ", remedies.all()) + ".");
    }

    /** The first of these folders in which all files that are remembered as missing are. */
    private @Nullable BytePath whereAllAre(FileIo io, List<BytePath> folders) throws InterruptedIOException {
        List<BytePath> missing = report.causes().missing();
        for (BytePath folder : missing.isEmpty() ? List.<BytePath>of() : folders) {
            if (areIn(io, folder, missing)) {
                return folder;
            }
        }
        return null;
    }

    /** Whether the files that are remembered as missing are in these folders, but not all in one of them. */
    private boolean isEachSomewhere(FileIo io, List<BytePath> folders) throws InterruptedIOException {
        List<BytePath> missing = report.causes().missing();
        for (BytePath name : missing) {
            if (!isSomewhere(io, folders, name)) {
                return false;
            }
        }
        return !missing.isEmpty();
    }

    private static boolean isSomewhere(FileIo io, List<BytePath> folders, BytePath name) throws InterruptedIOException {
        for (BytePath folder : folders) {
            if (areIn(io, folder, List.of(name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean areIn(FileIo io, BytePath folder, List<BytePath> names) throws InterruptedIOException {
        try (Root root = io.open(folder)) {
            return areIn(root, names);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException notThereOrRefused) {
            return false;
        }
    }

    private static boolean areIn(Root root, List<BytePath> names) throws IOException {
        for (BytePath name : names) {
            FileFacts facts = root.stat(name).orElse(null);
            if (facts == null || facts.type() != FileType.REGULAR) {
                return false;
            }
        }
        return true;
    }
}
