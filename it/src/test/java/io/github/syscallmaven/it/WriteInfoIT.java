package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Tag;

final class WriteInfoIT {
    private static final String FILE = "target/classes/META-INF/build-info.properties";

    @MavenTest
    void theDefaultFileHoldsCoordinatesNameAndTheTimeOfTheBuild(MavenBuild mavenBuild) {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        mavenBuild.project("write-info-defaults").goals("generate-resources").execute(build -> {
            Map<String, String> info = build.properties(FILE);
            assertThat(Instant.parse(info.get("build.time"))).isBetween(before, Instant.now());
            info.remove("build.time");
            assertThat(info)
                    .containsExactly(
                            entry("build.artifact", "defaults"),
                            entry("build.group", "org.example"),
                            entry("build.name", "An example ☃"),
                            entry("build.version", "1.2.3"));
        });
    }

    @MavenTest
    void theReproducibleTimeAndMorePropertiesGoToAnotherFile(MavenBuild mavenBuild) {
        mavenBuild.project("write-info-configured").goals("generate-resources").execute(build -> {
            assertThat(build.properties("target/generated/info.properties"))
                    .containsEntry("build.time", "2024-02-29T10:00:00Z")
                    .containsEntry("build.team", "blue = green")
                    .containsEntry(
                            "build.jdk", Integer.toString(mavenBuild.jdk().feature()));
            assertThat(build.file(FILE)).doesNotExist();
        });
    }

    @Tag("stress")
    @MavenTest
    void anUnchangedFileIsNotWrittenAgain(MavenBuild mavenBuild) {
        mavenBuild.project("write-info-configured").goals("generate-resources");
        mavenBuild.execute(build -> {
            Path file = build.file("target/generated/info.properties");
            FileTime longAgo = FileTime.from(Instant.EPOCH);
            Files.setLastModifiedTime(file, longAgo);
            mavenBuild.execute(
                    again -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo));
        });
    }

    @MavenTest
    void aWrongValueIsRefusedWithItsNameAndWhatIsAllowed(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .systemProperty("syscall.format", "xml")
                .goals("syscall:write-info")
                .executeAndFail(build -> assertThat(build.toString())
                        .contains("<format> (-Dsyscall.format) is 'xml'; allowed are 'properties', 'json',"
                                + " 'json-flat'."));
    }

    @MavenTest
    void anUnresolvedPropertyIsRefused(MavenBuild mavenBuild) {
        mavenBuild.project("write-info-unresolved").goals("generate-resources").executeAndFail(build -> {
            assertThat(build.toString()).contains("<additionalProperties> is 'id-${no.such.property}'");
            assertThat(build.file("target/classes")).doesNotExist();
        });
    }

    @MavenTest
    void aFolderThatMayNotBeWrittenFailsTheBuildWithCallPathAndErrno(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-defaults")
                .prepare(project -> Files.createDirectory(project.resolve("target")))
                .asUser(65534)
                .prepare(project -> Files.createDirectory(project.resolve("target/classes")))
                .goals("syscall:write-info")
                .executeAndFail(build -> assertThat(build.toString())
                        .contains("mkdirat")
                        .contains("target")
                        .contains("EACCES"));
    }
}
