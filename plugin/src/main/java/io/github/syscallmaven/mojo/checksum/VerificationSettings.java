package io.github.syscallmaven.mojo.checksum;

import io.github.syscallmaven.checksum.hashing.HashingOptions;
import io.github.syscallmaven.checksum.verify.verdict.Leniency;
import io.github.syscallmaven.digest.Algorithm;
import io.github.syscallmaven.digest.Algorithms;
import io.github.syscallmaven.mojo.ProgressDisplay;
import io.github.syscallmaven.mojo.ProjectFolders;
import io.github.syscallmaven.mojo.ReportFiles;
import io.github.syscallmaven.mojo.Setting;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code read-checksums}, read.
 *
 * @param untagged null for none
 * @param lists those that are named; {@code <sumsFile>} first
 * @param base null for the default
 * @param patterns of files to look at
 * @param exclusions the same without what they include
 */
record VerificationSettings(
        Algorithms available,
        @Nullable Algorithm untagged,
        List<File> lists,
        @Nullable File base,
        Patterns patterns,
        Patterns exclusions,
        Leniency leniency,
        ReportFiles reports,
        HashingOptions hashing) {
    static VerificationSettings of(ReadChecksumsMojo mojo) throws MojoFailureException {
        Algorithms available = mojo.available();
        Setting includes = Setting.named("fileIncludes");
        Setting excludes = Setting.named("fileExcludes");
        ProgressDisplay progress = ProgressDisplay.of(mojo.session(), mojo.getLog());
        ProjectFolders folders = ProjectFolders.of(mojo.session(), mojo.project());
        Algorithm untagged = AlgorithmNames.one(available, mojo.algorithm);
        List<File> lists = lists(mojo, folders.base());
        boolean byDefault = lists.isEmpty() && !mojo.sidecars && folders.isProject();
        requireOthers(mojo, byDefault ? List.of(folders.defaultSumsFile(untagged)) : lists);
        return new VerificationSettings(
                available,
                untagged,
                lists,
                Setting.named("baseDirectory").fileOrNull(mojo.baseDirectory),
                Patterns.of(includes, mojo.fileIncludes, excludes, mojo.fileExcludes),
                Patterns.of(includes, List.of(), excludes, mojo.fileExcludes),
                new Leniency(mojo.ignoreMissing, mojo.lenient, mojo.failOnWeakOnly, mojo.failOnExtra),
                mojo.reports(progress),
                mojo.hashing(false, progress));
    }

    private static List<File> lists(ReadChecksumsMojo mojo, File base) throws MojoFailureException {
        List<File> lists = new ArrayList<>();
        if (mojo.sumsFile != null) {
            lists.add(Setting.named("sumsFile").file(mojo.sumsFile, base));
        }
        for (File list : Setting.named("sumsFiles").items(mojo.sumsFiles)) {
            lists.add(Setting.named("sumsFiles").file(list, base));
        }
        return List.copyOf(lists);
    }

    /** A list that a report replaced would be lost. */
    private static void requireOthers(ReadChecksumsMojo mojo, List<File> lists) throws MojoFailureException {
        for (File list : lists) {
            Setting setting = Setting.named("sumsFile");
            setting.requireOther(list, "reportFile", mojo.reportFile);
            setting.requireOther(list, "junitFile", mojo.junitFile);
            setting.requireOther(list, "traceFile", mojo.traceFile);
        }
    }

    /** Notes which patterns have matched something. To be called after the verification. */
    void note(Matches matches) {
        patterns.note(matches);
        exclusions.note(matches);
    }
}
