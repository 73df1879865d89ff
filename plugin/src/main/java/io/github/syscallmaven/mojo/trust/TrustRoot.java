package io.github.syscallmaven.mojo.trust;

import io.github.syscallmaven.io.BytePath;
import io.github.syscallmaven.io.FileIo;
import io.github.syscallmaven.io.Root;
import io.github.syscallmaven.mojo.BaseDirectory;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * The folder with {@code .mvn}, which has one file of trusted checksums. A file recorded for a part of the project
 * would not be complete.
 */
record TrustRoot(FileIo io, MavenSession session) {
    /** That of a build of the whole project. */
    File require() throws IOException, MojoFailureException {
        File called = new File(session.getExecutionRootDirectory());
        List<MavenProject> all = session.getAllProjects();
        if (!session.getRequest().isRecursive()
                || (all != null && all.size() > session.getProjects().size())) {
            throw new MojoFailureException(
                    "Only a part of the project's modules is built, of which no complete file can be"
                            + " recorded; call the goal without options that choose modules, such as -pl, -rf and -N.");
        }
        requireNoModule(session.getTopLevelProject(), called);
        File root = session.getRequest().getMultiModuleProjectDirectory();
        if (root == null || BaseDirectory.absolute(root).equals(BaseDirectory.absolute(called))) {
            return called;
        }
        try (Root folder = io.open(BaseDirectory.pathOf(root))) {
            if (folder.stat(BytePath.of("pom.xml")).isPresent()) {
                throw elsewhere(called, root);
            }
        }
        return root;
    }

    private static void requireNoModule(MavenProject project, File called) throws MojoFailureException {
        for (MavenProject parent = project.getParent(); parent != null; parent = parent.getParent()) {
            File base = parent.getBasedir();
            for (String module : base == null ? List.<String>of() : parent.getModules()) {
                if (BaseDirectory.absolute(new File(base, module)).equals(BaseDirectory.absolute(called))) {
                    throw elsewhere(called, base);
                }
            }
        }
    }

    private static MojoFailureException elsewhere(File called, File root) {
        return new MojoFailureException("'" + BaseDirectory.pathOf(called) + "' is a part of the project in '"
                + BaseDirectory.pathOf(root)
                + "', which has one file of trusted checksums for all modules; call the goal"
                + " there.");
    }
}
