package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Many modules in one JVM, and several JVMs in one project. */
final class ParallelBuildsIT {
    private static final List<String> MODULES =
            IntStream.rangeClosed(1, 30).mapToObj(i -> "module-" + i).toList();

    @MavenTest
    void thirtyModulesInFourThreadsAllGetTheirOwnInfo(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-reactor")
                .prepare(ParallelBuildsIT::addModules)
                .arguments("-T4")
                .goals("generate-resources")
                .execute(ParallelBuildsIT::assertThatEachModuleHasItsInfoAndNothingElse);
    }

    @Tag("stress")
    @MavenTest
    void twoBuildsAtOnceInOneFolderLeaveWhatOneWouldHaveLeft(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-reactor")
                .prepare(ParallelBuildsIT::addModules)
                .goals("generate-resources")
                .executeAtOnce(2, build -> assertThat(build.log()).contains("[INFO] BUILD SUCCESS"));
        mavenBuild.execute(ParallelBuildsIT::assertThatEachModuleHasItsInfoAndNothingElse);
    }

    /** Over the three Mavens together, 51 times. */
    @Tag("stress")
    @MavenTest(everyPair = false)
    void twoBuildsThatReplaceOneFileAtOnceLeaveItWhole(MavenBuild mavenBuild) {
        String info = "target/classes/META-INF/build-info.properties";
        mavenBuild.project("write-info-defaults").goals("syscall:write-info");
        for (int round = 0; round < 17; round++) {
            mavenBuild
                    .prepare(project -> {
                        Files.createDirectories(project.resolve(info).getParent());
                        Files.writeString(project.resolve(info), "build.version=0.9\n");
                    })
                    .executeAtOnce(2, build -> {
                        assertThat(build.properties(info))
                                .containsEntry("build.version", "1.2.3")
                                .hasSize(5);
                        assertThat(build.file(info).getParent()).isDirectoryNotContaining("glob:**/.syscall-*");
                    });
        }
    }

    private static void addModules(Path project) throws IOException {
        Path parent = project.resolve("pom.xml");
        StringBuilder names = new StringBuilder("<modules>");
        for (String module : MODULES) {
            names.append("<module>").append(module).append("</module>");
            Path pom = Files.createDirectory(project.resolve(module)).resolve("pom.xml");
            Files.writeString(pom, """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>org.example</groupId>
                    <artifactId>reactor</artifactId>
                    <version>1.2.3</version>
                  </parent>
                  <artifactId>%s</artifactId>
                </project>
                """.formatted(module));
        }
        Files.writeString(parent, Files.readString(parent).replace("<!-- MODULES -->", names.append("</modules>")));
    }

    private static void assertThatEachModuleHasItsInfoAndNothingElse(FinishedBuild build) throws IOException {
        for (String module : MODULES) {
            assertThat(build.properties(module + "/target/classes/META-INF/build-info.properties"))
                    .containsEntry("build.artifact", module)
                    .hasSize(5);
            try (Stream<Path> files = Files.walk(build.file(module + "/target"))) {
                assertThat(files.filter(Files::isRegularFile))
                        .containsExactlyInAnyOrder(
                                build.file(module + "/target/classes/META-INF/build-info.properties"),
                                build.file(module + "/target/maven-status/syscall-maven-plugin/write-info.properties"));
            }
        }
    }
}
