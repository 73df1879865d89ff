package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** What a new user copies out of README and manual does what they say. */
final class ReadmeIT {
    @MavenTest
    void buildInfoIsInManifestNameResourcesAndFilesOfTheJar(MavenBuild mavenBuild) {
        mavenBuild
                .prepare(project -> {
                    writePom(project, Snippet.MANIFEST);
                    Path resources = Files.createDirectories(project.resolve("src/main/resources"));
                    Files.writeString(resources.resolve("about.properties"), "commit=${git.commit.id}\n");
                    Repository.init(project).git("tag", "-a", "-m", "first", "v1.0");
                })
                .goals("package");
        mavenBuild.execute(build -> {
            String head = new Repository(build.project()).head();
            requireCommit(build.file("target/app-v1.0.jar"), head, "git.commit.id");
        });
        mavenBuild
                .prepare(project -> Files.move(project.resolve(".git"), project.resolveSibling("moved.git")))
                .execute(build -> requireCommit(build.file("target/app-unknown.jar"), "unknown", null));
    }

    private static void requireCommit(Path jar, String commit, @Nullable String key) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Git-Commit")).isEqualTo(commit);
            Properties build = JarProperties.read(file, "META-INF/build-info.properties");
            assertThat(build).containsEntry("build.artifact", "app").containsEntry("build.version", "1.0");
            assertThat(manifest.getValue("Build-Time")).isEqualTo(build.getProperty("build.time"));
            assertThat(JarProperties.read(file, "about.properties")).containsEntry("commit", commit);
            if (key != null) {
                assertThat(JarProperties.read(file, "git.properties")).containsEntry(key, commit);
            }
        }
    }

    @MavenTest(except = {"3.6.3", "4.0.0-rc-6"})
    void theListOfAReleaseVerifiesWhereItIsDeployed(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        reactor(mavenBuild)
                .prepare(project -> Releases.deployInto(mavenBuild, project))
                .online();
        Snippet.DEPLOY.on(mavenBuild).execute(build -> {
            Path downloads = Files.createDirectory(build.file("downloads"));
            for (Path file : Releases.deployed(build)) {
                Files.copy(file, downloads.resolve(file.getFileName()));
            }
            assertThat(Command.run(downloads, "sha256sum", "--strict", "-c", "dist-1.0-checksums.sha256"))
                    .isEqualTo("core-1.0.jar: OK\ndist-1.0.jar: OK\n");
        });
    }

    @MavenTest(except = {"3.6.3", "4.0.0-rc-6"})
    void theListOfWhatLiesInAReactorVerifiesThere(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        List<String> commands = Snippet.REACTOR_LIST.lines();
        assertThat(commands).hasSize(3);
        reactor(mavenBuild).prepare(project -> {
            Path pom = project.resolve("pom.xml");
            Files.writeString(pom, Files.readString(pom).replaceAll("(?s)<executions>.*</executions>", ""));
        });
        Snippet.command(mavenBuild, commands.get(0)).execute(build -> {
            String[] check = commands.get(1).split(" ", -1);
            assertThat(Command.run(build.project(), check))
                    .isEqualTo("core/target/core-1.0.jar: OK\ndist/target/dist-1.0.jar: OK\n");
        });
        Snippet.command(mavenBuild, commands.get(2))
                .execute(build -> assertThat(build.toString()).contains("Verified 2 files by 2 checksums"));
    }

    @MavenTest
    void aFolderOfDownloadsIsVerifiedWithoutAPom(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        mavenBuild.prepare(folder -> {
            Files.writeString(folder.resolve("a.zip"), "a");
            Files.writeString(folder.resolve("b c.zip"), "b");
            Command.run(folder, "sh", "-c", "sha256sum *.zip > SHA256SUMS");
            Files.writeString(folder.resolve("SHA256SUMS.asc"), "-----BEGIN PGP SIGNATURE-----\n");
            Files.createDirectories(folder.resolve(".mvn"));
        });
        Snippet.DOWNLOADS
                .on(mavenBuild)
                .execute(build -> assertThat(build.toString()).contains("Verified 2 files by 2 checksums"));
        mavenBuild
                .prepare(folder -> {
                    Files.writeString(folder.resolve("a.zip"), "A");
                    Files.writeString(folder.resolve("c.zip"), "c");
                })
                .executeAndFail(build -> assertThat(build.toString())
                        .contains("'a.zip': mismatch")
                        .contains("'c.zip': extra")
                        .contains("1 ok, 1 mismatch, 1 extra"));
    }

    @Tag("stress")
    @MavenTest
    void aVoteCandidateIsVerifiedBySidecars(MavenBuild mavenBuild) {
        Requires.tool("sha512sum");
        mavenBuild.prepare(folder -> {
            Path files = Files.createDirectories(folder.resolve("org/example/app/1.0"));
            for (String name : List.of("app-1.0.jar", "app-1.0.pom")) {
                Files.writeString(files.resolve(name), name);
                Files.writeString(files.resolve(name + ".asc"), "-----BEGIN PGP SIGNATURE-----\n");
                Command.run(files, "sh", "-c", "sha512sum " + name + " | cut -c1-128 > " + name + ".sha512");
            }
            Files.createDirectories(folder.resolve(".mvn"));
        });
        Snippet.VOTE_CANDIDATE
                .on(mavenBuild)
                .execute(build -> assertThat(build.toString()).contains("Verified 2 files by 2 checksums"));
        mavenBuild
                .prepare(folder -> {
                    Files.writeString(folder.resolve("org/example/app/1.0/app-1.0.jar"), "another");
                    Files.writeString(folder.resolve("org/example/app/1.0/app-1.0-sources.jar"), "no sidecar");
                })
                .executeAndFail(build -> assertThat(build.toString())
                        .contains("app-1.0.jar': mismatch")
                        .contains("app-1.0-sources.jar': extra"));
    }

    @Tag("stress")
    @MavenTest
    void aFrontEndGetsOneDocumentOfWhatItMayKnow(MavenBuild mavenBuild) {
        mavenBuild
                .prepare(project -> {
                    writePom(project, Snippet.FRONT_END);
                    Repository.init(project);
                })
                .goals("generate-resources")
                .execute(build -> assertThat(build.file("target/classes/static/version.json"))
                        .content()
                        .contains("\"version\": \"1.0\"", "\"abbrev\"", "\"branch\": \"main\"")
                        .doesNotContain("group", "author"));
    }

    /** The algorithms and the dependency are those of the manual; {@code b2sum} judges. */
    @Tag("stress")
    @MavenTest
    void aSecurityProviderBringsItsDigests(MavenBuild mavenBuild) {
        Requires.tool("b2sum");
        String plugin = Snippet.BOUNCY_CASTLE.text();
        Matcher algorithms =
                Pattern.compile("<algorithms>BLAKE2b,[^<]*</algorithms>").matcher(Manual.text());
        assertThat(algorithms.find()).isTrue();
        String version = "<version>" + System.getProperty("it.plugin.version") + "</version>";
        String configured = plugin.replace("<dependencies>", version + "<dependencies>")
                .replace(
                        "</plugin>",
                        "<configuration>" + algorithms.group() + "</configuration>"
                                + "<executions><execution><goals><goal>write-checksums</goal></goals></execution></executions></plugin>");
        mavenBuild
                .prepare(project -> {
                    writePom(project, Snippet.FRONT_END);
                    Path pom = project.resolve("pom.xml");
                    Files.writeString(
                            pom,
                            Files.readString(pom)
                                    .replaceAll(
                                            "(?s)(<plugins>\\s*)<plugin>\\s*<groupId>io.github.*?</plugin>", "$1PLUGIN")
                                    .replace("PLUGIN", configured));
                })
                .goals("verify")
                .execute(build -> {
                    assertThat(Command.run(build.file("target"), "b2sum", "-c", "checksums.blake2b-512"))
                            .isEqualTo("front-1.0.jar: OK\n");
                    assertThat(build.file("target/checksums.blake3-256"))
                            .content()
                            .matches("[0-9a-f]{64}  front-1.0.jar\n");
                });
    }

    @Tag("stress")
    @MavenTest
    void filesThatAreNoArtifactsAreHashed(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        String configuration = Snippet.FILE_SETS.text();
        mavenBuild
                .prepare(project -> {
                    writePom(project, Snippet.FRONT_END);
                    Path pom = project.resolve("pom.xml");
                    Files.writeString(
                            pom,
                            Files.readString(pom)
                                    .replace("write-info", "write-checksums")
                                    .replaceAll("(?s)<configuration>.*</configuration>", "CONFIGURATION")
                                    .replace("CONFIGURATION", configuration));
                    Path scripts = Files.createDirectories(project.resolve("src/main/scripts/sub"));
                    Files.writeString(scripts.resolve("run.sh"), "true");
                    Files.writeString(scripts.resolve("run.txt"), "true");
                    Files.writeString(project.resolve("LICENSE"), "none");
                })
                .goals("verify")
                .execute(build -> assertThat(Command.run(build.project(), "sha256sum", "-c", "scripts.sha256"))
                        .isEqualTo("LICENSE: OK\nsrc/main/scripts/sub/run.sh: OK\n"));
    }

    @MavenTest
    void shortNamesNeedAGroupInTheSettingsAndNoPom(MavenBuild mavenBuild) {
        mavenBuild
                .prepare(folder -> {
                    Files.writeString(folder.resolve("group.xml"), Snippet.SETTINGS.text());
                    registerPrefix();
                })
                .arguments("-gs", "group.xml");
        Snippet.HELP.on(mavenBuild).execute(build -> assertThat(build.log()).contains("syscall:read-checksums"));
        Snippet.HELP_DETAIL
                .on(mavenBuild)
                .execute(build -> assertThat(build.toString()).contains("User property: syscall.audit"));
    }

    /** As Maven 3.9 does, and older ones do not, where it installs the plugin. */
    private static void registerPrefix() throws IOException {
        Path group = Path.of("target", "it-repo", "io", "github", "syscallmaven");
        Path metadata = Files.createTempFile(group, "maven-metadata-local", ".xml");
        Files.writeString(metadata, """
                <metadata>
                  <plugins>
                    <plugin>
                      <name>syscall-maven-plugin</name>
                      <prefix>syscall</prefix>
                      <artifactId>syscall-maven-plugin</artifactId>
                    </plugin>
                  </plugins>
                </metadata>
                """);
        Files.move(metadata, group.resolve("maven-metadata-local.xml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static MavenBuild reactor(MavenBuild mavenBuild) {
        return mavenBuild.prepare(project -> {
            writePom(project, Snippet.AGGREGATE);
            for (String module : List.of("core", "dist")) {
                Path resources = Files.createDirectories(project.resolve(module).resolve("src/main/resources"));
                Files.writeString(resources.resolve("what.txt"), module);
                Files.writeString(project.resolve(module).resolve("pom.xml"), """
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <parent>
                            <groupId>org.example.GROUP</groupId>
                            <artifactId>parent</artifactId>
                            <version>1.0</version>
                          </parent>
                          <artifactId>%s</artifactId>
                        </project>
                        """.formatted(module));
            }
            Releases.makeGroupUnique(project);
        });
    }

    private static void writePom(Path project, Snippet whole) throws IOException {
        Files.writeString(
                project.resolve("pom.xml"),
                whole.text()
                        .replace("<groupId>org.example</groupId>", "<groupId>org.example.GROUP</groupId>")
                        .replace(
                                "<build>",
                                "<build><pluginManagement><plugins>" + Pins.PLUGINS + "</plugins></pluginManagement>"));
    }
}
