package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

final class ReactorInfoIT {
    private static final int MODULES = 100;

    @MavenTest
    void aHundredModulesOnFourThreadsShareThreeGitProcessesAndAgree(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-filtered")
                .prepare(ReactorInfoIT::addModules)
                .prepare(Repository::init)
                .prepare(project -> GitWrapper.on(mavenBuild, project))
                .arguments("-T4")
                .systemProperty("syscall.skipPoms", "false")
                .goals("generate-resources")
                .execute(build -> {
                    assertThat(new GitWrapper(build.file(".mvn/git-calls")).calls())
                            .containsExactlyInAnyOrder("status", "log", "config");
                    String keys = Files.readString(build.file("target/classes/git.properties"));
                    assertThat(keys).contains("git.branch=main", "git.remote.origin.url=");
                    assertThat(IntStream.range(0, MODULES))
                            .allSatisfy(i -> assertThat(build.file("m" + i + "/target/classes/git.properties"))
                                    .hasContent(keys));
                });
    }

    private static void addModules(Path project) throws IOException {
        StringBuilder list = new StringBuilder("<packaging>pom</packaging>\n<modules>\n");
        for (int i = 0; i < MODULES; i++) {
            list.append("<module>m").append(i).append("</module>\n");
            Path module = Files.createDirectory(project.resolve("m" + i));
            Files.writeString(module.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>org.example</groupId>
                    <artifactId>filtered</artifactId>
                    <version>1.2.3</version>
                  </parent>
                  <artifactId>m%d</artifactId>
                  <packaging>pom</packaging>
                </project>
                """.formatted(i));
        }
        Path parent = project.resolve("pom.xml");
        Files.writeString(
                parent, Files.readString(parent).replace("<properties>", list + "</modules>\n  <properties>"));
    }
}
