package io.github.syscallmaven.mojo.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.syscallmaven.mojo.parameter.SharedParameters;
import io.github.syscallmaven.testing.maven.FakeMaven;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One list for a reactor: who writes it, when, and what it has. */
@Timeout(60)
class AggregationTest {
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private MavenSession session;
    private TestProject root;
    private TestProject one;
    private TestProject two;
    private TestProject three;

    @BeforeEach
    void reactor() throws Exception {
        session = TestProject.session(folder, true);
        root = bound("root", "pom", folder);
        one = bound("one", "jar", folder.resolve("one"));
        two = bound("two", "jar", folder.resolve("two"));
        three = bound("three", "jar", folder.resolve("three"));
        root.project.setExecutionRoot(true);
        session.setProjects(List.of(root.project, one.project, two.project, three.project));
        session.setAllProjects(session.getProjects());
    }

    private static TestProject bound(String name, String packaging, Path folder) throws Exception {
        return new TestProject(folder, packaging, name).bind("write-checksums", "default");
    }

    @Test
    void theLastModuleWritesTheArtifactsOfAll() throws Exception {
        for (TestProject module : List.of(one, two, three)) {
            module.main(module.project.getArtifactId() + "-1.0.jar");
        }
        for (TestProject module : List.of(root, one, two)) {
            goal(module).execute();
            assertThat(folder.resolve("target/checksums.sha256")).doesNotExist();
        }

        goal(three).execute();

        assertThat(folder.resolve("target/checksums.sha256"))
                .hasContent(SHA256 + "  one/target/one-1.0.jar\n" + SHA256 + "  three/target/three-1.0.jar\n" + SHA256
                        + "  two/target/two-1.0.jar\n");
    }

    @Test
    void theListIsAttachedToTheProjectThatWritesItWithTheNamesOfTheRepository() throws Exception {
        one.main("x.jar");
        two.main("y.jar");
        three.main("z.jar");
        for (TestProject module : List.of(root, one, two, three)) {
            WriteChecksumsMojo goal = goal(module);
            goal.attach = true;
            goal.execute();
        }

        assertThat(folder.resolve("target/checksums.sha256"))
                .hasContent(SHA256 + "  one-1.0.jar\n" + SHA256 + "  three-1.0.jar\n" + SHA256 + "  two-1.0.jar\n");
        assertThat(three.project.getAttachedArtifacts()).hasSize(1);
        assertThat(two.project.getAttachedArtifacts()).isEmpty();
    }

