package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Checksums that are attached go where the artifacts go, under the names that readers of repositories look for. */
final class ReleaseIT {
    private static final String[] CHECKSUMS = {
        "app-1.0-checksums.sha256", "app-1.0-sources.jar.sha256", "app-1.0.jar.sha256"
    };

    @MavenTest
    void attachedChecksumsAreInstalledAndDeployed(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        release(mavenBuild).execute(build -> {
            assertThat(installed(build)).contains(CHECKSUMS);
            Path deployed = Releases.folder(build, "app/1.0");
            assertThat(Releases.deployed(build))
                    .extracting(file -> file.getFileName().toString())
                    .filteredOn(name -> name.endsWith(".sha256"))
                    .containsExactlyInAnyOrder(CHECKSUMS);
            for (String checksums : CHECKSUMS) {
                assertThat(Command.run(deployed, "sha256sum", "--strict", "-c", checksums))
                        .endsWith(".jar: OK\n");
            }
        });
    }

    /** Maven 4 deploys two: one for those who use the artifact, and the one that it is built from. */
    @Tag("stress")
    @MavenTest
    void aListHasThePomsThatAreDeployed(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        release(mavenBuild).systemProperty("syscall.poms", "true").execute(build -> {
            List<String> poms = Releases.deployed(build).stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pom"))
                    .toList();
            assertThat(poms)
                    .contains("app-1.0.pom")
                    .hasSize(mavenBuild.mavenVersion().startsWith("4") ? 2 : 1);
            String verified = Command.run(
                    Releases.folder(build, "app/1.0"), "sha256sum", "--strict", "-c", "app-1.0-checksums.sha256");
            assertThat(verified.lines()).hasSize(poms.size() + 2).allMatch(line -> line.endsWith(": OK"));
            for (String pom : poms) {
                assertThat(verified).contains(pom + ": OK");
                assertThat(Command.run(
                                Releases.folder(build, "app/1.0"), "sha256sum", "--strict", "-c", pom + ".sha256"))
                        .isEqualTo(pom + ": OK\n");
            }
        });
    }

    @MavenTest
    void aSnapshotIsNotDeployedWithChecksumsThatNameNoFile(MavenBuild mavenBuild) {
        snapshot(mavenBuild).executeAndFail(build -> {
            assertThat(build.toString())
                    .contains("<attach> (-Dsyscall.attach): deploying puts a time stamp into the name of"
                            + " 'app-1.0-SNAPSHOT.jar'")
                    .contains("<sidecarStyle> 'bare'");
            assertThat(build.file("releases")).doesNotExist();
        });
    }

    @Tag("stress")
    @MavenTest
    void digestsWithoutNamesAreDeployedWithASnapshot(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        snapshot(mavenBuild)
                .systemProperty("syscall.sumsFormat", "none")
                .systemProperty("syscall.sidecarStyle", "bare")
                .execute(build -> {
                    List<Path> sidecars = Releases.deployed(build).stream()
                            .filter(file -> file.toString().endsWith(".sha256"))
                            .toList();
                    assertThat(sidecars).hasSize(2);
                    for (Path sidecar : sidecars) {
                        String jar = sidecar.getFileName().toString().replace(".sha256", "");
                        assertThat(jar).matches("app-1\\.0-\\d{8}\\.\\d{6}-1(-sources)?\\.jar");
                        assertThat(Command.run(Releases.folder(build, "app/1.0-SNAPSHOT"), "sha256sum", jar))
                                .isEqualTo(Files.readString(sidecar).strip() + "  " + jar + "\n");
                    }
                });
    }

    private static MavenBuild release(MavenBuild mavenBuild) {
        return mavenBuild
                .project("write-checksums-release")
                .prepare(Releases::makeGroupUnique)
                .prepare(project -> Releases.deployInto(mavenBuild, project))
                .online()
                .goals("deploy");
    }

    private static MavenBuild snapshot(MavenBuild mavenBuild) {
        return release(mavenBuild).prepare(project -> {
            Path pom = project.resolve("pom.xml");
            Files.writeString(
                    pom, Files.readString(pom).replace("<version>1.0</version>", "<version>1.0-SNAPSHOT</version>"));
        });
    }

    /** The names that the build says it has installed. */
    private static List<String> installed(FinishedBuild build) {
        return build.log().stream()
                .filter(line -> line.startsWith("[INFO] Installing ") && line.contains(" to "))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .toList();
    }
}
