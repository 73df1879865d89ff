package io.github.syscallmaven.mojo.parameter;

import io.github.syscallmaven.mojo.ProgressDisplay;
import io.github.syscallmaven.mojo.ReportFiles;
import java.io.File;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of goals that verify files. */
public abstract class VerifyingMojo extends HashingMojo {
    /** A file to write a JSON report of all results to. Default: none. */
    @Parameter(property = "syscall.reportFile")
    @Nullable
    public File reportFile;

    /** A file to write all results to as JUnit XML, which CI servers show as test results. Default: none. */
    @Parameter(property = "syscall.junitFile")
    @Nullable
    public File junitFile;

    /** Where the results go. */
    public final ReportFiles reports(ProgressDisplay progress) throws MojoFailureException {
        return ReportFiles.of(call(), getLog(), progress, reportFile, junitFile);
    }
}
