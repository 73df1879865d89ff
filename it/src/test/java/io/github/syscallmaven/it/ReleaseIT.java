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
import java.util.stream.Stream;

/** Checksums that are attached go where the artifacts go, under the names that readers of repositories look for. */
final class ReleaseIT {
    private static final String[] CHECKSUMS = {
        "app-1.0-checksums.sha256", "app-1.0-sources.jar.sha256", "app-1.0.jar.sha256"
    };

    @MavenTest
    void attachedChecksumsAreInstalledAndDeployed(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        mavenBuild
                .project("write-checksums-release")
                .prepare(ReleaseIT::makeGroupUnique)
                .online()
                .prepare(project -> mavenBuild.systemProperty(
                        "altDeploymentRepository",
                        "releases::" + project.resolve("releases").toUri()))
                .goals("deploy")
                .execute(build -> {
                    assertThat(installed(build)).contains(CHECKSUMS);
                    Path deployed = build.file("releases/org/example/" + group(build.project()) + "/app/1.0");
                    assertThat(names(deployed))
                            .filteredOn(name -> name.endsWith(".sha256"))
                            .containsExactlyInAnyOrder(CHECKSUMS);
                    for (String checksums : CHECKSUMS) {
                        assertThat(Command.run(deployed, "sha256sum", "--strict", "-c", checksums))
                                .endsWith(".jar: OK\n");
                    }
                });
    }

    /** The names that the build says it has installed. */
    private static List<String> installed(FinishedBuild build) {
        return build.log().stream()
                .filter(line -> line.startsWith("[INFO] Installing ") && line.contains(" to "))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .toList();
    }

    private static void makeGroupUnique(Path project) throws IOException {
        Path pom = project.resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("GROUP", group(project)));
    }

    private static String group(Path project) {
        return project.getName(project.getNameCount() - 2).toString();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
