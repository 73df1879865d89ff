package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;

/** Actuator's view of the default files. */
final class SpringBootInfoIT {

    @MavenTest
    void springBootReadsTheRightInstantsIdsAndBranch(MavenBuild mavenBuild) {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        mavenBuild
                .project("write-info-filtered")
                .prepare(Repository::init)
                .goals("syscall:write-info")
                .execute(project -> {
                    Path classes = project.file("target/classes");
                    BuildProperties build =
                            new BuildProperties(load(classes.resolve("META-INF/build-info.properties"), "build."));
                    assertThat(build.getGroup()).isEqualTo("org.example");
                    assertThat(build.getArtifact()).isEqualTo("filtered");
                    assertThat(build.getName()).isEqualTo("An example ☃");
                    assertThat(build.getVersion()).isEqualTo("1.2.3");
                    assertThat(build.getTime()).isBetween(before, Instant.now());

                    GitProperties git = new GitProperties(load(classes.resolve("git.properties"), "git."));
                    String head = new Repository(project.file("")).head();
                    assertThat(git.getBranch()).isEqualTo("main");
                    assertThat(git.getCommitId()).isEqualTo(head);
                    assertThat(git.getShortCommitId()).isEqualTo(head.substring(0, 7));
                    assertThat(git.getCommitTime()).isEqualTo(Repository.COMMIT_TIME);
                    assertThat(git.getInstant("build.time")).isEqualTo(build.getTime());
                    assertThat(git.get("commit.message.short")).isEqualTo("A first ☃");
                });
    }

    /** As ProjectInfoAutoConfiguration does: UTF-8, and the prefix cut off. */
    private static Properties load(Path file, String prefix) throws IOException {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        }
        Properties cut = new Properties();
        all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> cut.setProperty(key.substring(prefix.length()), all.getProperty(key)));
        return cut;
    }
}
