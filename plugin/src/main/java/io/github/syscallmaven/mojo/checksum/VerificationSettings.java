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
        Algorithm untagged = AlgorithmParameters.one(available, mojo.algorithm);
        List<File> lists = lists(mojo, folders.base());
        boolean byDefault = lists.isEmpty() && !mojo.sidecars && folders.isProject();
        if (byDefault) {
            requireKept(mojo, Setting.named("sumsFile"), folders.defaultList(untagged));
        }
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
            Setting single = Setting.named("sumsFile");
            lists.add(requireKept(mojo, single, single.file(mojo.sumsFile, base)));
        }
        Setting several = Setting.named("sumsFiles");
        for (File list : several.items(mojo.sumsFiles)) {
            lists.add(requireKept(mojo, several, several.file(list, base)));
        }
        return List.copyOf(lists);
    }

    /** A list that a report replaced would be lost. */
    private static File requireKept(ReadChecksumsMojo mojo, Setting setting, File list) throws MojoFailureException {
        setting.requireOther(list, "reportFile", mojo.reportFile);
        setting.requireOther(list, "junitFile", mojo.junitFile);
        setting.requireOther(list, "traceFile", mojo.traceFile);
        return list;
    }

    /** Notes which patterns have matched something. To be called after the verification. */
    void note(Matches matches) {
        patterns.note(matches);
        exclusions.note(matches);
    }
}
