package io.github.syscallmaven.mojo.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.testing.maven.TestProject;
import io.github.syscallmaven.trust.TrustFinding;
import io.github.syscallmaven.trust.TrustFinding.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrapsTest {
    @TempDir
    Path folder;

    private MavenProject lib;
    private MavenProject user;
    private MavenSession session;

    @BeforeEach
    void modules() throws IOException {
        lib = new TestProject(folder.resolve("lib"), "jar", "lib").project;
        user = new TestProject(folder.resolve("user"), "jar", "user").project;
        session = TestProject.session(folder, true);
        session.setProjects(List.of(lib, user));
    }

    private List<TrustFinding> findings(boolean isFailingIfMissing, Set<String> systemScoped, Set<String> snapshots) {
        Rehearsal.Result resolved = new Rehearsal.Result(Set.of(), snapshots, Set.of(), systemScoped, Set.of());
        return new Traps(session, "3.9.16").findings(resolved, isFailingIfMissing, folder, folder);
    }

    private void use(String version) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("org.example");
        dependency.setArtifactId("lib");
        dependency.setVersion(version);
        user.getDependencies().add(dependency);
    }

    @Test
    void aSoundProjectHasNone() {
        use("2.0");
        assertThat(findings(true, Set.of(), Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReleasedModuleThatOthersNeedFailsWhereMavenAlwaysFails(boolean isFailingIfMissing) {
        use("1.0");
        assertThat(findings(isFailingIfMissing, Set.of(), Set.of()))
                .singleElement()
                .satisfies(trap -> {
                    assertThat(trap.kind()).isEqualTo(Kind.TRAP);
                    assertThat(trap.isFailure()).isEqualTo(isFailingIfMissing);
                    assertThat(trap.subject()).isEqualTo("org.example:lib:1.0");
                    assertThat(trap.what()).contains("[user]");
                });
    }

    @Test
    void systemScopeFailsAndSnapshotsAreARemark() {
        assertThat(findings(false, Set.of("g:a:jar:1"), Set.of("g:b:jar:1-SNAPSHOT")))
                .extracting(TrustFinding::subject, TrustFinding::isFailure)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("g:a:jar:1", true),
                        org.assertj.core.groups.Tuple.tuple("g:b:jar:1-SNAPSHOT", false));
    }

    @ParameterizedTest
    @CsvSource({
        "org.example:parent:1, false",
        "org.apache.maven:maven-parent:43, false",
        "org.apache.maven:maven-core:3.9.16:default-lifecycle-bindings, true",
        "org.apache.maven:maven-model-builder:3.9.16:super-pom, true",
    })
    void aVersionThatMavenBringsIsNamed(String from, boolean named) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-jar-plugin");
        plugin.setVersion("3.5.0");
        InputSource source = new InputSource();
        source.setModelId(from);
        plugin.setLocation("version", new InputLocation(7, 1, source));
        lib.getBuild().addPlugin(plugin);
        assertThat(findings(true, Set.of(), Set.of()))
                .hasSize(named ? 1 : 0)
                .allMatch(finding -> !finding.isFailure())
                .allMatch(finding -> finding.subject().equals("org.apache.maven.plugins:maven-jar-plugin"))
                .allMatch(finding -> finding.what().contains("Maven 3.9.16 takes 3.5.0"));
    }

    @Test
    void aPluginWithoutAnyVersionIsNamedToo() {
        Plugin plugin = new Plugin();
        plugin.setArtifactId("maven-jar-plugin");
        lib.getBuild().addPlugin(plugin);
        assertThat(findings(true, Set.of(), Set.of()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).contains("takes the latest"));
    }
}
