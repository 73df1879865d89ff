package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Snippets that are pasted into a POM, and commands, do what the pages say where they stand. */
final class SnippetsIT {
    private static final String INFO = "target/classes/META-INF/build-info.properties";
    private static final String GIT = "target/classes/git.properties";
    private static final String BOUND =
            "<executions><execution><goals><goal>%s</goal></goals></execution></executions>";

    @MavenTest
    void readmesPluginWritesInfoAndAListThatBothVerifiersTake(MavenBuild mavenBuild)
            throws IOException, InterruptedException {
        Requires.tool("sha256sum");
        mavenBuild.prepare(project -> {
            jar(project, "app", Snippet.PLUGIN_OF_README.text());
            Repository.init(project);
        });
        Snippet.VERIFY.on(mavenBuild).execute(build -> {
            assertThat(build.properties(INFO)).containsEntry("build.version", "1.0");
            assertThat(build.properties(GIT))
                    .containsEntry("git.commit.id.full", new Repository(build.project()).head());
            assertThat(build.file("target/checksums.sha256")).content().endsWith("  app-1.0.jar\n");
        });
        Snippet.VERIFY_LIST.runOn(mavenBuild);
        Snippet.READ_CHECKSUMS
                .on(mavenBuild)
                .execute(build -> assertThat(build.toString()).contains("Verified 1 file by 1 checksum"));
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void thePluginOfEachPageWorksInAModule(MavenBuild mavenBuild) {
        List<Snippet> snippets =
                List.of(Snippet.PLUGIN_OF_INDEX, Snippet.PLUGIN_OF_GETTING_STARTED, Snippet.PLUGIN_OF_WRITE_INFO);
        mavenBuild.prepare(project -> {
            StringBuilder modules = new StringBuilder();
            for (Snippet snippet : snippets) {
                jar(project.resolve(snippet.name()), snippet.name(), snippet.text());
                modules.append("<module>").append(snippet.name()).append("</module>");
            }
            pom(project, "all", "<packaging>pom</packaging><modules>" + modules + "</modules>", "");
        });
        Snippet.PACKAGE.on(mavenBuild).execute(build -> {
            for (Snippet snippet : snippets) {
                assertThat(build.file(snippet + "/" + INFO)).exists();
            }
        });
        Snippet.VERIFY
                .on(mavenBuild)
                .execute(build -> assertThat(build.file(Snippet.PLUGIN_OF_INDEX + "/target/checksums.sha256"))
                        .exists());
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void buildInfoIsWrittenAtOnceByEitherName(MavenBuild mavenBuild) {
        mavenBuild.prepare(project -> jar(project, "app", Snippet.PLUGIN_OF_WRITE_INFO.text()));
        Snippet.WRITE_INFO
                .on(mavenBuild)
                .execute(build -> assertThat(build.file(INFO)).exists());
        mavenBuild.prepare(project -> {
            Files.delete(project.resolve(INFO));
            jar(project, "app", "");
        });
        Snippet.WRITE_INFO_QUALIFIED
                .on(mavenBuild)
                .execute(build -> assertThat(build.file(INFO)).exists());
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void theRulesOfTheManualRefuseADirtyTreeAndACommitWithoutTag(MavenBuild mavenBuild) {
        mavenBuild
                .prepare(project -> {
                    jar(
                            project,
                            "app",
                            Snippet.RULES
                                    .text()
                                    .replace("<configuration>", BOUND.formatted("write-info") + "<configuration>"));
                    Repository.init(project);
                    Files.writeString(project.resolve("src/main/resources/what.txt"), "changed");
                })
                .goals("package")
                .executeAndFail(build -> {
                    assertThat(build.toString()).contains("commit before you release", "tag the commit first");
                    assertThat(build.file(INFO)).doesNotExist();
                });
        mavenBuild
                .prepare(project -> {
                    new Repository(project).git("commit", "-qam", "Change it");
                    new Repository(project).git("tag", "v1.0");
                })
                .execute(build -> assertThat(build.file(INFO)).exists());
    }

    @Tag("stress")
    @MavenTest(everyPair = false)
    void whatNeedsNoPomWorksWithoutOne(MavenBuild mavenBuild) {
        for (Snippet snippet : List.of(Snippet.HOST, Snippet.HOST_OF_GETTING_STARTED)) {
            snippet.on(mavenBuild).execute(build -> assertThat(build.log()).contains("hello world"));
        }
        mavenBuild.prepare(folder -> Files.writeString(
                Files.createDirectory(folder.resolve("downloads")).resolve("a.zip"), "a"));
        Snippet.WRITE_CHECKSUMS_QUALIFIED
                .on(mavenBuild)
                .execute(build -> assertThat(build.file("checksums.sha256"))
                        .hasContent("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
                                + "  downloads/a.zip\n"));
    }

    @Tag("stress")
    @MavenTest(except = "3.6.3", everyPair = false)
    void threeLinesLeadToABuildWhoseDependenciesMavenVerifies(MavenBuild mavenBuild)
            throws IOException, InterruptedException {
        dependent(mavenBuild);
        Snippet.TRUST_OF_README.runOn(mavenBuild);
        requireEnforced(mavenBuild);
    }

    /** By the short names, which a project that declares the plugin knows. */
    @Tag("stress")
    @MavenTest(
            except = {"3.6.3", "4.0.0-rc-6"},
            everyPair = false)
    void theSameLinesWorkByShortNames(MavenBuild mavenBuild) throws IOException, InterruptedException {
        dependent(mavenBuild).prepare(project -> {
            Path pom = project.resolve("pom.xml");
            Files.writeString(
                    pom,
                    Files.readString(pom)
                            .replaceFirst("<plugins>", "<plugins>" + Snippet.PLUGIN_OF_GETTING_STARTED.text()));
        });
        assertThat(Snippet.TRUST.lines()).isEqualTo(Snippet.TRUST_OF_GETTING_STARTED.lines());
        Snippet.TRUST.runOn(mavenBuild);
        requireEnforced(mavenBuild);
    }

    /** With no options of Maven's yet. */
    private static MavenBuild dependent(MavenBuild mavenBuild) {
        return mavenBuild.project("write-trusted-checksums").ownRepository().prepare(project -> {
            Files.delete(project.resolve(".mvn/maven.config"));
            Repository.init(project);
        });
    }

    private static void requireEnforced(MavenBuild mavenBuild) throws IOException, InterruptedException {
        assertThat(new Repository(mavenBuild.project()).git("diff", "--cached", "--name-only"))
                .contains(".mvn/checksums/checksums.sha256", ".mvn/maven.config");
        Path list = mavenBuild.project().resolve(".mvn/checksums/checksums.sha256");
        Files.writeString(
                list, Files.readString(list).replaceAll("(?m)^.{64}(  .*jspecify.*jar)$", "0".repeat(64) + "$1"));
        Snippet.VERIFY
                .on(mavenBuild)
                .executeAndFail(build -> assertThat(build.toString()).contains("jspecify", "0".repeat(64)));
    }

    /** A project with one resource and one plugin of the manual. */
    private static void jar(Path folder, String name, String plugin) throws IOException {
        Path resources = Files.createDirectories(folder.resolve("src/main/resources"));
        Files.writeString(resources.resolve("what.txt"), name);
        pom(folder, name, "", plugin);
    }

    private static void pom(Path folder, String name, String head, String plugin) throws IOException {
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>%s</artifactId>
                  <version>1.0</version>
                  %s
                  <properties>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <build>
                    <pluginManagement>
                      <plugins>%s</plugins>
                    </pluginManagement>
                    <plugins>%s</plugins>
                  </build>
                </project>
                """.formatted(name, head, Pins.PLUGINS, plugin));
    }
}
