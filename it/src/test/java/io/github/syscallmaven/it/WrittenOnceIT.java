package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** No file that one run of a goal has written is replaced by another run in the same build. */
final class WrittenOnceIT {

    @MavenTest
    void noGoalReplacesWhatAnotherHasWritten(MavenBuild mavenBuild) {
        mavenBuild
                .project("all-goals-written-once")
                .prepare(project -> Files.createSymbolicLink(project.resolve("links/linked"), Path.of("lists")))
                .arguments("-fae")
                .goals("verify")
                .executeAndFail(build -> assertThat(build.toString())
                        .containsPattern("'executions/target/checksums.sha256' was already written in this build by"
                                + " write-checksums \\(execution 'first'\\) of 'org.example:executions'; set"
                                + " <sumsFile>")
                        .containsPattern("others.sha256' cannot be attached: '.*/checksums.sha256' is attached with the"
                                + " same classifier 'checksums'")
                        .containsPattern("report.json' was already written in this build by read-checksums \\(execution"
                                + " 'second'\\) of 'org.example:report'; set <junitFile>")
                        .containsPattern("build-info.properties' was already written in this build by write-info"
                                + " \\(execution 'first'\\) of 'org.example:info'; set <outputFile>")
                        .containsPattern("links/linked/SUMS' was already written in this build by write-checksums"
                                + " \\(execution 'first'\\) of 'org.example:links'; set <sumsFile>"));
    }

    @Tag("stress")
    @MavenTest
    void modulesThatAreBuiltAtOnceDoNotWriteOneList(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-checksums-reactor")
                .prepare(WriteChecksumsIT::addModules)
                .prepare(project -> mavenBuild.systemProperty(
                        "syscall.sumsFile",
                        project.resolve("lists/SUMS.{algorithm}").toString()))
                .arguments("-T4", "-fae")
                .goals("verify")
                .executeAndFail(build -> {
                    assertThat(build.log().stream()
                                    .filter(line -> line.startsWith("[ERROR]"))
                                    .filter(line -> line.contains("SUMS.sha256' was already written in this build by"))
                                    .map(line -> line.replaceFirst(".* on project (\\w+): .*", "$1"))
                                    .distinct())
                            .hasSize(WriteChecksumsIT.MODULES - 1);
                    assertThat(build.file("lists/SUMS.sha256"))
                            .content()
                            .containsPattern("\\A\\w+  files/module\\d.bin\n\\w+  files/same.bin\n\\z");
                });
    }
}
