package io.github.syscallmaven.mojo.checksum;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * One list for all modules of a reactor. It is written by the root when the goal is called on the command line, else by
 * the last module, in the reactor's order, that has the execution. With several threads that module may come before
 * others; then it waits for them. No module waits for that one in turn, as Maven builds what others depend on first.
 */
record Aggregation(MavenSession session, MavenProject project, Participants participants) {
    /** How often to look, in milliseconds, whether Maven has ended a module: it does not tell. */
    private static final long LOOK_AGAIN = 100;

    /** The module that writes the list. */
    MavenProject writer() {
        List<MavenProject> modules = participants.modules();
        return modules.get(modules.size() - 1);
    }

    /** All modules of this build, when all but this one have been built so far. */
    List<MavenProject> modules() throws MojoExecutionException, MojoFailureException {
        while (!missing().isEmpty()) {
            requireThatTheyCome();
            try {
                participants.awaitArrival(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MojoExecutionException("Interrupted while waiting for " + missing(), e);
            }
        }
        return session.getProjects();
    }

    private void requireThatTheyCome() throws MojoFailureException {
        if (session.getResult().hasExceptions()) {
            throw new MojoFailureException("There is no list of all modules, as another one has failed.");
        }
        if (session.getRequest().getDegreeOfConcurrency() <= 1) {
            throw new MojoFailureException("The list of all modules would not have " + missing()
                    + ", which have not been built yet. Bind the goal in the module that is built last, or call it"
                    + " after"
                    + " the build: mvn verify syscall:write-checksums -Dsyscall.aggregate.");
        }
    }

    private String missing() {
        return session.getProjects().stream()
                .filter(module -> !module.equals(project))
                .filter(module ->
                        !participants.hasArrived(module) && session.getResult().getBuildSummary(module) == null)
                .map(module -> "'" + module.getArtifactId() + "'")
                .collect(Collectors.joining(", "));
    }
}
