package io.github.syscallmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.testing.maven.FakeMaven;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EachModuleTest {
    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private final List<String> visited = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private final List<String> idle = new ArrayList<>();
    private final FakeMaven maven = new FakeMaven(Goal::new);
    private MavenSession session;
    private MojoExecution.Source source = MojoExecution.Source.CLI;
    private MavenProject root;
    private MavenProject one;
    private MavenProject two;
    private boolean once;

    /** A goal that can be run in every module. */
    private final class Goal extends AbstractMojo {
        private final MavenProject project;

        Goal(MavenProject project) {
            this.project = project;
            setLog(log);
        }

        @Override
        public void execute() throws MojoExecutionException, MojoFailureException {
            EachModule modules = new EachModule(
                    maven.lifecycle(), maven.plugins(), new GoalCall(session, project, execution("default-cli")));
            modules.run(this, once, () -> {
                visited.add(project.getArtifactId());
                getLog().error("a finding");
                if (failing.contains(project.getArtifactId())) {
                    throw new MojoFailureException("wrong in " + project.getArtifactId());
                }
                if (idle.contains(project.getArtifactId())) {
                    modules.idle();
                }
            });
        }
    }

    @BeforeEach
    void reactor() throws Exception {
        root = new TestProject(folder, "pom", "root").project;
        one = new TestProject(folder.resolve("one"), "jar", "one").project;
        two = new TestProject(folder.resolve("two"), "jar", "two").project;
        session = TestProject.session(folder, true);
        session.setProjects(List.of(root, one, two));
    }

    private MojoExecution execution(String id) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("g");
        plugin.setArtifactId("a");
        plugin.setVersion("1");
        plugin.setGoalPrefix("syscall");
        MojoDescriptor descriptor = new MojoDescriptor();
        descriptor.setGoal("look");
        descriptor.setPluginDescriptor(plugin);
        return new MojoExecution(descriptor, id, source);
    }

    @Test
    void aGoalOfTheCommandLineVisitsAllModulesInTheirOrder() throws Exception {
        new Goal(root).execute();

        assertThat(visited).containsExactly("root", "one", "two");
        assertThat(maven.planned).containsExactly("one g:a:1:look", "two g:a:1:look");
        assertThat(log.lines())
                .containsExactly("[ERROR] root: a finding", "[ERROR] one: a finding", "[ERROR] two: a finding");
        assertThat(session.getCurrentProject()).isEqualTo(root);
    }

    @Test
    void theModulesThatTheUserChoseAreVisitedAndNotTheRoot() throws Exception {
        session.setProjects(List.of(two));

        new Goal(root).execute();

        assertThat(visited).containsExactly("two");
    }

    @Test
    void aGoalThatIsBoundToAPhaseIsRunByMavenInEachModule() throws Exception {
        source = MojoExecution.Source.LIFECYCLE;
        idle.add("root");

        new Goal(root).execute();

        assertThat(visited).containsExactly("root");
        assertThat(log.lines()).containsExactly("[ERROR] a finding");
    }

    @Test
    void whoNamesOneFolderMeansThat() throws Exception {
        once = true;

        new Goal(root).execute();

        assertThat(visited).containsExactly("root");
    }

    @Test
    void allModulesAreVisitedAndAllFailuresReported() {
        failing.addAll(List.of("one", "two"));

        assertThatThrownBy(() -> new Goal(root).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("2 of 3 modules failed:\n  one: wrong in one\n  two: wrong in two");
        assertThat(visited).containsExactly("root", "one", "two");
    }

    @Test
    void modulesWithoutWorkAreFineUnlessAllAre() throws Exception {
        idle.addAll(List.of("root", "two"));
        new Goal(root).execute();

        idle.add("one");
        assertThatThrownBy(() -> new Goal(root).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("There is nothing to do for look: none of the 3 modules has ");
    }

    @Test
    void workOfALaterExecutionCounts() throws Exception {
        session.setProjects(List.of(root));
        source = MojoExecution.Source.LIFECYCLE;
        idle.add("root");
        new Goal(root).execute();
        source = MojoExecution.Source.CLI;
        idle.clear();

        new Goal(root).execute();

        assertThat(visited).containsExactly("root", "root");
    }

    @Test
    void aSingleProjectWithoutWorkFailsOnTheCommandLine() {
        session.setProjects(List.of(root));
        idle.add("root");

        assertThatThrownBy(() -> new Goal(root).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "There is nothing to do for look: the project has neither artifacts nor a default list, ");
    }
}
