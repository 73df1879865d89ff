package io.github.syscallmaven.mojo;

import io.github.syscallmaven.io.BytePath;
import java.io.File;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Files that no goal may overwrite: the POMs of all modules, and the main artifact of the module that the goal runs in.
 *
 * @param project null without one
 */
record BuildFiles(MavenSession session, @Nullable MavenProject project) {
    /** What of this an absolute path is; null when it is nothing of it. */
    @Nullable
    String what(BytePath path) {
        if ((project != null && isOne(project.getFile(), path)) || poms().containsKey(path.toString())) {
            return "a POM of this build";
        }
        return project != null
                        && project.getArtifact() != null
                        && isOne(project.getArtifact().getFile(), path)
                ? "the artifact of '" + project.getGroupId() + ':' + project.getArtifactId() + "'"
                : null;
    }

    private static boolean isOne(@Nullable File file, BytePath path) {
        return file != null && BaseDirectory.pathOf(file).equals(path);
    }

    /** Made once in a build, which may have a thousand modules. */
    private ConcurrentMap<String, Boolean> poms() {
        ConcurrentMap<String, Boolean> poms = BuildState.map(session, "poms");
        // Nobody may look while only some are there.
        synchronized (poms) {
            if (poms.isEmpty()) {
                session.getProjects().stream()
                        .map(MavenProject::getFile)
                        .flatMap(Stream::ofNullable)
                        .forEach(pom -> poms.put(BaseDirectory.pathOf(pom).toString(), true));
            }
        }
        return poms;
    }
}
