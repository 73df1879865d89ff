package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Goals that need no project, called on the command line of a reactor: Maven itself would run them once, on the root.
 */
final class EveryModuleIT {

    @MavenTest
    void everyModulesListIsWrittenAndVerified(MavenBuild mavenBuild) {
        mavenBuild.project("all-goals-every-module");
        mavenBuild.goals("package", "syscall:write-checksums").execute(build -> {
            assertThat(build.file("one/target/checksums.sha256")).content().endsWith("  one-1.0.jar\n");
            assertThat(build.file("two/target/checksums.sha256")).content().endsWith("  two-1.0.jar\n");
            assertThat(build.file("target/checksums.sha256")).doesNotExist();
        });
        mavenBuild.goals("syscall:read-checksums").execute(build -> {
            assertThat(verified(build, "one")).isTrue();
            assertThat(verified(build, "two")).isTrue();
        });
        mavenBuild
                .prepare(project ->
                        Files.writeString(project.resolve("two/target/two-1.0.jar"), "x", StandardOpenOption.APPEND))
                .executeAndFail(build -> {
                    assertThat(verified(build, "one")).isTrue();
                    assertThat(build.toString())
                            .contains("two: 'two/target/two-1.0.jar': mismatch")
                            .contains("1 of 3 modules failed:")
                            .contains("two: Verification failed: 1 mismatch.");
                });
        mavenBuild
                .prepare(project -> Files.delete(project.resolve("one/target/checksums.sha256")))
                .executeAndFail(build -> assertThat(build.toString())
                        .contains("2 of 3 modules failed:")
                        .contains("one: 'one/target/checksums.sha256': unreadable, there is no such file"));
    }

    private static boolean verified(FinishedBuild build, String module) {
        return build.toString().contains(module + ": Verified 1 file by 1 checksum (1 GNU text)");
    }

    @MavenTest
    void aReactorThatHasNothingToVerifyIsNotVerified(MavenBuild mavenBuild) {
        mavenBuild
                .project("all-goals-every-module")
                .arguments("-N")
                .goals("syscall:read-checksums")
                .executeAndFail(
                        build -> assertThat(build.toString()).contains("There is nothing to do for read-checksums"));
    }
}
