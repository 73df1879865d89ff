package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;

/** With Maven's build cache, which knows no commit. */
@Tag("stress")
final class CachedInfoIT {
    private static final String RESTORED = "Found cached build, restoring org.example:";

    @MavenTest(except = {"3.6.3", "4.0.0-rc-6"})
    void theModuleThatSaysItsCommitIsBuiltAndTheOthersAreRestored(MavenBuild mavenBuild) {
        build(mavenBuild
                .project("write-info-cached")
                .prepare(project -> setProperties(project, Snippet.BUILD_CACHE.text()))
                .prepare(Repository::init));
        mavenBuild
                .prepare(project -> new Repository(project).git("commit", "--allow-empty", "-m", "second"))
                .execute(build -> {
                    assertThat(build.toString()).contains(RESTORED + "lib").doesNotContain(RESTORED + "app");
                    assertThat(commitIn(build)).isEqualTo(new Repository(build.project()).head());
                });
    }

    /** Why the manual asks for the property: without it this fails to be the commit that is built. */
    @MavenTest(except = {"3.6.3", "4.0.0-rc-6"})
    void withoutThePropertyTheCacheRestoresAnotherCommit(MavenBuild mavenBuild) {
        build(mavenBuild
                .project("write-info-cached")
                .prepare(project -> setProperties(project, ""))
                .prepare(Repository::init));
        mavenBuild
                .prepare(project -> new Repository(project).git("commit", "--allow-empty", "-m", "second"))
                .execute(build -> {
                    assertThat(build.toString()).contains(RESTORED + "lib", RESTORED + "app");
                    assertThat(commitIn(build)).isNotEqualTo(new Repository(build.project()).head());
                });
    }

    private static void setProperties(Path project, String properties) throws IOException {
        Path pom = project.resolve("app/pom.xml");
        String before = Files.readString(pom);
        String after = before.replaceAll("(?s)<properties>.*</properties>", "PROPERTIES");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(pom, after.replace("PROPERTIES", properties));
    }

    private static void build(MavenBuild mavenBuild) {
        mavenBuild
                .systemProperty("maven.build.cache.location", "target/cache")
                .goals("package")
                .execute(build -> assertThat(commitIn(build)).isEqualTo(new Repository(build.project()).head()));
    }

    private static String commitIn(FinishedBuild build) throws IOException {
        try (JarFile jar = new JarFile(build.file("app/target/app-1.0.jar").toFile())) {
            return JarProperties.read(jar, "git.properties").getProperty("git.commit.id.full");
        }
    }
}
