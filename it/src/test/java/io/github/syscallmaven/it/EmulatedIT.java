package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;

/** The goals on another CPU: Maven runs on an emulated arm64 JVM. */
@Tag("stress")
final class EmulatedIT {

    @MavenTest(emulated = true)
    void theHostIsReportedAsWhatItIs(MavenBuild mavenBuild) {
        mavenBuild
                .qualifiedGoals("verify-host")
                .execute(build -> assertThat(build.log())
                        .anyMatch(line -> line.matches("\\[INFO]   kernel +Linux \\d+\\.\\d+.*, aarch64"))
                        .anyMatch(line -> line.matches("\\[INFO]   JVM +.*, aarch64, emulated on a kernel for .*"))
                        .anyMatch(line -> line.matches("\\[INFO]   stub +\\d+ bytes for aarch64"))
                        .containsOnlyOnce("hello world"));
    }

    @MavenTest(emulated = true)
    void theGoalsWriteTheSameBytesAsOnThisCpu(MavenBuild mavenBuild) {
        mavenBuild
                .project("all-goals-traced")
                .prepare(project -> mavenBuild.systemProperty(
                        "syscall.traceFile", project.resolveSibling("trace").toString()))
                .prepare(Repository::init)
                .systemProperty("syscall.reproducible", "true")
                .goals("syscall:write-info", "syscall:write-checksums", "syscall:read-checksums")
                .execute(build -> {
                    assertThat(build.log()).anyMatch(line -> line.startsWith("[INFO] Verified 2 files by 2 checksums"));
                    assertThat(build.properties("target/classes/git.properties"))
                            .containsEntry("git.commit.id", new Repository(build.project()).head());
                    assertThat(Files.readString(build.file("../trace")))
                            .contains("O_RDONLY|O_CLOEXEC|O_DIRECTORY", "renameat2(", "getdents64(");
                });

        mavenBuild
                .onThisJvm()
                .execute(build -> assertThat(build.log())
                        .anyMatch(line -> line.startsWith("[INFO] Verified 2 files by 2 checksums"))
                        .as("no file is written again")
                        .noneMatch(line -> line.contains("Wrote '")));
    }
}
