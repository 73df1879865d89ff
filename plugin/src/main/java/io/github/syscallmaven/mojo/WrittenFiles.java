package io.github.syscallmaven.mojo;

import io.github.syscallmaven.io.BytePath;
import java.io.File;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The files that a build writes, as one run of a goal sees them: what another run has written must not be replaced, as its
 * contents would be lost without a word.
 *
 * <p>The same execution of the same module may run again, as it does when a plugin forks the lifecycle, and writes its files
 * again. Within one run no file is written twice. Safe for many threads.
 */
final class WrittenFiles {
    private final PathOwners files;
    private final String writer;
    private final int run;

    private WrittenFiles(PathOwners files, String writer) {
        this.files = files;
        this.writer = writer;
        this.run = files.add(writer);
    }

    /** @param traceFile that all goals share; null for none */
    static WrittenFiles of(
            MavenSession session, MavenProject project, MojoExecution execution, @Nullable File traceFile)
            throws AlreadyWrittenException {
        PathOwners files = new PathOwners(BuildState.map(session, "written-files"));
        if (traceFile != null) {
            new WrittenFiles(files, "a trace").claim("traceFile", BaseDirectory.pathOf(traceFile));
        }
        return new WrittenFiles(
                files,
                execution.getGoal() + " (execution '" + execution.getExecutionId() + "') of '" + project.getGroupId()
                        + ':' + project.getArtifactId() + "'");
    }

    /** To be called before the file is written that this parameter names. */
    void claim(String parameter, BytePath path) throws AlreadyWrittenException {
        claimOr(path, "set <" + parameter + "> (-Dsyscall." + parameter + ") to another file for one of them");
    }

    /** The same for a file that no parameter names; the remedy says what to set instead. */
    void claimOr(BytePath path, String remedy) throws AlreadyWrittenException {
        String earlier = files.claim(path, run);
        if (earlier != null) {
            throw new AlreadyWrittenException("'" + path + "' was already written in this build by "
                    + (earlier.equals(writer) ? "this very goal" : earlier) + "; " + remedy + ".");
        }
    }
}
