package io.github.syscallmaven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.syscallmaven.it.maven.FinishedBuild;
import io.github.syscallmaven.it.maven.MavenBuild;
import io.github.syscallmaven.it.maven.MavenTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code verify-trusted-checksums} says, beside what Maven itself does. */
final class VerifyTrustedChecksumsIT {
    private static final String GOAL = "verify-trusted-checksums";
    private static final String RECORD = "aether.artifactResolver.postProcessor.trustedChecksums.record";
    private static final String FILE = ".mvn/checksums/checksums.sha256";
    private static final String COMPILER =
            "org/codehaus/plexus/plexus-compiler-api/2.17.0/plexus-compiler-api-2.17.0.jar";
    private static final String JSPECIFY = "org/jspecify/jspecify/1.0.1/jspecify-1.0.1.";

    /** Lets Resolver itself record what the build and the goal need. */
    private static MavenBuild recorded(MavenBuild build) {
        build.project("write-trusted-checksums").ownRepository();
        build.systemProperty(RECORD, "true").goals("verify").execute(recording -> {});
        build.qualifiedGoals("verify-host").execute(recording -> {});
        return build.systemProperty(RECORD, "false");
    }

    private static void edit(Path file, String regex, String replacement) throws IOException {
        String before = Files.readString(file);
        String after = before.replaceAll("(?m)" + regex, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    /** Each in its own way: a digit, a line, a file. */
    private static void tamper(MavenBuild build) throws IOException {
        edit(build.project().resolve(FILE), "^.(.*" + JSPECIFY + "jar)$", "x$1");
        edit(build.project().resolve(FILE), "^.*" + JSPECIFY + "pom\n", "");
        Files.writeString(build.repository().resolve(COMPILER), "replaced");
    }

    private static List<String> errors(FinishedBuild build) {
        return build.log().stream()
                .filter(line -> line.startsWith("[ERROR] ") && line.endsWith(")"))
                .toList();
    }

    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void whatIsRecordedIsEnforcedAndEveryTamperingIsNamedBeforeTheBuildFails(MavenBuild build) throws IOException {
        recorded(build).qualifiedGoals(GOAL).execute(verified -> {
            assertThat(verified.toString())
                    .contains("Maven " + build.mavenVersion() + " enforces trusted checksums here: ")
                    .contains("the session's Resolver refuses a replaced ")
                    // Resolver has recorded just what is found without running the build.
                    .containsPattern("it lists (\\d+) of the \\1 artifacts that the project resolves without running")
                    .doesNotContain(" for files that the project does not resolve ");
            assertThat(errors(verified)).isEmpty();
        });
        build.goals("verify").execute(built -> {});
        byte[] good = Files.readAllBytes(build.project().resolve(FILE));
        Path plugin = build.repository().resolve(COMPILER);
        byte[] jar = Files.readAllBytes(plugin);

        tamper(build);
        build.systemProperty("syscall.reportFile", "target/trust.json")
                .systemProperty("syscall.junitFile", "target/trust.xml")
                .qualifiedGoals(GOAL)
                .executeAndFail(verified -> {
                    assertThat(errors(verified))
                            .anyMatch(line -> line.contains("is not a digest, two blanks and a path"))
                            .anyMatch(line -> line.contains(JSPECIFY + "pom': not listed"))
                            .anyMatch(line -> line.contains(COMPILER + "': mismatch"))
                            .anyMatch(line -> line.contains(JSPECIFY + "jar': not listed"))
                            .hasSize(4);
                    assertThat(verified.toString()).contains("1 mismatch, 1 malformed, 2 not listed. To do: ");
                    assertThat(verified.file("target/trust.json"))
                            .content()
                            .startsWith("{\"module\":\"org.example:app\",\"failures\":4,")
                            .contains("{\"status\":\"not_listed\",\"failure\":true,\"list\":\"" + FILE
                                    + "\",\"name\":\"" + JSPECIFY);
                    assertThat(verified.file("target/trust.xml"))
                            .content()
                            .contains("<testsuite name=\"org.example.app.verify-trusted-checksums\"")
                            .contains(" failures=\"4\">")
                            .contains("<testcase name=\"aether.trustedChecksumsSource.summaryFile\"");
                });

        Files.write(plugin, jar);
        Files.write(build.project().resolve(FILE), good);
        edit(build.project().resolve(FILE), "^.*(" + JSPECIFY + "jar)$", "0".repeat(64) + "  $1");
        build.goals("verify")
                .executeAndFail(built ->
                        assertThat(built.toString()).contains("jspecify").contains("0".repeat(64)));
        Files.write(build.project().resolve(FILE), good);
        edit(build.project().resolve(FILE), "^.*" + JSPECIFY + "pom\n", "");
        build.goals("verify")
                .executeAndFail(built -> assertThat(built.toString())
                        .contains("Missing from summaryFile trusted checksum(s) [SHA-256]"));
        Files.write(build.project().resolve(FILE), good);
        Files.writeString(plugin, "replaced");
        // Maven 3.10.0 says only what is wrong with it, not what it is.
        build.goals("verify")
                .executeAndFail(built -> assertThat(built.toString())
                        .containsAnyOf("plexus-compiler-api", "Checksum validation failed, expected"));
    }

    /** From nothing to a protected build, by the two goals and Maven alone. */
    @MavenTest(except = "3.6.3", more = true, everyPair = false)
    void whatTheOtherGoalWritesIsProvenToBeEnforced(MavenBuild build) throws IOException {
        build.project("write-trusted-checksums").ownRepository();
        Files.delete(build.project().resolve(".mvn/maven.config"));
        build.qualifiedGoals("write-trusted-checksums").execute(written -> {});
        build.qualifiedGoals(GOAL).execute(verified -> {
            assertThat(verified.toString())
                    .contains("Maven " + build.mavenVersion() + " enforces trusted checksums here: ")
                    .containsPattern("it lists (\\d+) of the \\1 artifacts that the project resolves without running");
            assertThat(errors(verified)).isEmpty();
        });
        build.goals("verify").execute(built -> {});
    }
}
