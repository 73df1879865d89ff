package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One list for all modules of a reactor. */
final class AggregateIT {
    private static final List<String> MODULES = List.of("one", "two", "three", "four", "five");

    @MavenTest
    void fiveModulesBuiltAtOnceGetOneListThatIsDeployedAndVerifies(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        mavenBuild
                .project("write-checksums-aggregate")
                .prepare(AggregateIT::addModules)
                .prepare(AggregateIT::leaveFilesOfAnEarlierBuild)
                .prepare(Releases::makeGroupUnique)
                .prepare(project -> Releases.deployInto(mavenBuild, project))
                .online()
                .arguments("-T4")
                .goals("deploy")
                .execute(build -> {
                    requireDeployed(build);
                    requireInPlace(build);
                });
        mavenBuild
                .systemProperty("syscall.sumsFile", "target/in-place.sha256")
                .systemProperty("syscall.baseDirectory", ".")
                .goals("syscall:read-checksums")
                .execute(build -> {
                    assertThat(build.log())
                            .filteredOn(line -> line.contains("Verified "))
                            .hasSize(1);
                    assertThat(build.toString()).contains("Verified 5 files by 5 checksums (5 GNU text)");
                });
    }

    /** The last module in the reactor's order has the list; who has that and all jars in one folder can verify them. */
    private static void requireDeployed(FinishedBuild build) throws IOException, InterruptedException {
        Path downloads = Files.createDirectory(build.file("downloads"));
        for (Path file : Releases.deployed(build)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".jar") || name.endsWith("-checksums.sha256")) {
                Files.copy(file, downloads.resolve(name));
            }
        }
        assertThat(Command.run(downloads, "sh", "-c", "sha256sum --strict -c *-checksums.sha256"))
                .isEqualTo("""
                        five-1.0.jar: OK
                        four-1.0.jar: OK
                        one-1.0.jar: OK
                        three-1.0.jar: OK
                        two-1.0.jar: OK
                        """);
        assertThat(downloads.resolve("four-1.0-checksums.sha256")).exists();
    }

    private static void requireInPlace(FinishedBuild build) throws IOException, InterruptedException {
        assertThat(Command.run(build.project(), "sha256sum", "--strict", "-c", "target/in-place.sha256"))
                .isEqualTo("""
                        five/target/five-1.0.jar: OK
                        four/target/four-1.0.jar: OK
                        one/target/one-1.0.jar: OK
                        three/target/three-1.0.jar: OK
                        two/target/two-1.0.jar: OK
                        """);
    }

    @MavenTest
    void jarsThatThisBuildHasNotMadeAreNotListed(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-checksums-aggregate")
                .prepare(AggregateIT::addModules)
                .prepare(AggregateIT::leaveFilesOfAnEarlierBuild)
                .goals("syscall:write-checksums")
                .executeAndFail(build -> {
                    assertThat(build.toString())
                            .contains("The list of all modules would not have 'five', 'one', 'two', 'three', 'four',"
                                    + " which"
                                    + " have not been built yet.");
                    assertThat(build.file("target/checksums.sha256")).doesNotExist();
                });
    }

    /** The reactor's order is five, one, two, three, four. */
    private static void addModules(Path project) throws IOException {
        for (String module : MODULES) {
            Path resources = Files.createDirectories(project.resolve(module).resolve("src/main/resources"));
            Files.writeString(resources.resolve("what.txt"), module.repeat(1000));
            String dependency = switch (module) {
                case "one" -> "five";
                case "two" -> "one";
                default -> null;
            };
            Files.writeString(project.resolve(module).resolve("pom.xml"), """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <parent>
                        <groupId>org.example.GROUP</groupId>
                        <artifactId>dist</artifactId>
                        <version>1.0</version>
                      </parent>
                      <artifactId>%s</artifactId>%s
                    </project>
                    """.formatted(
                            module, dependency == null ? "" : """

                      <dependencies>
                        <dependency>
                          <groupId>org.example.GROUP</groupId>
                          <artifactId>%s</artifactId>
                          <version>1.0</version>
                        </dependency>
                      </dependencies>""".formatted(dependency)));
        }
    }

    /** Of another version, of this one, and with a classifier that nothing attaches now. */
    private static void leaveFilesOfAnEarlierBuild(Path project) throws IOException {
        for (String module : MODULES) {
            Path target = Files.createDirectory(project.resolve(module).resolve("target"));
            for (String end : List.of("-0.9.jar", "-1.0.jar", "-1.0-sources.jar")) {
                Files.writeString(target.resolve(module + end), "old");
            }
        }
    }
}
