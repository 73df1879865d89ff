package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import io.github.syscallmaven.it.maven.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

final class ReproducibleInfoIT {
    private static final List<String> FILES =
            List.of("target/classes/META-INF/build-info.properties", "target/classes/git.properties");
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    /** A branch here and a detached checkout with a left-over file there; other zone, locale, user and umask. */
    @Tag("stress")
    @MavenTest
    void twoCheckoutsOfOneCommitGiveTheSameBytes(MavenBuild here, MavenBuild there) {
        Requires.root();
        here.project("write-info-filtered")
                .prepare(Repository::init)
                .env("TZ", "Asia/Tokyo")
                .env("LC_ALL", "C.UTF-8")
                .systemProperty("syscall.reproducible", "true")
                .qualifiedGoals("write-info");
        here.execute(original -> there.prepare(folder -> checkOut(original.project(), folder))
                .env("TZ", "America/St_Johns")
                .env("LC_ALL", "C")
                .env("GITHUB_ACTIONS", "true")
                .env("GITHUB_REF", "refs/heads/elsewhere")
                .jvmOption("-Duser.language=tr")
                .under("sh", "-c", "umask 077 && exec \"$@\"", "sh")
                .asUser(65534)
                .systemProperty("syscall.reproducible", "true")
                .qualifiedGoals("write-info")
                .execute(copy -> {
                    for (String file : FILES) {
                        assertThat(copy.file(file)).hasSameBinaryContentAs(original.file(file));
                    }
                    assertThat(copy.properties(FILES.get(1)))
                            .containsEntry("git.commit.id", new Repository(original.project()).head())
                            .containsEntry("git.dirty", "false")
                            .doesNotContainKey("git.build.time");
                }));
    }

    @Tag("stress")
    @MavenTest
    void aSecondRunChangesNoFileUnlessForced(MavenBuild mavenBuild) {
        mavenBuild
                .project("write-info-filtered")
                .prepare(Repository::init)
                .goals("syscall:write-info")
                .execute(ReproducibleInfoIT::pretendToBeOld);
        mavenBuild.execute(again -> {
            assertThat(again.properties(FILES.get(0))).containsEntry("build.time", "2025-01-01T00:00:00Z");
            assertThat(FILES)
                    .allSatisfy(file -> assertThat(Files.getLastModifiedTime(again.file(file)))
                            .isEqualTo(LONG_AGO));
        });
        mavenBuild
                .systemProperty("syscall.force", "true")
                .execute(forced -> assertThat(FILES)
                        .allSatisfy(file -> assertThat(Files.readString(forced.file(file)))
                                .contains("build.time=")
                                .doesNotContain("2025-01-01")));
        mavenBuild.systemProperty("syscall.reproducible", "true").execute(ReproducibleInfoIT::pretendToBeOld);
        mavenBuild.execute(again -> assertThat(FILES)
                .allSatisfy(file ->
                        assertThat(Files.getLastModifiedTime(again.file(file))).isEqualTo(LONG_AGO)));
    }

    private static void checkOut(Path origin, Path folder) throws IOException, InterruptedException {
        Repository copy = new Repository(folder);
        copy.git("init", "-q");
        copy.git("fetch", "-q", origin.toString(), "main");
        copy.git("checkout", "-q", "--detach", "FETCH_HEAD");
        Files.writeString(folder.resolve("left-over"), "");
    }

    /** The build that wrote these files was another one, long ago. */
    private static void pretendToBeOld(FinishedBuild build) throws IOException {
        for (String name : FILES) {
            Path file = build.file(name);
            String text = Files.readString(file);
            Files.writeString(file, text.replaceAll("build\\.time=.*", "build.time=2025-01-01T00:00:00Z"));
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }
}
