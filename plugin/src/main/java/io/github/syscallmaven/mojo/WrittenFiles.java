package io.github.syscallmaven.mojo;

import io.github.syscallmaven.io.BytePath;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * The files that a build writes, as one run of a goal sees them: a file that another run has written must not be
 * replaced, as its contents would be silently lost.
 *
 * <p>The same execution of the same module may run again, as it does when a plugin forks the lifecycle, and writes its
 * files again. Within one run no file is written twice. Safe for many threads.
 */
public final class WrittenFiles {
    private final PathOwners files;
    private final BuildFiles inputs;
    private final ShownPaths shown;
    private final String writer;
    private final int run;
    /** Of the file that was claimed last: many sidecars are in one folder. */
    private volatile Folder last = new Folder(BytePath.of("/"), BytePath.of("/"));

    /** @param real the same folder without links on the way to it */
    private record Folder(BytePath path, BytePath real) {}

    private WrittenFiles(PathOwners files, BuildFiles inputs, String writer) {
        this.files = files;
        this.inputs = inputs;
        this.shown = ShownPaths.of(inputs.session());
        this.writer = writer;
        this.run = files.add(writer);
    }

    /** The files of this build as this goal may write them. */
    public static WrittenFiles of(GoalCall call) {
        PathOwners files = new PathOwners(BuildState.map(call.session(), "written-files"));
        BuildFiles inputs = new BuildFiles(call.session(), call.project());
        MojoExecution execution = call.execution();
        MavenProject project = call.project();
        return new WrittenFiles(
                files,
                inputs,
                execution.getGoal() + " (execution '" + execution.getExecutionId() + "') of '" + project.getGroupId()
                        + ':' + project.getArtifactId() + "'");
    }

    /** To be called before a trace is begun or gone on with: many goals share one. */
    static void claimTrace(BuildFiles inputs, BytePath path) throws AlreadyWrittenException {
        PathOwners files = new PathOwners(BuildState.map(inputs.session(), "written-files"));
        new WrittenFiles(files, inputs, "a trace").claim("traceFile", path);
    }

    /** To be called before the file is written that this parameter names. It must not be one of {@link BuildFiles}. */
    public void claim(String parameter, BytePath path) throws AlreadyWrittenException {
        String other = "set <" + parameter + "> (-Dsyscall." + parameter + ") to another file";
        String input = inputs.what(path);
        if (input != null) {
            throw new AlreadyWrittenException(
                    "'" + shown.of(path) + "' is " + input + ", which must not be replaced; " + other + ".");
        }
        claimOr(path, other + " for one of them");
    }

    /** The same for a file that no parameter names; the remedy says what to set instead. */
    public void claimOr(BytePath path, String remedy) throws AlreadyWrittenException {
        String earlier = files.claim(real(path), run);
        if (earlier != null) {
            throw new AlreadyWrittenException("'" + shown.of(path) + "' was already written in this build by "
                    + (earlier.equals(writer) ? "this very goal" : earlier) + "; " + remedy + ".");
        }
    }

    /**
     * Links to its directories can give a file several names. The file itself is never a link: goals do not write
     * through one.
     */
    private BytePath real(BytePath path) {
        BytePath parent = path.parent();
        Folder folder = last;
        if (!folder.path.equals(parent)) {
            folder = new Folder(parent, resolved(parent));
            last = folder;
        }
        return folder.real.resolve(path.fileName());
    }

    /** What does not exist yet will be made without links. A name that Java cannot express stays as it is. */
    private static BytePath resolved(BytePath folder) {
        try {
            Path path = Path.of(folder.toString());
            if (BytePath.of(path.toString()).equals(folder)) {
                return BytePath.of(resolved(path).toString());
            }
        } catch (InvalidPathException notInThisLocale) {
            return folder;
        }
        return folder;
    }

    private static Path resolved(Path folder) {
        for (Path there = folder; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(folder));
            } catch (IOException missing) {
                // Then the one above it, at last the root of all.
            }
        }
        return folder;
    }
}
