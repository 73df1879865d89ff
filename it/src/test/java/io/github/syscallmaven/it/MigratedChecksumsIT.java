package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.MigrationTables.Row;
import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users of checksum-maven-plugin who do what the migration table says. */
final class MigratedChecksumsIT {
    private static final String BOTH = "files/a.txt: OK\nfiles/b.txt: OK\n";

    private static final List<Row> ROWS = List.of(
            new Row("`artifacts`, `files`, `file`", "goals", module -> {
                assertThat(verified(module, "sha256sum", "goals/target", "checksums.sha256"))
                        .isEqualTo("goals-1.2.3-sources.jar: OK\ngoals-1.2.3.jar: OK\n");
                assertThat(verified(module, "sha256sum", "", "goals/target/files.sha256"))
                        .isEqualTo(BOTH);
                assertThat(verified(module, "sha256sum", "", "goals/target/file.sha256"))
                        .isEqualTo("files/a.txt: OK\n");
            }),
            new Row("`algorithms` (MD5, SHA-1)", "algorithms", module -> {
                assertThat(verified(module, "md5sum", "", "algorithms/target/checksums.md5"))
                        .isEqualTo(BOTH);
                assertThat(verified(module, "sha1sum", "", "algorithms/target/checksums.sha1"))
                        .isEqualTo(BOTH);
            }),
            new Row(
                    "`attachChecksums`, `individualFiles`",
                    "attached",
                    module -> assertThat(verified(module, "sha256sum", "attached/target", "attached-1.2.3.jar.sha256"))
                            .isEqualTo("attached-1.2.3.jar: OK\n")),
            new Row(
                    "`individualFilesOutputDirectory`",
                    "sidecar-directory",
                    module -> assertThat(verified(
                                    module,
                                    "sha256sum",
                                    "files",
                                    "../sidecar-directory/target/sidecars/files/a.txt.sha256"))
                            .isEqualTo("a.txt: OK\n")),
            new Row(
                    "`includeClassifiers`, `excludeClassifiers`, `excludeMainArtifact`",
                    "classifiers",
                    module -> assertThat(verified(module, "sha256sum", "classifiers/target", "checksums.sha256"))
                            .isEqualTo("classifiers-1.2.3-sources.jar: OK\n")),
            new Row(
                    "`appendFilename`",
                    "sidecar-bare",
                    module -> assertThat(module.file("target/sidecars/files/a.txt.sha256"))
                            .content()
                            .matches("[0-9a-f]{64}\\s*")),
            new Row("`csvSummary`, `shasumSummary`, `xmlSummary`", "summaries", module -> {
                assertThat(module.file("target/checksums.csv")).content().contains("files/a.txt", ",SHA-256,");
                assertThat(verified(module, "sha256sum", "", "summaries/target/checksums.sha256"))
                        .isEqualTo(BOTH);
                assertThat(module.file("target/checksums.json")).content().contains("\"files/b.txt\"");
            }),
            new Row(
                    "`csvSummaryFile`, `shasumSummaryFile`, `xmlSummaryFile`",
                    "summary-file",
                    module -> assertThat(verified(module, "sha256sum", "", "summary-file/target/release/SHA256SUMS"))
                            .isEqualTo(BOTH)),
            new Row(
                    "`includeRelativePath`",
                    "summary-file",
                    module -> assertThat(module.file("target/release/SHA256SUMS"))
                            .content()
                            .contains("  files/a.txt\n")),
            new Row(
                    "`failIfNoFiles`, `quiet`",
                    "no-files",
                    module -> assertThat(module.file("target/checksums.sha256")).doesNotExist()),
            new Row(
                    "`check`",
                    "check",
                    module -> assertThat(module.log())
                            .anyMatch(line -> line.contains("Verified 2 files by 6 checksums"))
                            .anyMatch(line -> line.contains("Verified 2 files by 4 checksums"))));

    @Test
    void everyRowOfTheTableHasAProject() throws IOException {
        MigrationTables.read().requireRows("checksum-maven-plugin", ROWS);
    }

    @MavenTest
    void whatTheTableSaysHolds(MavenBuild mavenBuild) {
        Requires.tool("sha256sum");
        mavenBuild.project("write-checksums-migrated").goals("verify").execute(build -> Row.check(build, ROWS));
    }

    /** What that program prints of a list; folder and list are named from the root of the reactor. */
    private static String verified(FinishedBuild module, String tool, String folder, String list)
            throws IOException, InterruptedException {
        return Command.run(module.file("../" + folder), tool, "--strict", "-c", list);
    }
}
