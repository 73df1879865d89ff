package io.github.syscallmaven.mojo.info;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.mojo.NoteLog;
import io.github.syscallmaven.testing.maven.RecordingLog;
import io.github.syscallmaven.testing.maven.TestProject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedPropertiesTest {
    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private MavenSession session;
    private TestProject app;

    @BeforeEach
    void arrange() throws Exception {
        session = TestProject.session(folder, true);
        app = new TestProject(folder, "jar");
    }

    private Properties set(Map<String, String> properties) {
        new ExportedProperties(session, app.project, new NoteLog(session, log)).set(properties);
        return app.project.getProperties();
    }

    @Test
    void thePomsOwnPropertyIsAFallback() {
        app.project.getProperties().setProperty("git.commit.id", "unknown");
        app.project.getProperties().setProperty("git.branch", "unknown");

        assertThat(set(Map.of("git.commit.id", "ffac537")))
                .containsEntry("git.commit.id", "ffac537")
                .containsEntry("git.branch", "unknown");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whatTheCommandLineGivesStays() {
        session.getRequest().getUserProperties().setProperty("git.branch", "mine");
        app.project.getProperties().setProperty("git.branch", "mine");

        assertThat(set(Map.of("git.branch", "main"))).containsEntry("git.branch", "mine");
    }

    @Test
    void aValueThatMavenWouldEvaluateIsNamedOnceInABuild() {
        Map<String, String> values =
                Map.of("git.branch", "x/${env.TOKEN}", "build.ci.tag", "@env.TOKEN@", "git.tag", "v1");

        assertThat(set(values))
                .containsEntry("git.branch", "x/_{env.TOKEN}")
                .containsEntry("build.ci.tag", "_env.TOKEN_")
                .containsEntry("git.tag", "v1");
        set(values);

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("[WARNING] Maven would evaluate")
                .contains("git.branch")
                .contains("build.ci.tag")
                .doesNotContain("git.tag")
                .doesNotContain("TOKEN");
    }
}
