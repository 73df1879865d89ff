package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code read-checksums} in a folder of downloads, where there is no project. */
final class VerifyFolderIT {

    @MavenTest
    void filesAreAsSha256sumHasListedThem(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        mavenBuild
                .prepare(VerifyFolderIT::download)
                .qualifiedGoals("read-checksums")
                .systemProperty("syscall.sumsFile", "SHA256SUMS")
                .execute(build -> assertThat(build.toString())
                        .contains("Verified 3 files by 3 checksums (3 GNU text), 15 bytes in "));
    }

    @MavenTest
    void allThatIsWrongIsToldAtOnceAndReported(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        mavenBuild
                .prepare(folder -> {
                    download(folder);
                    Files.writeString(folder.resolveSibling("outside.txt"), "outside");
                    list(folder, "sha256sum ../outside.txt >> SHA256SUMS");
                    Files.writeString(folder.resolve("one.zip"), "0ne..");
                    Files.delete(folder.resolve("sub/three.zip"));
                })
                .qualifiedGoals("read-checksums")
                .systemProperty("syscall.sumsFile", "SHA256SUMS")
                .systemProperty("syscall.reportFile", "report.json")
                .systemProperty("syscall.junitFile", "TEST-checksums.xml")
                .executeAndFail(build -> {
                    assertThat(build.toString())
                            .contains("'one.zip': mismatch")
                            .contains("'sub/three.zip': missing")
                            .contains("'../outside.txt': refused")
                            .contains("Verification failed: 1 ok, 1 mismatch, 1 missing, 1 refused. To do: ")
                            .contains("fetch or build the files again")
                            .contains("-Dsyscall.ignoreMissing")
                            .contains("remove the refused names from the list");
                    assertThat(build.file("report.json"))
                            .content()
                            .startsWith("{\"failures\":3,\"verdicts\":[")
                            .contains("\"status\":\"mismatch\"", "\"name\":\"two.zip\"");
                    assertThat(build.file("TEST-checksums.xml"))
                            .content()
                            .contains("tests=\"4\" errors=\"0\" skipped=\"0\" failures=\"3\"")
                            .contains("name=\"one.zip SHA-256 (SHA256SUMS)\"");
                });
    }

    private static void download(Path folder) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("one.zip"), "one..");
        Files.writeString(folder.resolve("two.zip"), "two..");
        Files.writeString(folder.resolve("sub/three.zip"), "three");
        list(folder, "sha256sum one.zip two.zip sub/three.zip > SHA256SUMS");
    }

    private static void list(Path folder, String command) throws IOException, InterruptedException {
        Command.run(folder, "sh", "-c", command);
    }
}
