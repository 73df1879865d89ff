package io.github.syscallmaven.mojo.checksum;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Whether a build deploys its artifacts. */
final class Deployment {
    /** The phase, and goals called so, except for that of the site plugin. */
    private static final Pattern DEPLOY = Pattern.compile("(?!.*\\bsite\\b)(.+:)?deploy(@.+)?");

    private Deployment() {}

    static boolean isAsked(MavenSession session) {
        List<String> goals = session.getGoals();
        MavenProject root = session.getTopLevelProject();
        Stream<String> asked = !goals.isEmpty() || root == null || root.getDefaultGoal() == null
                ? goals.stream()
                : Stream.of(root.getDefaultGoal().split("\\s+"));
        return asked.anyMatch(goal -> DEPLOY.matcher(goal).matches());
    }
}