    @Test
    void noBuildSucceedsWithoutTheListWhenTheLastModuleDoesNotWriteIt() throws Exception {
        one.main("one-1.0.jar");
        three.main("three-1.0.jar");
        goal(one).execute();
        WriteChecksumsMojo skipping = goal(three);
        SharedParameters.skip(skipping, true);
        WriteChecksumsMojo alone = goal(three);
        alone.aggregate = false;

        for (WriteChecksumsMojo last : List.of(skipping, alone)) {
            assertThatThrownBy(last::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageStartingWith(
                            "No module would write the list of all modules: 'three' is the last module");
        }
    }

    @Test
    void itMayBeTheLastModuleThatComesFirst() throws Exception {
        one.main("one-1.0.jar");
        WriteChecksumsMojo skipping = goal(three);
        SharedParameters.skip(skipping, true);
        skipping.execute();

        assertThatThrownBy(() -> goal(one).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("No module would write the list of all modules: 'three' is the last module");
    }

    @Test
    void whoSkipsAllSkipsTheListAsWell() throws Exception {
        for (TestProject module : List.of(root, one, two, three)) {
            WriteChecksumsMojo goal = goal(module);
            SharedParameters.skip(goal, true);
            goal.execute();
        }

        assertThat(folder.resolve("target/checksums.sha256")).doesNotExist();
    }

    @Test
    void aModuleWhoseExecutionIsSwitchedOffIsNotWaitedForToWrite() throws Exception {
        three.project.getBuildPlugins().get(0).getExecutions().get(0).setPhase("none");
        one.main("one-1.0.jar");
        two.main("two-1.0.jar");
        three.main("three-1.0.jar");
        goal(root).execute();
        goal(one).execute();

        assertThatThrownBy(() -> goal(two).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The list of all modules would not have 'three'");

        session.getResult().addBuildSummary(new BuildSuccess(three.project, 1));
        goal(two).execute();
        assertThat(folder.resolve("target/checksums.sha256")).content().hasLineCount(3);
    }

    @Test
    void theLastModuleWaitsForThoseThatOtherThreadsBuild() throws Exception {
        session.getRequest().setDegreeOfConcurrency(4);
        three.main("three-1.0.jar");
        one.main("one-1.0.jar");
        goal(root).execute();
        goal(one).execute();
        CompletableFuture<Void> last = run(three);
        // It has to wait, however long the other module takes.
        assertThat(last).isNotDone();

        two.main("two-1.0.jar");
        goal(two).execute();
        last.join();

        assertThat(folder.resolve("target/checksums.sha256")).content().hasLineCount(3);
    }

    @Test
    void aModuleThatFailsEndsTheWaiting() {
        session.getRequest().setDegreeOfConcurrency(4);
        CompletableFuture<Void> last = run(three);

        session.getResult().addException(new IllegalStateException("broken"));

        assertThatThrownBy(last::join)
                .isInstanceOf(CompletionException.class)
                .hasStackTraceContaining("There is no list of all modules, as another one has failed.");
    }

    @Test
    void aModuleWithoutTheGoalIsReadyWhenMavenHasBuiltIt() throws Exception {
        two = new TestProject(folder.resolve("two"), "jar", "two");
        session.setProjects(List.of(root.project, two.project, three.project));
        two.main("two-1.0.jar");
        three.main("three-1.0.jar");
        goal(root).execute();
        assertThatThrownBy(() -> goal(three).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The list of all modules would not have 'two', which have not been built yet");

        session.getResult().addBuildSummary(new BuildSuccess(two.project, 1));
        goal(three).execute();

        assertThat(folder.resolve("target/checksums.sha256")).content().hasLineCount(2);
    }

    @Test
    void aModuleThatThisBuildHasNotPackagedFails() throws Exception {
        one.main("one-1.0.jar");
        three.main("three-1.0.jar");
        TestProject.write(two.target.resolve("two-1.0.jar"));
        two.project.getBuild().setOutputDirectory(two.target.resolve("classes").toString());
        two.project.getArtifact().setFile(two.target.resolve("classes").toFile());
        for (TestProject module : List.of(root, one, two)) {
            goal(module).execute();
        }

        assertThatThrownBy(() -> goal(three).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("This build has made no artifact of 'two'");
        WriteChecksumsMojo lenient = goal(three);
        lenient.failIfNoFiles = false;
        lenient.execute();
        assertThat(folder.resolve("target/checksums.sha256")).content().hasLineCount(2);
    }

    @Test
    void aPartOfTheReactorIsReportedAsSuch() throws Exception {
        one.main("one-1.0.jar");
        session.setProjects(List.of(one.project));

        goal(one).execute();

        assertThat(log.lines()).contains("[WARNING] The list has 1 of the 4 modules: those that are in this build.");
    }

    @Test
    void sidecarsOfOtherModulesCannotBeAttached() {
        WriteChecksumsMojo goal = goal(three);
        goal.attach = true;
        goal.sidecars = true;

        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<aggregate> (-Dsyscall.aggregate) cannot attach <sidecars> of other modules");
    }

    private CompletableFuture<Void> run(TestProject module) {
        return CompletableFuture.runAsync(() -> {
            try {
                goal(module).execute();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    private WriteChecksumsMojo goal(TestProject module) {
        WriteChecksumsMojo mojo = new WriteChecksumsMojo(
                module.helper(),
                FakeMaven.unused().lifecycle(),
                FakeMaven.unused().plugins());
        mojo.setLog(log);
        SharedParameters.set(mojo, session, TestProject.execution("write-checksums", "default"));
        SharedParameters.project(mojo, module.project);
        mojo.aggregate = true;
        return mojo;
    }
}
