package io.github.syscallmaven.mojo.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Extension;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;

class UnrecordableTest {
    private static MavenProject module(String artifactId, String version) {
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId(artifactId);
        model.setVersion(version);
        model.setBuild(new Build());
        return new MavenProject(model);
    }

    private static void depend(MavenProject module, String artifactId, String version, String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("g");
        dependency.setArtifactId(artifactId);
        dependency.setVersion(version);
        dependency.setScope(scope);
        module.getDependencies().add(dependency);
    }

    @SuppressWarnings("deprecation") // There is no constructor that is not deprecated.
    private static Unrecordable of(MavenProject... modules) {
        MavenSession session = new MavenSession(
                null,
                new DefaultRepositorySystemSession(),
                new DefaultMavenExecutionRequest(),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of(modules));
        return Unrecordable.of(session);
    }

    @Test
    void whatIsBuiltHereIsLeftOutAndNamed() {
        Unrecordable unrecordable = of(module("lib", "1.0"), module("app", "1.0"));
        Map<String, String> recorded = new HashMap<>(Map.of(
                "org/example/lib/1.0/lib-1.0.jar", "1",
                "org/example/lib/0.9/lib-0.9.jar", "2",
                "org/example/library/1.0/library-1.0.jar", "3"));
        unrecordable.leaveOut(recorded);
        assertThat(recorded.values()).containsExactlyInAnyOrder("2", "3");
        assertThat(unrecordable.lines()).containsExactly("Left out, as they are built here: 'lib-1.0.jar'.");
        assertThat(unrecordable.hasModules()).isTrue();
    }

    @Test
    void snapshotsAreNamedUnlessTheyAreBuiltHere() {
        MavenProject app = module("app", "1.0-SNAPSHOT");
        app.setParent(module("parent", "7-SNAPSHOT"));
        depend(app, "a", "1-SNAPSHOT", "compile");
        depend(app, "b", "1", "compile");
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-x-plugin");
        plugin.setVersion("2-SNAPSHOT");
        app.getBuild().addPlugin(plugin);
        Extension extension = new Extension();
        extension.setGroupId("e");
        extension.setArtifactId("wagon");
        extension.setVersion("3-SNAPSHOT");
        app.getBuild().addExtension(extension);
        Unrecordable unrecordable = of(app, module("a", "1"));
        unrecordable.addSnapshots(List.of("g:a:jar:1-SNAPSHOT", "g:c:jar:tests:4-SNAPSHOT"));
        assertThat(unrecordable.lines())
                .containsExactly("Left out, as snapshots change under their names: 'e:wagon:3-SNAPSHOT',"
                        + " 'g:a:1-SNAPSHOT', 'g:c:4-SNAPSHOT', 'org.apache.maven.plugins:maven-x-plugin:2-SNAPSHOT',"
                        + " 'org.example:parent:7-SNAPSHOT'.");
        assertThat(unrecordable.hasModules()).isFalse();
    }

    @Test
    void systemScopeIsNamedWithItsModule() {
        MavenProject app = module("app", "1.0");
        depend(app, "tools", "1", "system");
        assertThat(of(app).systemScope()).containsExactly("'g:tools:1' of 'app'");
    }
}
