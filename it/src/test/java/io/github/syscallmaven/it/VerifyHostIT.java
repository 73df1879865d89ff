package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import io.github.syscallmaven.it.maven.Strace;
import org.junit.jupiter.api.Tag;

final class VerifyHostIT {

    @MavenTest
    void aFolderWithoutAPomIsEnoughToReportOnTheHost(MavenBuild mavenBuild) {
        mavenBuild
                .qualifiedGoals("verify-host")
                .execute(build -> assertThat(build.log())
                        .anyMatch(line -> line.matches("\\[INFO]   kernel +Linux \\d+\\.\\d+.*, x86_64"))
                        .anyMatch(line -> line.matches("\\[INFO]   NEEDED +none"))
                        .anyMatch(line -> line.matches("\\[INFO]   SHA-256 +[0-9a-f]{64}")));
    }

    @Tag("stress")
    @MavenTest
    void theLastThingItDoesIsToSayHelloByOneWrite(MavenBuild mavenBuild) {
        Requires.tool("strace");
        mavenBuild
                .under("strace", "-f", "-e", "trace=write", "-s", "64", "-o", "trace.txt")
                .qualifiedGoals("verify-host")
                .execute(build -> {
                    assertThat(build.log()).containsOnlyOnce("hello world");
                    assertThat(Strace.calls(build.file("trace.txt")))
                            .extracting(Strace.Call::text)
                            .contains("write(1, \"hello world\\n\", 12) = 12");
                });
    }
}
